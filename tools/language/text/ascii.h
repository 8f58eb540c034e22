// Characters of ASCII, the same in every locale. The grammar of versions has its own classes
// (version/characters.h), which are the reader's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kbc {

// What separates words: also JSON's white space.
inline constexpr std::string_view kBlanks = " \t\r\n";

constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
// Of a byte or a code point.
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
// As `\w` of a regex has it.
constexpr bool is_word(char c) { return is_alphanumeric(c) || c == '_'; }
constexpr bool is_hex(char32_t c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// A byte of a character that is not ASCII.
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
// A byte of a word in any script.
constexpr bool is_word_byte(char c) { return is_word(c) || is_beyond_ascii(c); }

// A to Z as a to z; every other byte is kept.
constexpr char lower_ascii(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

constexpr char upper_ascii(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }

inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lower_ascii(c);
  return lower;
}

// Requires: is_hex(c).
constexpr unsigned hex_value(char c) {
  return static_cast<unsigned>(is_digit(c) ? c - '0' : lower_ascii(c) - 'a' + 10);
}

// The text without the blanks at its ends; a part of it, also when nothing is left.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = kBlanks) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace kbc
