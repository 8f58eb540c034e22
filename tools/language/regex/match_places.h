#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "regex/hir.h"

namespace kbc {

// Places between the bytes of a text, from 0 to its size.
using Places = std::vector<bool>;

// Finds where parts of a form match in one text, one part at a time; to tell how near a regex comes
// to a text that it does not match. Slow beside a search, and so bounded: when the steps are used
// up, or parts are nested too deep, every answer is "nowhere" and is_exhausted() is true.
class PlaceMatcher {
 public:
  // Both are viewed. The text is UTF-8.
  PlaceMatcher(const Hir& form, std::string_view text) : form_(form), text_(text) {}

  // Where matches of the node can end that begin at one of the places.
  Places after(NodeId node, const Places& from) { return after(node, from, 0); }

  // The places that `least` to `most` characters lead to; kUnbounded for no upper bound.
  Places after_gap(std::uint32_t least, std::uint32_t most, const Places& from);

  Places everywhere() const { return Places(text_.size() + 1, true); }
  bool is_exhausted() const { return steps_left_ == 0; }

 private:
  Places after(NodeId node, const Places& from, int depth);
  Places after_literal(const HirNode& node, const Places& from);
  Places after_set(const HirNode& node, const Places& from);
  Places after_repeat(const HirNode& node, const Places& from, int depth);
  Places where(Assertion assertion, const Places& from) const;
  bool holds_at(Assertion assertion, std::size_t place) const;
  Places nowhere() const { return Places(text_.size() + 1, false); }
  bool pay(std::size_t steps);

  const Hir& form_;
  std::string_view text_;
  std::size_t steps_left_ = std::size_t{1} << 23;
};

inline bool is_any(const Places& places) {
  for (const bool place : places) {
    if (place) return true;
  }
  return false;
}

}  // namespace kbc
