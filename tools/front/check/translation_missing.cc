#include <algorithm>
#include <string>

#include "check/check.h"
#include "text/languages.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Whether the entry has anything in the language.
bool speaks(const Entry& entry, const Language* language) {
  return std::ranges::any_of(kTranslations, [&](const Translation& translation) {
    if (translation.language != language) return false;
    const kbx::EntryField& field = *translation.field;
    return kbx::is_text_list(field) ? !entry.list(field).empty() : !entry[field].value.empty();
  });
}

// Marked is the text that should be translated: the translation is right after it.
void check_text(const Entry& entry, const Translation& translation, Report& report) {
  const auto& [language, source, field] = translation;
  const Text& text = entry[*source];
  if (!text.present() || text.value.empty() || entry[*field].present()) return;
  report.at(text.span, "untranslated-text"_fault, ticked(source->name) + " has no translation")
      .about(field->name)
      .help("write it into " + ticked(field->name));
}

void check_workarounds(const Entry& entry, const kbx::EntryField& field, Report& report) {
  const TextList& translations = entry.list(field);
  if (entry.workarounds.empty() || !translations.empty()) return;
  const Span list = translations.span.size() > 0 ? translations.span : entry.workarounds_span;
  report
      .at(Span{list.begin, list.begin + 1}, "untranslated-workarounds"_fault,
          "the workarounds have no translation")
      .about(field.name)
      .help("write one for each into " + ticked(field.name) + ", in their order");
}

}  // namespace

void translation_missing(const Entry& entry, const Context&, Report& report) {
  for (const Translation& translation : kTranslations) {
    if (!is_expected(translation) || !speaks(entry, translation.language)) continue;
    const kbx::EntryField& field = *translation.field;
    if (kbx::is_text_list(field)) {
      check_workarounds(entry, field, report);
    } else {
      check_text(entry, translation, report);
    }
  }
}

extern const Explanation translation_missing_explanation = {
    "The entry has a translation, but not of its signature, its root cause or its workarounds.",
    "A reader who needs the translation gets half of the entry.",
    R"("signature_zh": "推送被拒绝", "root_cause_zh": null)",
    R"("signature_zh": "推送被拒绝", "root_cause_zh": "远程分支上有本地没有的提交。")",
    "Translate the rest, or accept the finding with `kbc_ignore` until somebody does.",
};

}  // namespace kbc
