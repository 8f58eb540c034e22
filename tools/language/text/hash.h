#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/number_text.h"

namespace kbc {

// FNV-1a, 64 bits: its constants are http://www.isthe.com/chongo/tech/comp/fnv/. The same on every
// machine, so that it may be written to files.
class Fnv1a {
 public:
  constexpr Fnv1a() = default;
  // Goes on after the bytes that gave the value.
  constexpr explicit Fnv1a(std::uint64_t value) : value_(value) {}

  constexpr void add(char byte) {
    value_ ^= static_cast<unsigned char>(byte);
    value_ *= 0x100000001B3;
  }
  constexpr void add(std::string_view bytes) {
    for (const char byte : bytes) add(byte);
  }
  constexpr std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325;
};

// Lets every bit of a hash decide on the high ones, which an order looks at first. Texts that
// differ at their ends alone differ in the low bits of Fnv1a.
constexpr std::uint64_t spread(std::uint64_t hash) {
  return (hash ^ hash >> 32) * 0x9E3779B97F4A7C15;
}

// The hash of a text as 16 hexadecimal digits.
inline std::string hash_text(std::string_view text) {
  Fnv1a hash;
  hash.add(text);
  return hexadecimal(hash.value(), 16);
}

}  // namespace kbc
