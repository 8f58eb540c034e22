#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "check/check.h"
#include "text/ascii.h"
#include "text/languages.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Blanks say nothing that a translation could miss.
std::string without_blanks(std::string_view text) {
  std::string rest(text);
  std::erase_if(rest, [](char c) { return is_blank(c); });
  return rest;
}

bool is_rewritten(const Text& before, const Text& after) {
  return before.value != after.value && without_blanks(before.value) != without_blanks(after.value);
}

// Of a text that was there before and is there now.
void check_stale_text(const Text& before, const Text& after, const Text& old_translation,
                      const Text& translation, std::string_view source, Report& report) {
  if (before.value.empty() || after.value.empty() || translation.value.empty()) return;
  if (translation.value != old_translation.value || !is_rewritten(before, after)) return;
  report
      .at(translation.span, "stale-translation"_fault,
          ticked(source) + " changes, and its translation does not")
      .note(after.span, "changed here")
      .help("translate the new text; if the translation is still right, leave it");
}

bool has_changed(const Workaround& before, const Workaround& after) {
  return is_rewritten(before.action, after.action) || is_rewritten(before.how, after.how);
}

// A translation that was there before is still right if the workaround that it belongs to now says
// what one says that it belonged to.
void check_stale_workarounds(const Entry& before, const Entry& after, const kbx::EntryField& field,
                             Report& report) {
  const TextList& old = before.list(field);
  const TextList& now = after.list(field);
  // Translations of some workarounds are of nobody knows which.
  if (old.size() != before.workarounds.size() || now.size() != after.workarounds.size()) return;
  std::unordered_multimap<std::string_view, const Workaround*> of_translation;
  for (std::size_t at = 0; at < old.size(); ++at) {
    of_translation.emplace(old[at].value, &before.workarounds[at]);
  }
  for (std::size_t at = 0; at < now.size(); ++at) {
    const auto [first, last] = of_translation.equal_range(now[at].value);
    const Workaround& workaround = after.workarounds[at];
    const bool is_right = first == last || std::any_of(first, last, [&](const auto& known) {
                            return !has_changed(*known.second, workaround);
                          });
    if (is_right || now[at].value.empty()) continue;
    report
        .at(now[at].span, "stale-workaround"_fault,
            "the workaround changes, and its translation does not")
        .note(workaround.action.span, "the workaround")
        .help("translate the new text; if the translation is still right, leave it");
  }
}

}  // namespace

void translation_stale(const Entry& before, const Entry& after, Report& report) {
  for (const Translation& translation : kTranslations) {
    const auto& [language, source, field] = translation;
    if (kbx::is_text_list(*field)) {
      check_stale_workarounds(before, after, *field, report);
    } else {
      check_stale_text(before[*source], after[*source], before[*field], after[*field], source->name,
                       report);
    }
  }
}

extern const Explanation translation_stale_explanation = {
    "The changes that `--since` or `--hook` looks at rewrite a text, and leave its translation as "
    "it "
    "was. A workaround's translation belongs to `action` and `how`. Blanks alone do not count.",
    "The translation says what the text said before, and nothing in the entry shows it.",
    R"("root_cause": "The branch was deleted.", "root_cause_zh": "远程分支上有本地没有的提交。")",
    R"("root_cause": "The branch was deleted.", "root_cause_zh": "分支已被删除。")",
    "Translate the new text, in the same commit or branch. If only a typing error was corrected, "
    "the "
    "translation may still be right: the finding is a warning, and the next change does not repeat "
    "it.",
};

}  // namespace kbc
