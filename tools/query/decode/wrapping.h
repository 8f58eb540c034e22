#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "decode/decoded_text.h"

namespace kbc {

// How a terminal, a mail or an editor has broken the lines of a text that were too wide.
enum class Wrapping : std::uint8_t {
  kHard,     // at the width, wherever that is
  kByWords,  // at the last blank before
};
inline constexpr std::array<Wrapping, 2> kWrappings = {Wrapping::kHard, Wrapping::kByWords};

// Appends the text to `out`, whose source it is, without the line ends that wrapping has put in:
// those of lines that end within three columns of the width of the widest line, or, by words, whose
// next word would not have fitted. False, and nothing of use in `out`, if there is none. Linear.
bool undo_wrapping(std::string_view text, Wrapping wrapping, DecodedText& out);

}  // namespace kbc
