#pragma once

#include <cstddef>

namespace kbc {

// Terminal columns that a character takes: 0 for one that combines, 2 for a wide one (Unicode's
// East Asian Width, as utf8proc has it), else 1. Control characters count 1, since they are shown
// as a substitute.
std::size_t display_width(char32_t code_point);

}  // namespace kbc
