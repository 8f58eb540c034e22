#include "version/number.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "version/characters.h"

namespace kbc {
namespace {

// Digits, incremented by hand because they may be longer than any integer type.
std::string incremented(std::string_view digits) {
  std::string sum(digits);
  for (std::size_t i = sum.size(); i-- > 0;) {
    if (sum[i] != '9') {
      ++sum[i];
      return sum;
    }
    sum[i] = '0';
  }
  return "1" + sum;
}

std::vector<std::string_view> split(std::string_view parts) {
  std::vector<std::string_view> all;
  for (std::size_t begin = 0; begin < parts.size();) {
    const std::size_t end = skip_digits(parts, begin);
    all.push_back(parts.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

// The rest of a number as a label and a build: its letters and digits, between them one sign each.
void append_label(std::string_view rest, std::string& number) {
  bool is_build = false;
  char sign = '-';
  for (const char c : rest) {
    if (is_letter(c) || is_digit(c)) {
      if (sign != 0) number += sign;
      sign = 0;
      number += c;
    } else if (c == '+' && !is_build) {
      is_build = true;
      sign = '+';
    } else if (sign == 0) {
      sign = '.';
    }
  }
  // `1.0.post1` and `1.0.dev1` are no labels.
  for (const std::string_view name : {"-post", "-dev"}) {
    const std::size_t found = number.find(name);
    if (found == std::string::npos) continue;
    std::string dotted = number;
    dotted[found] = '.';
    if (parse_version_number(dotted)) number = dotted;
  }
}

std::size_t skip_signs(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_letter(text[at]) && !is_digit(text[at])) ++at;
  return at;
}

// How many numbers with a point between them the text begins with.
std::size_t parts_in(std::string_view text) {
  std::size_t parts = 0;
  for (std::size_t at = 0; kbx::has_digit(text, at); ++at) {
    at = skip_digits(text, at);
    ++parts;
    if (!kbx::has_char(text, at, '.')) break;
  }
  return parts;
}

// The text if it is a number.
std::optional<std::string> as_number(std::string text) {
  if (!parse_version_number(text)) return {};
  return text;
}

bool begins_with_point(std::string_view text) {
  return kbx::has_char(text, 0, '.') && kbx::has_digit(text, 1);
}

// 2024-01-31 for 2024/01/31; empty for what is no date.
std::string dashed_date(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  constexpr std::size_t kDateLength = 10;
  if (skip_digits(text, 0) != kYearDigits || !kbx::has_char(text, kYearDigits, '/')) return {};
  if (text.size() > kDateLength) return {};
  std::string date(text);
  std::replace(date.begin(), date.end(), '/', '-');
  const std::optional<VersionNumber> number = parse_version_number(date);
  return number && number->is_calendar ? date : std::string();
}

}  // namespace

Version VersionNumber::next(std::size_t part) const {
  assert(part < parts.size());
  const char* begin = parts[0].data();
  std::string counted(begin, parts[part].data());
  return Version(counted + incremented(parts[part]));
}

std::optional<VersionNumber> scan_number(std::string_view text, Hyphen hyphen) {
  const kbx::ScannedVersion scanned = kbx::scan_version(text, hyphen);
  if (scanned.length == 0) return std::nullopt;
  VersionNumber number;
  number.length = scanned.length;
  number.parts = split(scanned.parts);
  number.is_calendar = scanned.is_calendar;
  number.has_stage = scanned.has_stage;
  number.has_build = scanned.has_build;
  number.version = Version(scanned.parts, scanned.stage, scanned.label);
  return number;
}

std::optional<VersionNumber> parse_version_number(std::string_view text) {
  std::optional<VersionNumber> number = scan_number(text, Hyphen::kLabel);
  if (!number || number->length != text.size()) return std::nullopt;
  return number;
}

bool looks_like_foreign_number(std::string_view text) {
  const std::size_t end = skip_digits(text, 0);
  const bool has_tilde = end > 0 && kbx::has_char(text, end, '~');
  if (!has_tilde && !begins_with_point(text) && dashed_date(text).empty()) return false;
  return rewritten_number(text).has_value();
}

std::string_view series_of(std::string_view text) {
  std::string_view start = text;
  while (start.ends_with(".x") || start.ends_with(".X") || start.ends_with(".*")) {
    start.remove_suffix(2);
  }
  if (start.size() == text.size()) return {};
  const std::optional<VersionNumber> number = parse_version_number(start);
  return number && number->is_plain() ? start : std::string_view();
}

bool has_epoch(std::string_view text) {
  const std::size_t end = skip_digits(text, 0);
  const bool is_marked = kbx::has_char(text, end, ':') || kbx::has_char(text, end, '!');
  const std::size_t begin = end + 1 + (kbx::has_char(text, end + 1, 'v') ? 1 : 0);
  return end > 0 && is_marked && kbx::has_digit(text, begin);
}

std::optional<std::string> rewritten_number(std::string_view text) {
  constexpr std::size_t kMostBytes = 200;
  if (text.size() > kMostBytes || parse_version_number(text)) return {};
  if (has_epoch(text)) text.remove_prefix(skip_digits(text, 0) + 1);
  if (begins_with_point(text)) return as_number('0' + std::string(text));
  if (std::string date = dashed_date(text); !date.empty()) return date;
  const std::size_t begin = kbx::has_char(text, 0, 'v') || kbx::has_char(text, 0, 'V') ? 1 : 0;
  std::size_t at = skip_digits(text, begin);
  if (at == begin) return {};
  while (kbx::has_char(text, at, '.') && kbx::has_digit(text, at + 1)) {
    at = skip_digits(text, at + 1);
  }
  const std::string_view rest = text.substr(at);
  // Whoever writes `1.`, `3..1` or `1.x.y` means something else.
  const bool is_label = std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_letter(c) || is_digit(c) ||
           std::string_view(".-_~+:").find(c) != std::string_view::npos;
  });
  if (!is_label || rest == "." || rest.starts_with("..")) return {};
  if (rest.starts_with(".x") || rest.starts_with(".X")) return {};
  std::string number(text.substr(begin, at - begin));
  // 1.2-3 is a version with a label, 1-2 and 1.2-3.4 are ranges, and 2023-01 is a month.
  const std::size_t label_parts = parts_in(rest.substr(skip_signs(rest)));
  while (parts_in(number) <= label_parts) number += ".0";
  append_label(rest, number);
  return as_number(std::move(number));
}

bool looks_like_calendar(std::string_view text) { return kbx::calendar_shape(text).length > 0; }

bool looks_like_number(std::string_view text) {
  const std::size_t begin = kbx::has_char(text, 0, 'v') || kbx::has_char(text, 0, 'V') ? 1 : 0;
  const std::size_t end = skip_digits(text, begin);
  if (end == begin) return false;
  return kbx::has_char(text, end, '.') || text.substr(end) == "-";
}

}  // namespace kbc
