#pragma once

#include <cstddef>
#include <cstdint>

namespace kbc {

// Bytes [begin, end) of one source text. Texts are at most load/source.h's kMaxFileBytes long, so
// 32 bits are enough.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
};

inline Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace kbc
