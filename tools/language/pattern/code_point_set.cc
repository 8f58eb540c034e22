#include "pattern/code_point_set.h"

#include <algorithm>

#include "text/case_fold.h"

namespace kbc {

void CodePointSet::close_over_case() {
  const std::size_t count = ranges_.size();
  for (std::size_t index = 0; index < count; ++index) {
    const CodePointRange range = ranges_[index];
    for (char32_t member = next_with_case(range.low); member <= range.high;
         member = next_with_case(member + 1)) {
      for (char32_t other = next_in_orbit(member); other != member; other = next_in_orbit(other)) {
        // Other cases of neighbours are mostly neighbours.
        CodePointRange& last = ranges_.back();
        if (ranges_.size() > count && last.high + 1 == other) {
          last.high = other;
        } else if (other < range.low || other > range.high) {
          ranges_.push_back({other, other});
        }
      }
    }
  }
}

const std::vector<CodePointRange>& CodePointSet::ranges() {
  std::sort(ranges_.begin(), ranges_.end(),
            [](CodePointRange left, CodePointRange right) { return left.low < right.low; });
  std::size_t size = 0;
  for (const CodePointRange range : ranges_) {
    if (size > 0 && range.low <= ranges_[size - 1].high + 1) {
      ranges_[size - 1].high = std::max(ranges_[size - 1].high, range.high);
    } else {
      ranges_[size++] = range;
    }
  }
  ranges_.resize(size);
  return ranges_;
}

void CodePointSet::negate() {
  std::vector<CodePointRange> others;
  char32_t next = 0;
  for (const CodePointRange range : ranges()) {
    if (range.low > next) others.push_back({next, range.low - 1});
    next = range.high + 1;
  }
  if (next <= kLastCodePoint) others.push_back({next, kLastCodePoint});
  ranges_ = std::move(others);
}

}  // namespace kbc
