// Texts of unknown origin, made fit for where they are shown.
#pragma once

#include <string>
#include <string_view>

namespace kbc {

// Whether a terminal shows the character as nothing, or obeys it: control and format characters
// (which include the zero-width ones and those that turn the direction), line and paragraph
// separator.
bool is_unprintable(char32_t value);

// Whether the text has a control character: of ASCII (line breaks and tabs are some), or the C1
// ones of Unicode.
bool has_control(std::string_view text);

// "<U+200B>": how an unprintable character is shown.
std::string spelled_out(char32_t value);

// One line that is safe on a terminal: every unprintable character is spelled out, every byte that
// is not UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

// The text itself where it is UTF-8; every other byte becomes U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace kbc
