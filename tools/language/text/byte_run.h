#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

// How many of the first bytes are what `is` says: a function of one byte, without branches. Whole
// blocks are asked first, which compilers do for many bytes at once.
template <typename Is>
std::size_t byte_run(std::string_view text, const Is& is) {
  constexpr std::size_t kBlock = 32;
  std::size_t at = 0;
  for (; text.size() - at >= kBlock; at += kBlock) {
    unsigned char others = 0;
    for (std::size_t byte = at; byte < at + kBlock; ++byte) {
      others = static_cast<unsigned char>(others | static_cast<unsigned char>(!is(text[byte])));
    }
    if (others != 0) break;
  }
  while (at < text.size() && is(text[at])) ++at;
  return at;
}

// Whether `is`, a function of a place without branches that looks at so many bytes, is true
// anywhere. Goes through all of the text, but compilers do that for many places at once: what
// nearly no text has is ruled out soonest so.
template <std::size_t bytes, typename Is>
bool is_anywhere(std::string_view text, const Is& is) {
  unsigned char any = 0;
  for (std::size_t at = 0; at + bytes <= text.size(); ++at) {
    any = static_cast<unsigned char>(any | static_cast<unsigned char>(is(text.data() + at)));
  }
  return any != 0;
}

}  // namespace kbc
