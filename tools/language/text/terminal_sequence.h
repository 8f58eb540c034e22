#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

inline constexpr char kEscape = '\x1b';

// The bytes of the sequence that steers a terminal (ECMA-48) at `at`, where an escape is: a
// colour, a movement, a title, a link. It ends before a line break, and before what cannot belong
// to it. At least 1.
std::size_t terminal_sequence_length(std::string_view text, std::size_t at);

}  // namespace kbc
