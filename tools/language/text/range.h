// A part of a text.
#pragma once

#include <cstddef>

namespace kbc {

// The bytes [offset, offset + length) of a text that the context names.
struct TextRange {
  std::size_t offset = 0;
  std::size_t length = 0;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

}  // namespace kbc
