#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

// What a word of a version spec can be.

// The range of all versions.
bool is_any_word(std::string_view word);

// `humble`, `F4`, `next_1.2`: a name that is compared with.
bool is_codename(std::string_view word);

// A letter or digit of any language.
bool is_word_character(char c);

// 3.0.x, which `!=` may leave out as a whole.
bool is_series(std::string_view word);

// 7-Zip: a whole number, `-`, and letters, which elsewhere is a version with a label.
bool is_numbered_name(std::string_view word);

// Where in `word` a range begins that is glued to a name by a sign, as in HTTP/1.1+; npos if none.
// S10+ and C++ are names, C++11+ is the range 11+ after C++.
std::size_t glued_range(std::string_view word);

}  // namespace kbc
