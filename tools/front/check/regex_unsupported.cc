#include <optional>
#include <string>
#include <string_view>

#include "check/check.h"
#include "check/text_part.h"
#include "pattern/fault_text.h"
#include "pattern/rewrite.h"
#include "pattern/syntax_tree.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string_view difference_of(Rewrite::Meaning meaning) {
  switch (meaning) {
    case Rewrite::Meaning::kSame:
      return "";
    case Rewrite::Meaning::kWider:
      return ", which matches slightly more";
    case Rewrite::Meaning::kNarrower:
      return ", which matches slightly less";
  }
  return "";
}

void offer(const Entry& entry, const Rewrite& rewrite, Finding finding) {
  const std::string text = escaped(rewrite.text);
  const bool is_same = rewrite.meaning == Rewrite::Meaning::kSame;
  std::string order = text.empty() ? "remove it" : "write " + ticked(text);
  finding.help(order + std::string(difference_of(rewrite.meaning)));
  const Span span = entry["regex"].part(rewrite.span.begin, rewrite.span.end);
  finding.fix(order, is_same ? Safety::kSafe : Safety::kUnsafe, {{finding.file(), span, text}});
}

}  // namespace

void regex_unsupported(const Entry& entry, const Context&, Report& report) {
  if (!entry["regex"].present() || entry.pattern.ok()) return;
  const SyntaxTree& syntax = entry.pattern.syntax();
  std::size_t count = 0;
  for (const SyntaxFault& fault : syntax.faults) {
    if (fault.kind != FaultKind::kForeign) continue;
    if (++count > kMaxFindingsInText) return;
    SyntaxFaultText text = describe(syntax, fault);
    Finding finding =
        report.at(entry["regex"].part(fault.span.begin, fault.span.end), text.name, text.message);
    finding.about(syntax.text.substr(fault.span.begin, fault.span.size()));
    if (const std::optional<Rewrite> rewrite = rewrite_of(syntax, fault)) {
      offer(entry, *rewrite, finding);
    } else {
      finding.help(text.help);
    }
  }
}

extern const Explanation regex_unsupported_explanation = {
    "The regex uses a construct that other engines have and RE2 does not: look-around, "
    "back-references, possessive and atomic groups, recursion, escapes such as `\\\\h` and "
    "`\\\\Z`.",
    "RE2 guarantees time linear in the text, which these constructs rule out. A regex with one of "
    "them does not compile, so the entry is never found.",
    R"_("regex": "push (?=rejected)")_",
    R"_("regex": "push (?:rejected)")_",
    "Write what the help says. If it shows no rewrite, match the text before and after, and leave "
    "the condition out.",
};

}  // namespace kbc
