#include "parse/literal.h"

#include <charconv>
#include <cstdlib>

#include "text/ascii.h"
#include "text/number_text.h"

namespace kbc {
namespace {

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

unsigned hex4(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

struct Unit {
  std::size_t raw;      // bytes in the literal
  std::size_t decoded;  // bytes of UTF-8
};

std::size_t utf8_length(unsigned code_point) {
  if (code_point < 0x80) return 1;
  return code_point < 0x800 ? 2 : 3;
}

// The escape or byte that begins at `at`.
Unit unit_at(std::string_view literal, std::size_t at) {
  if (literal[at] != '\\' || at + 1 >= literal.size()) return {1, 1};
  if (literal[at + 1] != 'u' || at + 6 > literal.size()) return {2, 1};
  const unsigned first = hex4(literal.substr(at + 2, 4));
  const bool leads_pair = first >= 0xD800 && first < 0xDC00 && at + 12 <= literal.size() &&
                          literal[at + 6] == '\\' && literal[at + 7] == 'u';
  return leads_pair ? Unit{12, 4} : Unit{6, utf8_length(first)};
}

}  // namespace

std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t digits_end = skip_digits(text, at);
  if (digits_end == at) return 0;
  at = text[at] == '0' ? at + 1 : digits_end;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    at = skip_digits(text, at + 1);
  }
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return at;
  std::size_t exponent = at + 1;
  if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
  const std::size_t end = skip_digits(text, exponent);
  return end == exponent ? at : end;
}

double parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc::result_out_of_range) return value;
  // from_chars does not say in which direction it is out of range; strtod does. kbc never sets a
  // locale, so the decimal point is a point.
  return std::strtod(std::string(text).c_str(), nullptr);
}

std::string quote(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        literal += "\\\"";
        break;
      case '\\':
        literal += "\\\\";
        break;
      case '\b':
        literal += "\\b";
        break;
      case '\f':
        literal += "\\f";
        break;
      case '\n':
        literal += "\\n";
        break;
      case '\r':
        literal += "\\r";
        break;
      case '\t':
        literal += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) {
          literal += c;
          break;
        }
        literal += "\\u" + hexadecimal(static_cast<unsigned char>(c), 4);
    }
  }
  return literal + '"';
}

std::size_t raw_offset(std::string_view literal, std::size_t decoded) {
  std::size_t at = 1;
  std::size_t value = 0;
  while (value < decoded && at + 1 < literal.size()) {
    const Unit unit = unit_at(literal, at);
    if (value + unit.decoded > decoded) break;
    value += unit.decoded;
    at += unit.raw;
  }
  return at;
}

}  // namespace kbc
