// Texts of unknown origin, made fit for where they are shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kbc {

// Whether a terminal shows the character as nothing, or obeys it: control and format characters
// (which include the zero-width ones and those that turn the direction), line and paragraph
// separator, what Unicode calls ignorable by default (fillers, tags, selectors but for U+FE0E and
// U+FE0F, which emoji need), the blank Braille pattern.
bool is_unprintable(char32_t value);

// Whether the text has a control character: of ASCII (line breaks and tabs are some), or the C1
// ones of Unicode.
bool has_control(std::string_view text);

// "<U+200B>": how an unprintable character is shown.
std::string spelled_out(char32_t value);

// One line that is safe on a terminal: every unprintable character is spelled out, every byte that
// is not UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

// Where the text begins after tabs and blanks of any width; its size when it has nothing else.
std::size_t after_blanks(std::string_view text);

// The text itself where it is UTF-8; every other byte becomes U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace kbc
