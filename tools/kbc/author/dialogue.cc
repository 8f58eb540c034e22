#include "author/dialogue.h"

#include <algorithm>
#include <array>

#include "author/propose.h"
#include "lower/taxonomy.h"
#include "text/printer.h"

namespace kbc {
namespace {

// Fields that have a value for nearly every new entry; options change them.
constexpr std::array<std::string_view, 7> kUnasked = {
    "subcategory",    "status",       "evidence-count", "first-seen",
    "last-confirmed", "last-updated", "locale"};

bool is_asked(const DraftField& field, const Draft& given) {
  const bool is_usual = std::find(kUnasked.begin(), kUnasked.end(), field.option) != kUnasked.end();
  return !is_usual && (given.*field.text).empty();
}

std::vector<std::string> names_of(const Taxonomy::Names& names) {
  std::vector<std::string> list;
  for (const auto& [name, description] : names) list.push_back(name);
  return list;
}

std::string path_of(const Config& config, const std::string& id) {
  return id.empty() ? "" : config.entries + "/" + id + ".json";
}

// Texts that one answer may lack, since another says it.
bool is_needless(const DraftField& field, const Draft& draft) {
  const bool is_of_workaround = field.text == &Draft::how || field.text == &Draft::success_rate;
  return is_of_workaround && draft.workaround.empty();
}

}  // namespace

std::string Dialogue::question(const DraftField& field) const {
  std::string text = field.option;
  text += std::string(" (") + field.description;
  if (!field.is_required) text += "; optional";
  return text + "): ";
}

std::vector<std::string> Dialogue::completions(const DraftField& field) const {
  if (field.text == &Draft::domain) return names_of(config_.taxonomy.domains);
  if (field.text == &Draft::category) return names_of(config_.taxonomy.categories);
  if (field.text == &Draft::root_cause_type) return names_of(config_.taxonomy.root_cause_types);
  return words_at(config_.schema, field.pointer);
}

std::string Dialogue::objection(const Draft& draft, const std::string& pointer) const {
  for (const Judgement& found : judge_.alone(text_of(draft, schema_), path_of(config_, draft.id))) {
    if (found.pointer != pointer || found.severity == Severity::kInfo) continue;
    return found.message + (found.help.empty() ? "" : "; " + found.help);
  }
  return {};
}

Course Dialogue::ask(const DraftField& field, Draft& draft) {
  std::string& text = draft.*field.text;
  for (;;) {
    const std::string before = text;
    const auto answer = editor_.ask(question(field), text, completions(field));
    if (!answer) return Course::kStop;
    text = *answer;
    if (text.empty()) return Course::kGoOn;
    const std::string why_not = objection(draft, field.pointer);
    if (why_not.empty()) return Course::kGoOn;
    if (text == before) {
      standard_output() << "  unchanged\n";
      return Course::kGoOn;
    }
    standard_output() << "  " << why_not << '\n';
  }
}

Course Dialogue::ask_id(Draft& draft) {
  constexpr DraftField kId = {"id", "/id", &Draft::id, "DOMAIN/SLUG, the name of the file", true};
  return ask(kId, draft);
}

Course Dialogue::ask_all(Draft& draft) {
  standard_output()
      << "an empty answer leaves a field for later; the end of the input (Ctrl-D) stops\n";
  for (const DraftField& field : draft_fields()) {
    if (!is_asked(field, given_) || is_needless(field, draft)) continue;
    const std::string before = draft.*field.text;
    if (ask(field, draft) == Course::kStop) return Course::kStop;
    const bool has_changed = draft.*field.text != before;
    if (has_changed && field.text == &Draft::signature && given_.regex.empty()) {
      draft.regex = proposed_regex(draft, config_);
    }
    if (field.text != &Draft::domain || !given_.id.empty()) continue;
    if (has_changed || draft.id.empty()) draft.id = proposed_id(draft, config_);
    if (ask_id(draft) == Course::kStop) return Course::kStop;
  }
  return draft.id.empty() ? ask_id(draft) : Course::kGoOn;
}

char Dialogue::choose(const std::string& question, std::string_view letters, char otherwise) {
  for (;;) {
    const auto answer = editor_.ask(question, "", {});
    if (!answer) return '\0';
    if (answer->empty()) return otherwise;
    const char letter = static_cast<char>(answer->front() | 0x20);
    if (letters.find(letter) != std::string_view::npos) return letter;
  }
}

}  // namespace kbc
