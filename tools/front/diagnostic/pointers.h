#pragma once

#include <cstdint>
#include <unordered_map>

#include "core/span.h"
#include "diagnostic/pointer_text.h"
#include "parse/document.h"

namespace kbc {

// The JSON Pointers of places in one document, which must not change meanwhile. What they have in
// common is kept once if it is long.
class Pointers {
 public:
  explicit Pointers(const Document& document) : document_(document) {}

  // Of the innermost node at the place.
  PointerText at(Span span);

 private:
  const Document& document_;
  std::unordered_map<std::uint32_t, PointerText> shared_;  // by nodes
};

}  // namespace kbc
