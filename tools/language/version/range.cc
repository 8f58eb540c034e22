#include "version/range.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace kbc {
namespace {

struct OperatorSpelling {
  std::string_view text;
  Operator op;
};

constexpr std::array<OperatorSpelling, 9> kOperators = {{
    {">=", Operator::kAtLeast},
    {">", Operator::kAbove},
    {"<=", Operator::kAtMost},
    {"<", Operator::kBelow},
    {"==", Operator::kExactly},
    {"!=", Operator::kNot},
    {"~=", Operator::kCompatible},
    {"^", Operator::kCaret},
    {"~", Operator::kTilde},
}};

struct Slip {
  std::string_view written;
  std::string_view intended;
};

// From other version languages (npm, RubyGems, Debian, SQL), typing order, and typography.
constexpr std::array<Slip, 14> kSlips = {{
    {"=", "=="},
    {"===", "=="},
    {"=>", ">="},
    {">==", ">="},
    {"\xE2\x89\xA5", ">="},
    {"=<", "<="},
    {"<==", "<="},
    {"\xE2\x89\xA4", "<="},
    {"<>", "!="},
    {"!==", "!="},
    {"\xE2\x89\xA0", "!="},
    {"~>", "~="},
    {"<<", "<"},
    {">>", ">"},
}};

bool is_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

std::size_t caret_part(const VersionNumber& number) {
  const auto first = std::find_if_not(number.parts.begin(), number.parts.end() - 1, is_zero);
  return static_cast<std::size_t>(first - number.parts.begin());
}

Interval from_number_to_next(const VersionNumber& number, std::size_t part) {
  return {just_before(number.version), just_before(number.next(part))};
}

// The two numbers of `1.20-1.24`.
struct Ends {
  VersionNumber first;
  VersionNumber last;
};

std::optional<Ends> parse_ends(std::string_view word) {
  std::optional<VersionNumber> first = scan_number(word, Hyphen::kRange);
  if (!first || first->length == word.size() || word[first->length] != '-') return std::nullopt;
  const std::string_view rest = word.substr(first->length + 1);
  std::optional<VersionNumber> last = scan_number(rest, Hyphen::kRange);
  if (!last || last->length != rest.size()) return std::nullopt;
  return Ends{*std::move(first), *std::move(last)};
}

// `2.40-2.30`, which cannot be a package's revision: those are small, and seldom of two parts.
bool is_backward(const Ends& ends) {
  constexpr std::size_t kRevisionDigits = 1;
  const std::vector<std::string_view>& first = ends.first.parts;
  const std::vector<std::string_view>& last = ends.last.parts;
  return first.size() == last.size() && first.size() > 1 && first[0] == last[0] &&
         last[1].size() > kRevisionDigits;
}

// Whether the dash between them makes a range. 12.2.0-14 and 2.10-1.1 are a version each, with the
// revision of a package.
bool is_range(const Ends& ends) {
  if (ends.last.has_build || ends.last.parts.size() < ends.first.parts.size()) return false;
  return ends.first.version <= ends.last.version || is_backward(ends);
}

Interval between(const Ends& ends) {
  return {just_before(ends.first.version), covered_by(ends.last).high};
}

}  // namespace

std::optional<Operator> parse_operator(std::string_view text) {
  for (const OperatorSpelling& known : kOperators) {
    if (known.text == text) return known.op;
  }
  return std::nullopt;
}

std::string_view intended_operator(std::string_view text) {
  for (const Slip& slip : kSlips) {
    if (slip.written == text) return slip.intended;
  }
  return {};
}

Interval operator_interval(Operator op, const VersionNumber& number) {
  const Version& version = number.version;
  switch (op) {
    case Operator::kAtLeast:
      return {just_before(version), highest_cut()};
    case Operator::kAbove:
      return {just_after(version), highest_cut()};
    case Operator::kAtMost:
      return {lowest_cut(), just_after(version)};
    case Operator::kBelow:
      return {lowest_cut(), just_before(version)};
    case Operator::kCompatible:
      return from_number_to_next(number, number.parts.size() - 2);
    case Operator::kCaret:
      return from_number_to_next(number, caret_part(number));
    case Operator::kTilde:
      return from_number_to_next(number, std::min<std::size_t>(1, number.parts.size() - 1));
    case Operator::kExactly:
    case Operator::kNot:
      break;
  }
  return exactly(version);
}

Interval covered_by(const VersionNumber& number) {
  if (number.has_stage || number.has_build) return exactly(number.version);
  return from_number_to_next(number, number.parts.size() - 1);
}

std::optional<Interval> parse_bare_range(std::string_view word) {
  if (word.ends_with("+")) {
    const auto number = parse_version_number(word.substr(0, word.size() - 1));
    if (!number) return std::nullopt;
    return operator_interval(Operator::kAtLeast, *number);
  }
  if (word.ends_with(".x") || word.ends_with(".X")) {
    const auto number = parse_version_number(word.substr(0, word.size() - 2));
    if (number && number->is_plain()) return covered_by(*number);
  }
  if (const auto ends = parse_ends(word); ends && is_range(*ends)) return between(*ends);
  const auto number = parse_version_number(word);
  if (!number) return std::nullopt;
  return covered_by(*number);
}

std::optional<Interval> parse_spaced_range(std::string_view first, std::string_view last) {
  std::optional<VersionNumber> low = parse_version_number(first);
  std::optional<VersionNumber> high = parse_version_number(last);
  if (!low || !high) return std::nullopt;
  return between(Ends{*std::move(low), *std::move(high)});
}

bool is_probably_range(std::string_view word) {
  const auto ends = parse_ends(word);
  return ends && !ends->last.has_build && ends->first.parts.size() > 1 &&
         ends->first.parts.size() == ends->last.parts.size() &&
         ends->first.parts[0] == ends->last.parts[0] && ends->first.version < ends->last.version;
}

}  // namespace kbc
