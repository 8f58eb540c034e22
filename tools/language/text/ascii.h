// Characters of ASCII, the same in every locale.
#ifndef KBC_TEXT_ASCII_H_
#define KBC_TEXT_ASCII_H_

#include <string>
#include <string_view>

namespace kbc {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// text with A to Z as a to z; every other byte is kept.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

}  // namespace kbc

#endif  // KBC_TEXT_ASCII_H_
