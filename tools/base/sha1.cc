#include "base/sha1.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace kbc {
namespace {

class Sha1 {
 public:
  void add(std::string_view text) {
    size_ += text.size();
    while (!text.empty()) {
      if (used_ == 0 && text.size() >= block_.size()) {
        mix(reinterpret_cast<const unsigned char*>(text.data()));
        text.remove_prefix(block_.size());
        continue;
      }
      const std::size_t part = std::min(text.size(), block_.size() - used_);
      std::memcpy(block_.data() + used_, text.data(), part);
      text.remove_prefix(part);
      used_ += part;
      if (used_ < block_.size()) continue;
      mix(block_.data());
      used_ = 0;
    }
  }

  std::string digits() {
    const std::uint64_t bits = size_ * 8;
    std::string end(1, '\x80');
    end.append((block_.size() * 2 - 9 - used_) % block_.size(), '\0');
    for (int shift = 56; shift >= 0; shift -= 8) end += static_cast<char>(bits >> shift & 0xFF);
    add(end);
    std::string text;
    for (const std::uint32_t word : state_) {
      for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[word >> shift & 0xF];
    }
    return text;
  }

 private:
  void mix(const unsigned char* block) {
    std::array<std::uint32_t, 80> words;
    for (std::size_t at = 0; at < 16; ++at) {
      const unsigned char* bytes = block + 4 * at;
      words[at] = std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
                  std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
    }
    for (std::size_t at = 16; at < 80; ++at) {
      words[at] = std::rotl(words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16], 1);
    }
    // Not a structured binding, which clang 14 cannot capture.
    std::uint32_t a = state_[0], b = state_[1], c = state_[2], d = state_[3], e = state_[4];
    const auto round = [&](std::uint32_t chosen, std::uint32_t constant, std::uint32_t word) {
      const std::uint32_t next = std::rotl(a, 5) + chosen + e + constant + word;
      e = d;
      d = c;
      c = std::rotl(b, 30);
      b = a;
      a = next;
    };
    for (std::size_t at = 0; at < 20; ++at) round((b & c) | (~b & d), 0x5A827999, words[at]);
    for (std::size_t at = 20; at < 40; ++at) round(b ^ c ^ d, 0x6ED9EBA1, words[at]);
    for (std::size_t at = 40; at < 60; ++at) {
      round((b & c) | (b & d) | (c & d), 0x8F1BBCDC, words[at]);
    }
    for (std::size_t at = 60; at < 80; ++at) round(b ^ c ^ d, 0xCA62C1D6, words[at]);
    state_ = {state_[0] + a, state_[1] + b, state_[2] + c, state_[3] + d, state_[4] + e};
  }

  std::array<std::uint32_t, 5> state_ = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476,
                                         0xC3D2E1F0};
  std::array<unsigned char, 64> block_;
  std::size_t used_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace

std::string sha1(std::string_view head, std::string_view text) {
  Sha1 hash;
  hash.add(head);
  hash.add(text);
  return hash.digits();
}

}  // namespace kbc
