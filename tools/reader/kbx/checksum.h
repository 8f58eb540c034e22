#ifndef KBX_CHECKSUM_H_
#define KBX_CHECKSUM_H_

// XXH64 with seed 0, as its specification has it (xxHash, doc/xxhash_spec.md): what the sections of
// an index are checked with. `xxhsum -H64` computes the same. C++17.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Of bytes that come in pieces.
class Checksum {
 public:
  void add(std::string_view bytes);
  std::uint64_t value() const;

 private:
  static constexpr std::size_t kStripe = 32;
  static constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87, kPrime2 = 0xC2B2AE3D27D4EB4F;

  void take_stripe(const char* p);

  std::uint64_t lanes_[4] = {kPrime1 + kPrime2, kPrime2, 0, 0 - kPrime1};
  std::uint64_t total_ = 0;
  char rest_[kStripe] = {};
  std::size_t rest_size_ = 0;
};

std::uint64_t checksum(std::string_view bytes);

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_CHECKSUM_H_
