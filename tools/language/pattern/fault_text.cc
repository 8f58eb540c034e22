#include "pattern/fault_text.h"

#include <algorithm>
#include <iterator>
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
      return "leave it out, or list what may follow with `|`";
    case Construct::lookbehind:
      return "write what must come before into the regex itself";
    case Construct::negative_lookbehind:
      return "leave it out, or list what may come before with `|`";
    case Construct::backreference:
    case Construct::named_backreference:
      return "write out what the group matches";
    case Construct::recursion:
      return "write out as many levels as are needed";
    case Construct::foreign_flags:
      return "RE2 supports the flags `i`, `m`, `s` and `U`";
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
  return {"unsupported"_fault,
          ticked(written) + " is " + std::string(fact_of(construct).what) +
              ", which RE2 does not support",
          help_for(construct)};
}

std::string help_for_escape(char letter) {
  if (letter == 'u' || letter == 'U') return "write the code in braces: `\\\\x{4e2d}`";
  if (letter == 'E') return "leave it out: no `\\\\Q` is open";
  if (letter >= '1' && letter <= '9') return "write a character code as `\\\\x01`";
  return "leave out the backslash for the letter itself";
}

// Of `z-a`.
std::string help_for_range(std::string_view written) {
  const bool is_simple = written.size() == 3 && written[1] == '-';
  return is_simple ? "write " + ticked(std::string{written[2], '-', written[0]}) : "";
}

// What is said of each kind of fault. `{}` in the message is what is written.
struct FaultRow {
  FaultKind kind;
  FaultName name;
  std::string_view message;
  std::string_view help;  // empty: it depends on what is written
};

constexpr FaultRow kFaults[] = {
    {FaultKind::kUnknownEscape, "unknown-escape"_fault, "unknown escape {}", ""},
    {FaultKind::kBadHex, "bad-hexadecimal"_fault, "{} is not a character code",
     "write two hexadecimal digits, or more in braces: `\\\\x7f`, `\\\\x{4e2d}`"},
    {FaultKind::kTrailingBackslash, "trailing-backslash"_fault, "trailing backslash",
     "write `\\\\\\\\` for the character itself"},
    {FaultKind::kClassEndsRange, "class-ends-range"_fault,
     "{} is a class of characters and cannot end a range", "write `\\\\-` for the hyphen itself"},
    {FaultKind::kBackwardRange, "backward-range"_fault, "the range {} runs backwards", ""},
    {FaultKind::kUnknownPosixClass, "unknown-posix-class"_fault, "unknown character class {}",
     "write a class such as `[:alpha:]`, `[:digit:]` or `[:space:]`"},
    {FaultKind::kUnknownUnicodeClass, "unknown-unicode-class"_fault, "unknown Unicode class {}",
     "write a category or a script: `\\\\p{L}`, `\\\\p{Han}`"},
    {FaultKind::kUnclosedClass, "unclosed-class"_fault, "`[` is never closed",
     "end it with `]`, or write `\\\\[` for the character itself"},
    {FaultKind::kUnclosedGroup, "unclosed-group"_fault, "`(` is never closed",
     "end it with `)`, or write `\\\\(` for the character itself"},
    {FaultKind::kUnopenedGroup, "unopened-group"_fault, "`)` closes nothing",
     "remove it, or write `\\\\)` for the character itself"},
    {FaultKind::kNothingToRepeat, "nothing-to-repeat"_fault, "nothing to repeat before {}", ""},
    {FaultKind::kRepeatOfRepeat, "repeat-of-repeat"_fault, "{} repeats a repeat",
     "remove one of them, or put the inner one into a group"},
    {FaultKind::kBackwardBounds, "backward-bounds"_fault, "{} has its bounds in the wrong order",
     "write the smaller one first"},
    {FaultKind::kTooManyRepeats, "too-many-repeats"_fault, "{} repeats more than 1000 times",
     "repeat 1000 times at most, counting the repeats inside what is repeated"},
    {FaultKind::kUnknownGroup, "unknown-group"_fault, "unknown group {}",
     "RE2 supports `(…)`, `(?:…)`, `(?P<name>…)` and the flags `i`, `m`, `s` and `U`"},
    {FaultKind::kBadGroupName, "bad-group-name"_fault, "{} is not a group name",
     "write `(?P<name>…)` with letters, digits and underscores"},
    {FaultKind::kUnclosedGroupName, "unclosed-group-name"_fault, "unclosed group name",
     "write `(?P<name>…)`"},
    {FaultKind::kNotUtf8, "invalid-byte"_fault, "bytes that are not UTF-8",
     "write the character itself, or `\\\\x` and its number"},
};

std::string help_for(FaultKind kind, std::string_view written) {
  if (kind == FaultKind::kUnknownEscape) return help_for_escape(written[1]);
  if (kind == FaultKind::kBackwardRange) return help_for_range(written);
  return "write " + ticked("\\\\" + std::string(written.substr(0, 1))) +
         " for the character itself";
}

}  // namespace

SyntaxFaultText describe(const SyntaxTree& tree, const SyntaxFault& fault) {
  const std::string_view written = tree.text.substr(fault.span.begin, fault.span.size());
  if (fault.kind == FaultKind::kForeign) return foreign(written, fault.construct);
  const FaultRow& row = *std::find_if(std::begin(kFaults), std::end(kFaults),
                                      [&](const FaultRow& one) { return one.kind == fault.kind; });
  std::string message(row.message);
  const std::size_t place = message.find("{}");
  if (place != std::string::npos) message.replace(place, 2, ticked(written));
  return {row.name, message,
          row.help.empty() ? help_for(fault.kind, written) : std::string(row.help)};
}

}  // namespace kbc
