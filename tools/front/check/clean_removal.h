#pragma once

#include <optional>
#include <string_view>

#include "text/range.h"

namespace kbc {

// What to delete of a text to be rid of a range of it and leave no other fault: with it goes a
// blank that would then be doubled or be at an end. Nothing when the rest would be empty, or its
// neighbours one character in normal form C.
std::optional<TextRange> clean_removal(std::string_view text, TextRange range);

}  // namespace kbc
