#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "text/code_points.h"

namespace kbc {

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

}  // namespace kbc
