#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "text/ascii.h"
#include "text/languages.h"
#include "text/markers.h"
#include "text/ticked.h"
#include "text/unicode.h"

namespace kbc {
namespace {

std::string without(std::string_view text, const std::vector<TextRange>& ranges) {
  std::string rest;
  std::size_t at = 0;
  for (const TextRange& range : ranges) {
    rest.append(text.substr(at, range.offset - at));
    at = range.offset + range.length;
  }
  return rest.append(text.substr(at));
}

// Whether there is anything to translate: letters outside code and URLs.
bool has_words(std::string_view text) {
  const std::string prose = without(text, inline_code(text));
  return has_letters(without(prose, urls_in(prose)));
}

bool is_english(const Text& locale) {
  const std::string tag = lower_ascii(locale.value);
  return tag == kEnglish.code || tag.starts_with(std::string(kEnglish.code) + '-');
}

std::string with_article(std::string_view name) {
  return (std::string_view("AEIO").find(name[0]) < 4 ? "an " : "a ") + std::string(name);
}

void check_translation(const Text& text, const Language& language, Report& report) {
  if (language.script == nullptr) return;
  if (has_script(text.value, language.script) || !has_words(text.value)) return;
  const std::string name = with_article(language.name);
  report.at(text.span, "wrong-script"_fault, name + " translation without " + name + " character")
      .help("translate it into " + std::string(language.norm) + ", or remove it");
}

void check_english(const Text& text, const Text& locale, Report& report) {
  for (const Language& language : kLanguages) {
    if (language.script == nullptr || !is_mostly_in(text.value, language.script)) continue;
    const std::string name(language.name);
    report
        .at(text.span, "wrong-language"_fault,
            "a text in " + name + ", but `locale` is " + ticked(locale.value))
        .note(locale.span, "the language of the untranslated texts")
        .help("write it in " + std::string(kEnglish.name) + "; the " + name +
              " belongs into the fields that end in `_" + std::string(language.code) + '`');
    return;
  }
}

}  // namespace

void translation_script(const Entry& entry, const Context&, Report& report) {
  for (const auto& [language, source, field] : kTranslations) {
    if (kbx::is_text(*field)) {
      check_translation(entry[*field], *language, report);
    } else {
      for (const Text& text : entry.list(*field)) check_translation(text, *language, report);
    }
  }
  if (!is_english(entry["locale"])) return;
  for (const RoleText& item : texts_of(entry)) {
    const bool is_prose = item.role == Role::kProse || item.role == Role::kSteps;
    if (is_prose) check_english(*item.text, entry["locale"], report);
  }
}

extern const Explanation translation_script_explanation = {
    "A translation has no character of its language's script, a `_zh` text none of Han, though "
    "there is something to translate in it; or a text of an entry whose `locale` is `en` is mostly "
    "in such a script. A message quoted in an English sentence is not a fault.",
    "The text is in the wrong field or was never translated, and its reader cannot read it.",
    R"("root_cause_zh": "The remote branch holds other commits.")",
    R"("root_cause_zh": "远程分支上有本地没有的提交。")",
    "Translate the text, swap the two fields, or correct `locale`.",
};

}  // namespace kbc
