#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "text/ascii.h"
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
  return count_letters(without(prose, urls_in(prose))).letters > 0;
}

bool is_english(const Text& locale) {
  const std::string tag = lower_ascii(locale.value);
  return tag == "en" || tag.starts_with("en-");
}

void check_translation(const Text& text, Report& report) {
  if (has_han(text.value) || !has_words(text.value)) return;
  report.at(text.span, "a Chinese translation without a Chinese character")
      .help("translate it into Simplified Chinese, or remove it");
}

void check_english(const Text& text, const Text& locale, Report& report) {
  if (!is_mostly_han(text.value)) return;
  report.at(text.span, "a text in Chinese, but `locale` is " + ticked(locale.value))
      .note(locale.span, "the language of the untranslated texts")
      .help("write it in English; the Chinese belongs into the fields that end in `_zh`");
}

}  // namespace

void translation_script(const Entry& entry, const Context&, Report& report) {
  const bool english = is_english(entry["locale"]);
  for (const RoleText& item : texts_of(entry)) {
    if (item.role == Role::kTranslation) check_translation(*item.text, report);
    const bool is_prose = item.role == Role::kProse || item.role == Role::kSteps;
    if (is_prose && english) check_english(*item.text, entry["locale"], report);
  }
}

extern const Explanation translation_script_explanation = {
    "A `_zh` text has no Han character though there is something to translate in it, or a text of "
    "an entry whose `locale` is `en` is mostly Han. A Chinese message quoted in an English "
    "sentence is no fault.",
    "The text stands in the wrong field or was never translated, and its reader cannot read it.",
    R"("root_cause_zh": "The remote branch holds other commits.")",
    R"("root_cause_zh": "远程分支上有本地没有的提交。")",
    "Translate the text, exchange the two fields, or correct `locale`.",
};

}  // namespace kbc
