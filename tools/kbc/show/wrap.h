#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kbc {

// The text as lines of at most `width` terminal columns, harmless on a terminal. Lines break at
// blanks and around wide characters, which need none, and never in code between back-ticks; a word
// that is longer is alone. Line
// breaks of the text stay. Requires: width > 0.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// Names with what they mean in a second column, which begins after the longest name; 80 columns of
// text, unless the names leave too little of them.
std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows);

}  // namespace kbc
