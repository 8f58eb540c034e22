#ifndef KBX_BYTES_H_
#define KBX_BYTES_H_

// Little-endian loads that work at compile time too; a compiler makes one load of each. They spell
// out what calls would say shorter, since it is the calls that take time at compile time. C++17.

#include <cstdint>

#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

constexpr std::uint32_t byte_at(const char* p) noexcept { return static_cast<unsigned char>(*p); }

constexpr std::uint32_t load16(const char* p) noexcept { return byte_at(p) | byte_at(p + 1) << 8; }

constexpr std::uint32_t load32(const char* p) noexcept {
  using Byte = unsigned char;
  return static_cast<std::uint32_t>(static_cast<Byte>(p[0])) |
         static_cast<std::uint32_t>(static_cast<Byte>(p[1])) << 8 |
         static_cast<std::uint32_t>(static_cast<Byte>(p[2])) << 16 |
         static_cast<std::uint32_t>(static_cast<Byte>(p[3])) << 24;
}

constexpr std::uint64_t load64(const char* p) noexcept {
  using Byte = unsigned char;
  return static_cast<std::uint64_t>(static_cast<Byte>(p[0])) |
         static_cast<std::uint64_t>(static_cast<Byte>(p[1])) << 8 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[2])) << 16 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[3])) << 24 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[4])) << 32 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[5])) << 40 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[6])) << 48 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[7])) << 56;
}

// A rate that is absent.
inline constexpr double kNoRate = __builtin_nan("");

// An IEEE 754 double.
constexpr double load_double(const char* p) noexcept {
  return __builtin_bit_cast(double, load64(p));
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_BYTES_H_
