#ifndef KBC_PATTERN_CODE_POINT_SET_H_
#define KBC_PATTERN_CODE_POINT_SET_H_

#include <cstddef>
#include <span>
#include <vector>

namespace kbc {

inline constexpr char32_t kLastCodePoint = 0x10FFFF;

// The code points from low to high, both included.
struct CodePointRange {
  char32_t low = 0;
  char32_t high = 0;

  bool operator==(const CodePointRange&) const = default;
};

// A set of code points under construction.
class CodePointSet {
 public:
  void add(char32_t low, char32_t high) { ranges_.push_back({low, high}); }
  void add(std::span<const CodePointRange> ranges) {
    ranges_.insert(ranges_.end(), ranges.begin(), ranges.end());
  }

  // Adds the other cases of all members.
  void close_over_case();

  // Sorted ranges with gaps between them.
  const std::vector<CodePointRange>& ranges();

  void negate();
  void clear() { ranges_.clear(); }

 private:
  std::vector<CodePointRange> ranges_;
};

// Whether one of the ranges holds the code point. Requires: sorted.
bool holds(std::span<const CodePointRange> ranges, char32_t value);

}  // namespace kbc

#endif  // KBC_PATTERN_CODE_POINT_SET_H_
