#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

// A larger limit is taken as this one, which keeps edit_distance linear in the lengths.
inline constexpr std::size_t kMaxEditLimit = 32;

// The optimal string alignment distance between two byte strings: insertions, deletions,
// substitutions and exchanges of two neighbours, no byte edited twice. Anything above the limit is
// limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace kbc
