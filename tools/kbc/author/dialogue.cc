#include "author/dialogue.h"

#include <algorithm>
#include <array>

#include "author/propose.h"
#include "author/rate.h"
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

std::vector<Choice> choices_of(const Taxonomy::Names& names) {
  std::vector<Choice> list;
  for (const auto& [name, description] : names) list.push_back({name, description});
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
  if (!choices(field).empty()) text += "; ? lists them";
  return text + "): ";
}

std::vector<Choice> Dialogue::choices(const DraftField& field) const {
  if (field.text == &Draft::domain) return choices_of(config_.taxonomy.domains);
  if (field.text == &Draft::category) return choices_of(config_.taxonomy.categories);
  if (field.text == &Draft::root_cause_type) return choices_of(config_.taxonomy.root_cause_types);
  std::vector<Choice> words;
  for (const std::string& word : words_at(config_.schema, field.pointer)) {
    words.push_back({word, {}});
  }
  return words;
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
  const std::string proposal = text;
  std::string refused;
  for (;;) {
    const std::string begin = refused == proposal ? "" : proposal;
    const auto typed = editor_.ask(question(field), begin, choices(field));
    if (!typed) return Course::kStop;
    if (*typed == "?") {
      for (const std::string& line : menu_of(choices(field))) standard_output() << line << '\n';
      continue;
    }
    const bool is_rate = field.value == DraftField::Value::kRate;
    text = is_rate ? rate_of(*typed) : *typed;
    if (text != *typed) standard_output() << "  taken as " << text << '\n';
    if (text.empty()) return Course::kGoOn;
    const std::string why_not = objection(draft, field.pointer);
    if (why_not.empty()) return Course::kGoOn;
    if (text == refused) {
      standard_output() << "  kept all the same\n";
      return Course::kGoOn;
    }
    standard_output() << "  " << why_not << '\n';
    refused = text;
    // Not what was refused is kept if the person stops here.
    text = proposal;
  }
}

Course Dialogue::ask_list(const DraftList& list, Draft& draft) {
  const std::string question = ((draft.*list.texts).empty() ? "" : "another ") +
                               std::string(list.option) + " (" + list.description + "; optional): ";
  std::string refused;
  for (;;) {
    const auto answer = editor_.ask(question, "", {});
    if (!answer) return Course::kStop;
    if (answer->empty()) return Course::kGoOn;
    const std::string pointer = next_pointer(draft, list);
    const std::string regex_before = objection(draft, "/regex");
    (draft.*list.texts).push_back(*answer);
    std::string why_not = objection(draft, pointer);
    // That an example does not fit is a finding about the regex.
    const std::string regex_now = objection(draft, "/regex");
    if (why_not.empty() && regex_now != regex_before) why_not = regex_now;
    if (why_not.empty() || *answer == refused) return Course::kGoOn;
    (draft.*list.texts).pop_back();
    standard_output() << "  " << why_not << '\n';
    refused = *answer;
  }
}

Course Dialogue::ask_lists(Draft& draft) {
  for (const DraftList& list : draft_lists()) {
    const bool is_asked = list.texts == &Draft::examples || list.texts == &Draft::sources ||
                          list.texts == &Draft::counterexamples;
    if (!is_asked || !(given_.*list.texts).empty()) continue;
    if (ask_list(list, draft) == Course::kStop) return Course::kStop;
  }
  return Course::kGoOn;
}

Course Dialogue::ask_id(Draft& draft) {
  constexpr DraftField kId = {"id", "/id", &Draft::id, "DOMAIN/SLUG, the name of the file", true};
  return ask(kId, draft);
}

Course Dialogue::ask_all(Draft& draft) {
  standard_output()
      << "an empty answer leaves a field for later; Ctrl-C or Ctrl-D stops and keeps the answers\n";
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
  if (draft.id.empty() && ask_id(draft) == Course::kStop) return Course::kStop;
  return ask_lists(draft);
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
