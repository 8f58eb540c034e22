#ifndef KBX_BYTES_H_
#define KBX_BYTES_H_

// Little-endian loads that work at compile time too; a compiler makes one load of each. C++17.

#include <cstdint>

namespace kbx {

constexpr std::uint32_t byte_at(const char* p) { return static_cast<unsigned char>(*p); }

constexpr std::uint32_t load16(const char* p) { return byte_at(p) | byte_at(p + 1) << 8; }

constexpr std::uint32_t load32(const char* p) {
  return byte_at(p) | byte_at(p + 1) << 8 | byte_at(p + 2) << 16 | byte_at(p + 3) << 24;
}

constexpr std::uint64_t load64(const char* p) {
  return std::uint64_t{load32(p)} | std::uint64_t{load32(p + 4)} << 32;
}

// An IEEE 754 double.
constexpr double load_double(const char* p) { return __builtin_bit_cast(double, load64(p)); }

}  // namespace kbx

#endif  // KBX_BYTES_H_
