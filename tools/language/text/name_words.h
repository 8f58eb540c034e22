// Names and ids as text/nearest.h and text/name_index.h compare them: without letter case, in
// words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/ascii.h"

namespace kbc {

// Nobody mistypes a name longer than this; ids have 128 bytes at most.
inline constexpr std::size_t kLongestName = 256;

// What a person would not accept as meant costs this much.
inline constexpr std::size_t kRejected = 1000;

constexpr bool is_name_separator(char c) {
  return c == '-' || c == '_' || c == ' ' || c == '/' || c == '.' || c == ':';
}

// Lower case, and one for `-`, `_` and blank.
constexpr char folded_in_name(char c) { return c == '_' || c == ' ' ? '-' : lower_ascii(c); }

std::string folded_name(std::string_view name);

// At most so many.
std::vector<std::string_view> words_of_name(std::string_view name, std::size_t most);

std::vector<std::string_view> sorted_words_of_name(std::string_view name);

constexpr std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace kbc
