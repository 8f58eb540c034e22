#include "check/check.h"
#include "check/text_part.h"
#include "pattern/fault_text.h"
#include "pattern/syntax_tree.h"

namespace kbc {

void regex_syntax(const Entry& entry, const Context&, Report& report) {
  if (!entry["regex"].present() || entry.pattern.ok()) return;
  const SyntaxTree& syntax = entry.pattern.syntax();
  std::size_t count = 0;
  for (const SyntaxFault& fault : syntax.faults) {
    // regex-unsupported and regex-limits report the others.
    if (fault.kind == FaultKind::kForeign || fault.kind == FaultKind::kTooManyRepeats) continue;
    if (++count > kMaxFindingsInText) return;
    SyntaxFaultText text = describe(syntax, fault);
    report.at(entry["regex"].part(fault.span.begin, fault.span.end), text.name, text.message)
        .help(text.help);
  }
}

extern const Explanation regex_syntax_explanation = {
    "The regex is not written in the syntax of RE2. Each fault is reported at its place.",
    "It cannot be compiled, so the entry is never found.",
    R"("regex": "failed to push (some refs")",
    R"("regex": "failed to push \\(some refs")",
    "Correct the place that is marked. Inside JSON every backslash is doubled: `\\\\d` is the "
    "regex `\\d`.",
};

}  // namespace kbc
