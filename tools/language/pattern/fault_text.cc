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
      "unsupported"_fault,
      ticked(written) + " is " + std::string(fact_of(construct).what) + ", which RE2 does not have",
      help_for(construct)};
}

std::string help_for_escape(char letter) {
  if (letter == 'u' || letter == 'U') return "write the number in braces: `\\\\x{4e2d}`";
  if (letter == 'E') return "leave it out: no `\\\\Q` is open";
  if (letter >= '1' && letter <= '9') return "write the number of a character as `\\\\x01`";
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
    {FaultKind::kUnknownEscape, "unknown-escape"_fault, "{} is no escape that RE2 knows", ""},
    {FaultKind::kBadHex, "bad-hexadecimal"_fault, "{} is no number of a character",
     "write two hexadecimal digits, or more in braces: `\\\\x7f`, `\\\\x{4e2d}`"},
    {FaultKind::kTrailingBackslash, "trailing-backslash"_fault,
     "a backslash with nothing behind it", "write `\\\\\\\\` for the character itself"},
    {FaultKind::kClassEndsRange, "class-ends-range"_fault,
     "{} stands for many characters and cannot end a range", "write `\\\\-` for the hyphen itself"},
    {FaultKind::kBackwardRange, "backward-range"_fault, "the range {} runs backwards", ""},
    {FaultKind::kUnknownPosixClass, "unknown-posix-class"_fault, "{} names no class of characters",
     "the names are such as `[:alpha:]`, `[:digit:]` and `[:space:]`"},
    {FaultKind::kUnknownUnicodeClass, "unknown-unicode-class"_fault, "{} names no class of Unicode",
     "write a category or a script: `\\\\p{L}`, `\\\\p{Han}`"},
    {FaultKind::kUnclosedClass, "unclosed-class"_fault, "`[` is never closed",
     "end it with `]`, or write `\\\\[` for the character itself"},
    {FaultKind::kUnclosedGroup, "unclosed-group"_fault, "`(` is never closed",
     "end it with `)`, or write `\\\\(` for the character itself"},
    {FaultKind::kUnopenedGroup, "unopened-group"_fault, "`)` closes nothing",
     "remove it, or write `\\\\)` for the character itself"},
    {FaultKind::kNothingToRepeat, "nothing-to-repeat"_fault, "{} has nothing before it to repeat",
     ""},
    {FaultKind::kRepeatOfRepeat, "repeat-of-repeat"_fault, "{} repeats what is a repeat already",
     "write one of them, or a group around the inner one"},
    {FaultKind::kBackwardBounds, "backward-bounds"_fault, "{} has its bounds in the wrong order",
     "write the smaller one first"},
    {FaultKind::kTooManyRepeats, "too-many-repeats"_fault, "{} repeats more than 1000 times",
     "repeat 1000 times at most, counting the repeats inside what is repeated"},
    {FaultKind::kUnknownGroup, "unknown-group"_fault, "{} begins no group that RE2 knows",
     "RE2 knows `(…)`, `(?:…)`, `(?P<name>…)` and the flags `i`, `m`, `s` and `U`"},
    {FaultKind::kBadGroupName, "bad-group-name"_fault, "{} is no name of a group",
     "write `(?P<name>…)` with letters, digits and underscores"},
    {FaultKind::kUnclosedGroupName, "unclosed-group-name"_fault,
     "the name of the group has no `>` at its end", "write `(?P<name>…)`"},
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
