#include <utf8proc.h>

#include <algorithm>
#include <tuple>

#include "pattern/pattern_parser.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// A letter, mark, digit or connector of any script.
bool may_be_in_name(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:
      return false;
  }
}

bool is_name(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = decode(text, at);
    if (character.length == 1 && character.value == kReplacementCharacter) return false;
    if (!may_be_in_name(character.value)) return false;
    at += character.length;
  }
  return !text.empty();
}

std::optional<PatternFlags> flag_of(char c) {
  switch (c) {
    case 'i':
      return kFoldCase;
    case 'm':
      return kMultiLine;
    case 's':
      return kDotAll;
    case 'U':
      return kSwapGreedy;
    default:
      return {};
  }
}

}  // namespace

void PatternParser::open_group() {
  if (peek(1) == '?') {
    if (is_next("(?P<")) return open_python_name();
    if (open_flags() || read_whole_group() || open_foreign_group()) return;
    const std::size_t length = is_next("(?P") || is_next("(?<") ? 3 : 2;
    add_fault(FaultKind::kUnknownGroup, at_, at_ + length);
    return open(Construct::group, length, flags_);
  }
  if (peek(1) == '*' && read_whole_group()) return;
  open(Construct::capture, 1, flags_);
}

void PatternParser::open(Construct construct, std::size_t length, PatternFlags flags_inside) {
  Group& group = open_.emplace_back();
  group.begin = at_;
  group.construct = construct;
  group.outer_flags = flags_;
  flags_ = flags_inside;
  at_ += length;
  group.branch_begin = at_;
}

// `(?i)`, `(?i:`, `(?:`. False, with nothing read, for what is neither.
bool PatternParser::open_flags() {
  PatternFlags flags = flags_;
  bool is_off = false;
  bool has_flag = false;
  for (std::size_t length = 2; at_ + length < text_.size(); ++length) {
    const char c = peek(length);
    if (const auto flag = flag_of(c)) {
      flags = static_cast<PatternFlags>(is_off ? flags & ~*flag : flags | *flag);
      has_flag = true;
    } else if (c == '-' && !is_off) {
      is_off = true;
      has_flag = false;
    } else if ((c == ':' || c == ')') && (!is_off || has_flag)) {
      const bool has_any = length > 2;
      if (c == ':') {
        open(has_any ? Construct::flag_group : Construct::group, length + 1, flags);
        return true;
      }
      const std::size_t begin = at_;
      flags_ = flags;
      at_ += length + 1;
      append(add(SyntaxKind::kFlags, begin, Construct::inline_flags));
      return true;
    } else {
      return false;
    }
  }
  return false;
}

void PatternParser::open_python_name() {
  constexpr std::size_t kOpening = 4;  // of `(?P<`
  std::size_t end = std::string_view::npos;
  if (!has_no_name_end_) end = text_.find('>', at_ + kOpening);
  if (end == std::string_view::npos) {
    has_no_name_end_ = true;
    add_fault(FaultKind::kUnclosedGroupName, at_, at_ + kOpening);
    return open(Construct::python_name, kOpening, flags_);
  }
  const std::size_t length = end + 1 - at_;
  if (!is_name(text_.substr(at_ + kOpening, length - kOpening - 1))) {
    add_fault(FaultKind::kBadGroupName, at_, at_ + length);
  }
  open(Construct::python_name, length, flags_);
}

// Groups of other engines with no pattern in them. False when it is none.
bool PatternParser::read_whole_group() {
  // Nothing of this kind is longer in earnest, and a bracket beyond would belong to something else.
  constexpr std::size_t kLongest = 200;
  const std::size_t begin = at_;
  const std::string_view text = rest().substr(0, kLongest);
  const std::size_t end = text.find(')');
  if (end == std::string_view::npos) return false;
  const std::string_view inside = text.substr(2, end - 2);
  const char first = inside.empty() ? '\0' : inside[0];
  const bool is_number = !inside.empty() && std::all_of(inside.begin() + 1, inside.end(), is_digit);
  std::optional<Construct> construct;
  if (text[1] == '*') {
    if (first >= 'A' && first <= 'Z') construct = Construct::verb;
  } else if (first == '#') {
    construct = Construct::comment;
  } else if (inside.starts_with("P=")) {
    construct = Construct::named_backreference;
  } else if (inside.starts_with("P>") || first == '&' || inside == "R" ||
             (is_number &&
              (is_digit(first) || (inside.size() > 1 && (first == '+' || first == '-'))))) {
    construct = Construct::recursion;
  } else if (is_number && first == 'C') {
    construct = Construct::callout;
  } else if (!inside.empty() &&
             std::all_of(inside.begin(), inside.end(),
                         [](char c) { return is_letter(c) || c == '-' || c == '^'; }) &&
             std::any_of(inside.begin(), inside.end(), is_letter)) {
    // Letters that are all flags in RE2 are in an order that no engine takes.
    const bool is_foreign = std::any_of(inside.begin(), inside.end(), [](char c) {
      return c == '^' || (is_letter(c) && !flag_of(c));
    });
    if (is_foreign) construct = Construct::foreign_flags;
  }
  if (!construct) return false;
  at_ += end + 1;
  append(add_foreign(*construct, begin));
  return true;
}

// Groups of other engines with a pattern in them. False when it is none.
bool PatternParser::open_foreign_group() {
  struct Opening {
    std::string_view text;
    Construct construct;
  };
  constexpr Opening kOpenings[] = {
      {"(?=", Construct::lookahead},    {"(?!", Construct::negative_lookahead},
      {"(?<=", Construct::lookbehind},  {"(?<!", Construct::negative_lookbehind},
      {"(?>", Construct::atomic_group}, {"(?|", Construct::branch_reset},
      {"(?(", Construct::conditional},
  };
  for (const Opening& opening : kOpenings) {
    if (!is_next(opening.text)) continue;
    // The condition is a group of its own.
    open_foreign(opening.construct,
                 opening.construct == Construct::conditional ? 2 : opening.text.size());
    return true;
  }
  constexpr std::size_t kLongestName = 64;
  const std::string_view text = rest().substr(0, kLongestName);
  for (const auto& [begin, end, construct] :
       {std::tuple{"(?<", '>', Construct::perl_name}, {"(?'", '\'', Construct::quoted_name}}) {
    const std::size_t length = text.starts_with(begin) ? text.find(end, 3) : std::string_view::npos;
    if (length == std::string_view::npos || !is_name(text.substr(3, length - 3))) continue;
    open_foreign(construct, length + 1);
    return true;
  }
  // `(?x:`
  std::size_t length = 2;
  while (length < text.size() && (is_letter(text[length]) || text[length] == '-')) ++length;
  if (length < 3 || length == text.size() || text[length] != ':') return false;
  open_foreign(Construct::foreign_flags, length + 1);
  return true;
}

void PatternParser::open_foreign(Construct construct, std::size_t length) {
  const std::size_t fault = add_fault(FaultKind::kForeign, at_, at_ + length, construct);
  open(construct, length, flags_);
  open_.back().fault = fault;
}

}  // namespace kbc
