#pragma once

#include <algorithm>
#include <iterator>
#include <span>

namespace kbc {

inline constexpr char32_t kLastCodePoint = 0x10FFFF;

// The code points from low to high, both included.
struct CodePointRange {
  char32_t low = 0;
  char32_t high = 0;

  bool operator==(const CodePointRange&) const = default;
};

// Whether one of the ranges holds the code point. Requires: sorted, disjoint.
constexpr bool holds(std::span<const CodePointRange> ranges, char32_t value) {
  const auto after = std::upper_bound(
      ranges.begin(), ranges.end(), value,
      [](char32_t wanted, const CodePointRange& range) { return wanted < range.low; });
  return after != ranges.begin() && std::prev(after)->high >= value;
}

}  // namespace kbc
