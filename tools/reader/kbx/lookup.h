#ifndef KBX_LOOKUP_H_
#define KBX_LOOKUP_H_

// How a key finds its row: hash and displace (Belazzougui, Botelho and Dietzfelbinger, "Hash,
// Displace, and Compress", 2009), with one probe, at compile time or at run time. C++17.

#include <cstddef>
#include <cstdint>

#include "kbx/bytes.h"
#include "kbx/format.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Bytes of these constants are 0xFF where a zero factor would make the product forget the rest:
// UTF-8 has no such byte.
inline constexpr std::uint64_t kFold1 = 0xFF9E3779B97F4A7D;
inline constexpr std::uint64_t kFold2 = 0xFFD1B54A32D192ED;
inline constexpr std::uint64_t kFold3 = 0x8EBC6AF09C88C6E3;

// Both halves of the 128-bit product, combined by exclusive or (the folded multiply of wyhash).
constexpr std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept {
#ifdef __SIZEOF_INT128__
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
  const std::uint64_t a0 = a & 0xFFFFFFFF, a1 = a >> 32, b0 = b & 0xFFFFFFFF, b1 = b >> 32;
  const std::uint64_t low = a0 * b0;
  const std::uint64_t middle = a1 * b0 + (low >> 32);
  const std::uint64_t other = a0 * b1 + (middle & 0xFFFFFFFF);
  const std::uint64_t high = a1 * b1 + (middle >> 32) + (other >> 32);
  return (other << 32 | (low & 0xFFFFFFFF)) ^ high;
#endif
}

// The hash of a key. docs/kbx-format.md has it in words. Key has data() and size(), as
// std::string_view, whose header costs more to include than all of this.
template <typename Key>
constexpr std::uint64_t lookup_hash(const Key& key, std::uint32_t seed) noexcept {
  const char* p = key.data();
  const std::size_t size = key.size();
  std::uint64_t hash = seed ^ kFold3;
  std::size_t at = 0;
  for (; size - at > 16; at += 16) hash = fold(load64(p + at) ^ kFold1, load64(p + at + 8) ^ hash);
  std::uint64_t a = 0, b = 0;
  if (size >= 16) {
    a = load64(p + size - 16);
    b = load64(p + size - 8);
  } else if (size >= 8) {
    a = load64(p);
    b = load64(p + size - 8);
  } else if (size >= 4) {
    a = load32(p);
    b = load32(p + size - 4);
  } else if (size > 0) {
    a = byte_at(p) << 16 | byte_at(p + size / 2) << 8 | byte_at(p + size - 1);
  }
  hash = fold(a ^ kFold1, b ^ hash);
  return fold(hash ^ size, kFold2);
}

// x scaled from 32 bits to [0, n).
constexpr std::uint32_t scaled(std::uint32_t x, std::uint32_t n) noexcept {
  return static_cast<std::uint32_t>(std::uint64_t{x} * n >> 32);
}

constexpr std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t buckets) noexcept {
  return scaled(static_cast<std::uint32_t>(hash >> 32), buckets);
}

constexpr std::uint32_t slot_of(std::uint64_t hash, std::uint32_t displacement,
                                std::uint32_t slots) {
  const std::uint64_t mixed = (hash ^ displacement * kFold1) * kFold2;
  return scaled(static_cast<std::uint32_t>(mixed >> 32), slots);
}

constexpr std::uint32_t fingerprint_of(std::uint64_t hash) noexcept {
  return static_cast<std::uint32_t>(hash);
}

// The only row that can have a key with this hash, or kNone. Whoever has a row compares the key.
template <Section kSeeds, Section kSlots, typename Storage>
constexpr std::uint32_t probe(const Storage& storage, std::uint64_t hash) noexcept {
  const std::uint32_t buckets = storage.template count<kSeeds>();
  const std::uint32_t slots = storage.template count<kSlots>();
  if (buckets == 0 || slots == 0) return kNone;
  const std::uint32_t displacement = load16(storage.template row<kSeeds>(bucket_of(hash, buckets)));
  const char* slot = storage.template row<kSlots>(slot_of(hash, displacement, slots));
  if (load32(slot + SlotAt::kFingerprint) != fingerprint_of(hash)) return kNone;
  return load32(slot + SlotAt::kRow);
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_LOOKUP_H_
