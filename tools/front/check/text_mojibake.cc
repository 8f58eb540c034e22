#include <algorithm>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/text_part.h"
#include "text/mojibake.h"
#include "text/tick_rows.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// A text that explains what goes wrong quotes it as code.
bool is_quoted(const RoleText& item, const std::vector<CodeSpan>& code, TextRange range) {
  if (item.role == Role::kVerbatim || item.role == Role::kName) return false;
  return std::any_of(code.begin(), code.end(), [&](const CodeSpan& span) {
    return span.code_begin <= range.offset && range.offset + range.length <= span.code_end;
  });
}

}  // namespace

void text_mojibake(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : free_texts(entry)) {
    const std::string_view value = item.text->value;
    const std::vector<Mojibake> all = find_mojibake(value, kMaxFindingsInText);
    if (all.empty()) continue;
    const std::vector<CodeSpan> code = code_spans(value);
    for (const Mojibake& found : all) {
      if (is_meant(entry, item, found.range) || is_quoted(item, code, found.range)) continue;
      const Span span = part_of(*item.text, found.range);
      Finding finding = report.at(span, "misread-encoding"_fault,
                                  ticked(value.substr(found.range.offset, found.range.length)) +
                                      " is UTF-8 that was read as Windows-1252");
      finding.fix("write " + ticked(found.meant), Safety::kUnsafe,
                  {{finding.file(), span, escaped(found.meant)}});
    }
  }
}

extern const Explanation text_mojibake_explanation = {
    "A text has characters such as `Ã©` or `â€™`: UTF-8 that a program read as Windows-1252. In "
    "prose, back-ticks around it show that it is meant; in `regex`, `examples` and "
    "`counterexamples` an escape does.",
    "A reader has to guess the word, and no search and no regex for the word finds it.",
    R"("action": "Donâ€™t force the push")",
    R"("action": "Don’t force the push")",
    "Review the fix, which reads the text as UTF-8 once more.",
};

}  // namespace kbc
