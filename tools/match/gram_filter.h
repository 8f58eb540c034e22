#ifndef KBC_MATCH_GRAM_FILTER_H_
#define KBC_MATCH_GRAM_FILTER_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "kbx/format.h"

namespace kbc {

// Which grams of four bytes a text has, and some more: what is not in it does not occur.
class GramFilter {
 public:
  // Requires: four bytes behind the text that may be read.
  void fill(std::string_view text) {
    bits_ = kFewestBits;
    // One bit in sixteen, until the table does not fit into the nearest cache.
    while (bits_ < kMostBits && (std::size_t{1} << bits_) < text.size() * 16) ++bits_;
    const std::size_t words = (std::size_t{1} << bits_) / 64;
    if (words_.size() < words) words_.resize(words);
    std::memset(words_.data(), 0, words * sizeof(std::uint64_t));
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
      std::uint32_t gram;
      std::memcpy(&gram, text.data() + at, 4);
      const std::uint32_t hash = hash_of(little_endian(gram));
      words_[hash / 64] |= std::uint64_t{1} << (hash % 64);
    }
  }

  // 0 stands for no gram and is in every text.
  bool may_have(std::uint32_t gram) const {
    if (gram == 0) return true;
    const std::uint32_t hash = hash_of(gram);
    return (words_[hash / 64] >> (hash % 64) & 1) != 0;
  }

  static std::uint32_t little_endian(std::uint32_t gram) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return __builtin_bswap32(gram);
#else
    return gram;
#endif
  }

 private:
  static constexpr unsigned kFewestBits = 11;
  static constexpr unsigned kMostBits = 18;

  std::uint32_t hash_of(std::uint32_t gram) const { return kbx::gram_hash(gram, bits_); }

  unsigned bits_ = kFewestBits;
  std::vector<std::uint64_t> words_;
};

}  // namespace kbc

#endif  // KBC_MATCH_GRAM_FILTER_H_
