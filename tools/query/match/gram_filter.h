#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace kbc {

// Which grams of four bytes a text has, and some more: what is not in it does not occur.
class GramFilter {
 public:
  // Requires: four bytes after the text that may be read.
  void fill(std::string_view text) {
    unsigned bits = kFewestBits;
    // One slot in sixteen, until the table does not fit into the nearer caches.
    while (bits < kMostBits && (std::size_t{1} << bits) < text.size() * 16) ++bits;
    // The slots of texts before have other stamps, so that they need not be emptied.
    if (bits != bits_ || ++stamp_ == 0) {
      slots_.assign(std::size_t{1} << bits, 0);
      stamp_ = 1;
      bits_ = bits;
    }
    const std::uint32_t mask = (std::uint32_t{1} << bits) - 1;
    std::uint8_t* slots = slots_.data();
    const std::uint8_t stamp = stamp_;
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
      std::uint32_t gram;
      std::memcpy(&gram, text.data() + at, 4);
      slots[hash_of(little_endian(gram)) & mask] = stamp;
    }
  }

  // 0 stands for no gram and is in every text.
  bool may_have(std::uint32_t gram) const {
    return gram == 0 || slots_[hash_of(gram) & (slots_.size() - 1)] == stamp_;
  }

  static std::uint32_t little_endian(std::uint32_t gram) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return __builtin_bswap32(gram);
#else
    return gram;
#endif
  }

 private:
  static constexpr unsigned kFewestBits = 12;
  static constexpr unsigned kMostBits = 18;

  static std::uint32_t hash_of(std::uint32_t gram) { return gram * 0x9E3779B1u >> 14; }

  unsigned bits_ = 0;
  std::uint8_t stamp_ = 0;
  std::vector<std::uint8_t> slots_;
};

}  // namespace kbc
