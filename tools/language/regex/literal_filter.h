#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/arena.h"

namespace kbc {

// Finds which of many literals occur in a text, in one pass over it. Each literal is looked for by
// its rarest four bytes; a shorter one by all of it.
class LiteralFilter {
 public:
  // Gives the literal's number, counted from 0; the same for an equal one. The literal is not
  // empty. Both it and the texts are folded.
  std::uint32_t add(std::string_view literal);

  // The literal with this number.
  std::string_view literal(std::uint32_t number) const { return literals_[number].view(); }

  // Calls found(number, offset) for each occurrence of each literal, in the order of the text.
  template <typename Found>
  void scan(std::string_view text, const Found& found) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::size_t left = std::min(text.size() - at, kLongestGram);
      const std::uint32_t bytes = bytes_at(text, at, left);
      for (std::size_t size = shortest_; size <= left; ++size) {
        const Grams& grams = grams_[size - 1];
        const std::uint32_t gram = first_of(bytes, size);
        if (!grams.may_have(gram)) continue;
        for (std::uint32_t number = grams.first(gram); number != kNone;) {
          const Literal& literal = literals_[number];
          if (literal.is_around(text, at)) found(number, at - literal.gram_offset);
          number = literal.next;
        }
      }
    }
  }

 private:
  static constexpr std::size_t kLongestGram = 4;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct Literal {
    // Whether it is in the text, with its gram at the place. Most are ruled out by their ends.
    bool is_around(std::string_view whole, std::size_t at) const {
      if (at < gram_offset || whole.size() - (at - gram_offset) < size) return false;
      const char* place = whole.data() + (at - gram_offset);
      return place[0] == first && place[size - 1] == last && std::memcmp(place, text, size) == 0;
    }
    std::string_view view() const { return {text, size}; }

    const char* text = nullptr;  // in texts_
    std::uint32_t size = 0;
    std::uint32_t gram_offset = 0;
    std::uint32_t next = kNone;  // that is looked for by the same gram
    char first = 0, last = 0;    // of its bytes
  };

  // The literals that are looked for by grams of one size. What few bits say of a gram settles
  // nearly all questions; both tables grow with the literals, or with many of them each byte of a
  // text would be looked up.
  class Grams {
   public:
    bool may_have(std::uint32_t gram) const {
      const std::uint32_t bit = hash(gram) >> bit_shift_;
      return (bits_[bit / 64] >> (bit % 64) & 1U) != 0;
    }
    // The first literal, or kNone.
    std::uint32_t first(std::uint32_t gram) const { return slots_[place_of(gram)].first; }
    // Gives the literal before it with the same gram, or kNone.
    std::uint32_t add(std::uint32_t gram, std::uint32_t number);

   private:
    struct Slot {
      std::uint32_t gram = 0;
      std::uint32_t first = kNone;  // kNone where it is free
      std::uint32_t last = kNone;
    };
    static constexpr unsigned kFewestSlotBits = 4;
    static constexpr unsigned kBitsOfSlot = 4;  // as a power of two

    static std::uint32_t hash(std::uint32_t gram) { return gram * 2654435761U; }
    std::size_t place_of(std::uint32_t gram) const;
    void grow();
    void set(std::uint32_t gram);

    std::vector<Slot> slots_ = std::vector<Slot>(std::size_t{1} << kFewestSlotBits);
    std::vector<std::uint64_t> bits_ =
        std::vector<std::uint64_t>((std::size_t{1} << (kFewestSlotBits + kBitsOfSlot)) / 64);
    unsigned slot_shift_ = 32 - kFewestSlotBits;
    unsigned bit_shift_ = 32 - kFewestSlotBits - kBitsOfSlot;
    std::size_t used_ = 0;
  };

  // So many of the text's bytes, one to four, as a number. Requires: they are there.
  static std::uint32_t bytes_at(std::string_view text, std::size_t at, std::size_t count) {
    std::uint32_t bytes = 0;
    if (count == kLongestGram) {  // which compilers read at once
      for (std::size_t byte = 0; byte < kLongestGram; ++byte) {
        bytes |= std::uint32_t{static_cast<unsigned char>(text[at + byte])} << (8 * byte);
      }
      return bytes;
    }
    for (std::size_t byte = 0; byte < count; ++byte) {
      bytes |= std::uint32_t{static_cast<unsigned char>(text[at + byte])} << (8 * byte);
    }
    return bytes;
  }
  static std::uint32_t first_of(std::uint32_t bytes, std::size_t size) {
    return bytes & (~std::uint32_t{0} >> (8 * (kLongestGram - size)));
  }

  std::size_t place_of(std::string_view literal) const;
  void grow();

  Arena texts_;
  std::vector<Literal> literals_;
  // Numbers by the hashes of the literals, kNone where none is; at most half of it is used.
  std::vector<std::uint32_t> numbers_ = std::vector<std::uint32_t>(16, kNone);
  std::array<Grams, kLongestGram> grams_;
  std::size_t shortest_ = kLongestGram;  // gram of any literal
};

}  // namespace kbc
