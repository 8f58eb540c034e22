#include <string>
#include <string_view>

#include "check/check.h"
#include "check/text_part.h"
#include "pattern/construct.h"
#include "pattern/syntax_tree.h"
#include "text/case_fold.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Whether the class has nothing but one letter in all its cases that ASCII has.
bool is_letter_pair(const SyntaxTree& syntax, const SyntaxNode& node) {
  if (node.is_negated || !(node.flags & kFoldCase)) return false;
  std::size_t count = 0;
  char32_t letter = 0;
  for (NodeId id = node.child; id != kNoNode; id = syntax[id].next, ++count) {
    const SyntaxNode& member = syntax[id];
    const bool is_one = member.kind == SyntaxKind::kRange && member.value == member.other &&
                        member.span.size() == 1;
    if (!is_one || (count > 0 && fold(member.value) != letter)) return false;
    letter = fold(member.value);
  }
  return count > 1 && letter >= 'a' && letter <= 'z';
}

// The setting of flags without its `i`: `(?i)` is nothing then, `(?im:` is `(?m:`.
std::string without_flag(std::string_view opening) {
  std::string text(opening);
  text.erase(text.find('i'), 1);
  return text == "(?)" ? "" : text;
}

// The bytes of `(?i:` and its like, the sign at its end included.
std::string_view opening_of(const SyntaxTree& syntax, const SyntaxNode& node) {
  const std::string_view written = syntax.text_of(node);
  if (node.kind == SyntaxKind::kFlags) return written;
  return written.substr(0, written.find(':') + 1);
}

bool turns_on(std::string_view opening) {
  const std::size_t flag = opening.find('i');
  return flag != std::string_view::npos && flag < opening.find('-');
}

}  // namespace

void regex_redundant_flag(const Entry& entry, const Context&, Report& report) {
  if (!entry["regex"].present()) return;
  const SyntaxTree& syntax = entry.pattern.syntax();
  if (!syntax.ok() || syntax.text.find_first_of("?[") == std::string_view::npos) return;
  if (entry.pattern.case_rule() != CaseRule::kIgnoreCase) return;
  // Where case is turned off somewhere, a later flag may turn it on again.
  const bool may_be_off = syntax.text.find("-i") != std::string_view::npos ||
                          syntax.text.find("(?-") != std::string_view::npos;
  std::size_t count = 0;
  for (const SyntaxNode& node : syntax.nodes) {
    const bool is_setting =
        node.construct == Construct::inline_flags || node.construct == Construct::flag_group;
    if (is_setting && !may_be_off && turns_on(opening_of(syntax, node))) {
      if (++count > kMaxFindingsInText) return;
      const std::string_view opening = opening_of(syntax, node);
      const Span span = entry["regex"].part(node.span.begin, node.span.begin + opening.size());
      const std::string text = without_flag(opening);
      const std::string order = text.empty() ? "remove it" : "write " + ticked(text);
      report
          .at(span, "redundant-flag"_fault,
              ticked(opening) + " is redundant: case is already ignored")
          .help(order)
          .fix(order, span, text);
    } else if (node.kind == SyntaxKind::kClass && is_letter_pair(syntax, node)) {
      if (++count > kMaxFindingsInText) return;
      const Span span = entry["regex"].part(node.span.begin, node.span.end);
      const std::string text(1, static_cast<char>(fold(syntax[node.child].value)));
      report
          .at(span, "redundant-class"_fault,
              ticked(syntax.text_of(node)) + " is " + ticked(text) + ": case is ignored")
          .help("write " + ticked(text))
          .fix("write " + ticked(text), span, text);
    }
  }
}

extern const Explanation regex_redundant_flag_explanation = {
    "The regex asks for letters of either case, with `(?i)` or with classes such as `[Xx]`, "
    "although kbc already ignores case. The rule is off with `case_sensitive` in `kbc.json`.",
    "It makes the regex longer and harder to read, and suggests that the other regexes are "
    "case-sensitive.",
    R"("regex": "(?i)[Pp]ush rejected")",
    R"("regex": "push rejected")",
    "Remove the flag, or write the letter alone.",
};

}  // namespace kbc
