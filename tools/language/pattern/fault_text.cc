#include "pattern/fault_text.h"

#include <string_view>

#include "pattern/construct.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What to write instead of a construct that RE2 lacks, where a rewrite cannot be made for it.
std::string help_for(Construct construct) {
  switch (construct) {
    case Construct::lookahead:
    case Construct::conditional:
      return "write what must follow into the regex itself";
    case Construct::negative_lookahead:
      return "leave it out, or list with `|` what may follow";
    case Construct::lookbehind:
      return "write what must go before into the regex itself";
    case Construct::negative_lookbehind:
      return "leave it out, or list with `|` what may go before";
    case Construct::backreference:
    case Construct::named_backreference:
      return "write out what the group matches";
    case Construct::recursion:
      return "write out as many levels as are needed";
    case Construct::foreign_flags:
      return "RE2 knows the flags `i`, `m`, `s` and `U`";
    case Construct::match_start:
    case Construct::match_reset:
    case Construct::callout:
    case Construct::verb:
      return "leave it out";
    case Construct::grapheme:
      return "write `.` for a character";
    default:
      return "";
  }
}

SyntaxFaultText foreign(std::string_view written, Construct construct) {
  return {
      ticked(written) + " is " + std::string(fact_of(construct).what) + ", which RE2 does not have",
      help_for(construct)};
}

SyntaxFaultText unknown_escape(std::string_view written) {
  SyntaxFaultText text{ticked(written) + " is no escape that RE2 knows", ""};
  const char letter = written[1];
  if (letter == 'u' || letter == 'U') {
    text.help = "write the number in braces: `\\\\x{4e2d}`";
  } else if (letter == 'E') {
    text.help = "leave it out: no `\\\\Q` is open";
  } else if (letter >= '1' && letter <= '9') {
    text.help = "write the number of a character as `\\\\x01`";
  } else {
    text.help = "leave out the backslash for the letter itself";
  }
  return text;
}

SyntaxFaultText backward_range(std::string_view written) {
  SyntaxFaultText text{"the range " + ticked(written) + " runs backwards", ""};
  const bool is_simple = written.size() == 3 && written[1] == '-';
  if (is_simple) text.help = "write " + ticked(std::string{written[2], '-', written[0]});
  return text;
}

SyntaxFaultText unknown_group(std::string_view written) {
  return {ticked(written) + " begins no group that RE2 knows",
          "RE2 knows `(…)`, `(?:…)`, `(?P<name>…)` and the flags `i`, `m`, `s` and `U`"};
}

}  // namespace

SyntaxFaultText describe(const SyntaxTree& tree, const SyntaxFault& fault) {
  const std::string_view written = tree.text.substr(fault.span.begin, fault.span.size());
  switch (fault.kind) {
    case FaultKind::kForeign:
      return foreign(written, fault.construct);
    case FaultKind::kUnknownEscape:
      return unknown_escape(written);
    case FaultKind::kBadHex:
      return {ticked(written) + " is no number of a character",
              "write two hexadecimal digits, or more in braces: `\\\\x7f`, `\\\\x{4e2d}`"};
    case FaultKind::kTrailingBackslash:
      return {"a backslash with nothing behind it", "write `\\\\\\\\` for the character itself"};
    case FaultKind::kClassEndsRange:
      return {ticked(written) + " stands for many characters and cannot end a range",
              "write `\\\\-` for the hyphen itself"};
    case FaultKind::kBackwardRange:
      return backward_range(written);
    case FaultKind::kUnknownPosixClass:
      return {ticked(written) + " names no class of characters",
              "the names are such as `[:alpha:]`, `[:digit:]` and `[:space:]`"};
    case FaultKind::kUnknownUnicodeClass:
      return {ticked(written) + " names no class of Unicode",
              "write a category or a script: `\\\\p{L}`, `\\\\p{Han}`"};
    case FaultKind::kUnclosedClass:
      return {"`[` is never closed", "end it with `]`, or write `\\\\[` for the character itself"};
    case FaultKind::kUnclosedGroup:
      return {"`(` is never closed", "end it with `)`, or write `\\\\(` for the character itself"};
    case FaultKind::kUnopenedGroup:
      return {"`)` closes nothing", "remove it, or write `\\\\)` for the character itself"};
    case FaultKind::kNothingToRepeat:
      return {ticked(written) + " has nothing before it to repeat",
              "write " + ticked("\\\\" + std::string(written.substr(0, 1))) +
                  " for the character itself"};
    case FaultKind::kRepeatOfRepeat:
      return {ticked(written) + " repeats what is a repeat already",
              "write one of them, or a group around the inner one"};
    case FaultKind::kBackwardBounds:
      return {ticked(written) + " has its bounds in the wrong order",
              "write the smaller one first"};
    case FaultKind::kTooManyRepeats:
      return {ticked(written) + " repeats more than 1000 times",
              "repeat 1000 times at most, counting the repeats inside what is repeated"};
    case FaultKind::kUnknownGroup:
      return unknown_group(written);
    case FaultKind::kBadGroupName:
      return {ticked(written) + " is no name of a group",
              "write `(?P<name>…)` with letters, digits and underscores"};
    case FaultKind::kUnclosedGroupName:
      return {"the name of the group has no `>` at its end", "write `(?P<name>…)`"};
    case FaultKind::kNotUtf8:
      return {"bytes that are not UTF-8", "write the character itself, or `\\\\x` and its number"};
  }
  return {};
}

}  // namespace kbc
