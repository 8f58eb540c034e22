#include <utility>

#include "check/checks.h"
#include "lower/regex_fault.h"

namespace kbc {

void regex_syntax(const Entry& entry, const Context&, Report& report) {
  if (!entry.regex.present() || entry.pattern.ok()) return;
  RegexFault fault = regex_fault(entry.regex.value, *entry.pattern.re2());
  if (fault.kind != RegexFault::Kind::kSyntax) return;
  const TextRange range = fault.range;
  report.at(entry.regex.part(range.offset, range.offset + range.length), std::move(fault.message))
      .help(std::move(fault.help));
}

const Explanation regex_syntax_explanation = {
    "The regex is not written in the syntax of RE2.",
    "It cannot be compiled, so the entry is never found.",
    R"("regex": "failed to push (some refs")",
    R"("regex": "failed to push \\(some refs")",
    "Mend the place that is marked. Inside JSON every backslash is doubled: `\\\\d` is the "
    "regex `\\d`.",
};

}  // namespace kbc
