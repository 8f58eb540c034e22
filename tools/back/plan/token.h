#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "kbx/program.h"

namespace kbc {

// A set of characters as programs have it: a bit for each of ASCII, and all others or none.
using ByteSet = std::array<char, kbx::kSetBytes>;

// What a pattern asks for at one place.
struct Token {
  enum class Kind : std::uint8_t {
    kText,  // these bytes
    kAny,   // a character, but no line break
    kOne,   // a character of the set
    kNear,  // from `least` to `most` characters, but no line break
    kGap,   // any characters but line breaks, or none
    kRun,   // characters of the set, as many as there are, or none
  };
  Kind kind = Kind::kText;
  std::string text;                   // of kText
  ByteSet set{};                      // of kOne and kRun
  std::uint32_t least = 0, most = 0;  // of kNear
};

// One of the ways in which a branch of a pattern can match: its tokens one after the other.
using Variant = std::vector<Token>;

}  // namespace kbc
