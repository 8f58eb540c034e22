#include "text/number_text.h"

#include <algorithm>
#include <charconv>

#include "text/ascii.h"

namespace kbc {

std::string decimal(double value) {
  // All digits would show what binary cannot express: 0.9990000000000001 for 99.9 / 100.
  constexpr int kDigits = 12;
  char digits[32];
  const auto written =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, kDigits);
  return std::string(digits, written.ptr);
}

std::string shortest(double value) {
  char digits[32];
  return std::string(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

std::string hexadecimal(std::uint64_t value, std::size_t digits) {
  char written[16];
  const char* end = std::to_chars(written, written + sizeof written, value, 16).ptr;
  const auto count = static_cast<std::size_t>(end - written);
  return std::string(digits - std::min(digits, count), '0').append(written, count);
}

std::string code_point_number(char32_t value) {
  std::string digits = hexadecimal(value, 4);
  for (char& c : digits) c = upper_ascii(c);
  return "U+" + digits;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  std::string text = std::to_string(count) + " " + std::string(noun);
  if (count == 1) return text;
  if (noun.ends_with('x')) return text + "es";
  if (!noun.ends_with('y')) return text + "s";
  return text.substr(0, text.size() - 1) + "ies";
}

}  // namespace kbc
