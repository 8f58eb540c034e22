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
  append_label(rest, number);
  if (!parse_version_number(number)) return {};
  return number;
}

bool looks_like_calendar(std::string_view text) { return kbx::calendar_shape(text).length > 0; }

bool looks_like_number(std::string_view text) {
  const std::size_t begin = kbx::has_char(text, 0, 'v') || kbx::has_char(text, 0, 'V') ? 1 : 0;
  const std::size_t end = skip_digits(text, begin);
  if (end == begin) return false;
  return kbx::has_char(text, end, '.') || text.substr(end) == "-";
}

}  // namespace kbc
