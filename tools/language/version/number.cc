#include "version/number.h"

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

bool looks_like_calendar(std::string_view text) { return kbx::calendar_shape(text).length > 0; }

bool looks_like_number(std::string_view text) {
  const std::size_t begin = kbx::has_char(text, 0, 'v') || kbx::has_char(text, 0, 'V') ? 1 : 0;
  const std::size_t end = skip_digits(text, begin);
  if (end == begin) return false;
  return kbx::has_char(text, end, '.') || text.substr(end) == "-";
}

}  // namespace kbc
