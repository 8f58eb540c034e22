#include "kbx/checksum.h"

#include <algorithm>
#include <cstring>

#include "kbx/bytes.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace {

constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9;
constexpr std::uint64_t kPrime4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t kPrime5 = 0x27D4EB2F165667C5;

constexpr std::uint64_t rotated(std::uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

constexpr std::uint64_t next(std::uint64_t lane, std::uint64_t input) {
  return rotated(lane + input * kPrime2, 31) * kPrime1;
}

constexpr std::uint64_t merged(std::uint64_t hash, std::uint64_t lane) {
  return (hash ^ next(0, lane)) * kPrime1 + kPrime4;
}

std::uint64_t add_rest(std::uint64_t hash, const char* p, std::size_t size) {
  for (; size >= 8; p += 8, size -= 8) {
    hash = rotated(hash ^ next(0, load64(p)), 27) * kPrime1 + kPrime4;
  }
  if (size >= 4) {
    hash = rotated(hash ^ load32(p) * kPrime1, 23) * kPrime2 + kPrime3;
    p += 4;
    size -= 4;
  }
  for (; size > 0; ++p, --size) hash = rotated(hash ^ byte_at(p) * kPrime5, 11) * kPrime1;
  return hash;
}

std::uint64_t avalanche(std::uint64_t hash) {
  hash = (hash ^ hash >> 33) * kPrime2;
  hash = (hash ^ hash >> 29) * kPrime3;
  return hash ^ hash >> 32;
}

}  // namespace

void Checksum::take_stripe(const char* p) {
  for (std::uint64_t& lane : lanes_) {
    lane = next(lane, load64(p));
    p += 8;
  }
}

void Checksum::add(std::string_view bytes) {
  // An absent text has no bytes to copy from.
  if (bytes.empty()) return;
  total_ += bytes.size();
  if (rest_size_ > 0) {
    const std::size_t taken = std::min(bytes.size(), kStripe - rest_size_);
    std::memcpy(rest_ + rest_size_, bytes.data(), taken);
    rest_size_ += taken;
    bytes.remove_prefix(taken);
    if (rest_size_ < kStripe) return;
    take_stripe(rest_);
    rest_size_ = 0;
  }
  for (; bytes.size() >= kStripe; bytes.remove_prefix(kStripe)) take_stripe(bytes.data());
  if (!bytes.empty()) std::memcpy(rest_, bytes.data(), bytes.size());
  rest_size_ = bytes.size();
}

std::uint64_t Checksum::value() const {
  std::uint64_t hash = kPrime5;
  if (total_ >= kStripe) {
    hash = rotated(lanes_[0], 1) + rotated(lanes_[1], 7) + rotated(lanes_[2], 12) +
           rotated(lanes_[3], 18);
    for (const std::uint64_t lane : lanes_) hash = merged(hash, lane);
  }
  return avalanche(add_rest(hash + total_, rest_, rest_size_));
}

std::uint64_t checksum(std::string_view bytes) {
  Checksum sum;
  sum.add(bytes);
  return sum.value();
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
