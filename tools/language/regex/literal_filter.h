#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kbc {

// Finds which of many literals occur in a text, in one pass over it. Each literal is looked for by
// its rarest four bytes; a shorter one by all of it.
class LiteralFilter {
 public:
  // Gives the literal's number, counted from 0; the same for an equal one. The literal is not
  // empty. Both it and the texts are folded.
  std::uint32_t add(const std::string& literal);

  // The literal with this number.
  std::string_view literal(std::uint32_t number) const { return literals_[number].text; }

  // Calls found(number, offset) for each occurrence of each literal, in the order of the text.
  template <typename Found>
  void scan(std::string_view text, const Found& found) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::uint32_t gram = 0;
      for (std::size_t size = 1; size <= kLongestGram && at + size <= text.size(); ++size) {
        gram = gram << 8U | static_cast<unsigned char>(text[at + size - 1]);
        if (!seen_[size - 1][hash(gram)]) continue;
        const auto known = lists_[size - 1].find(gram);
        if (known == lists_[size - 1].end()) continue;
        for (const std::uint32_t number : known->second) {
          const Literal& literal = literals_[number];
          if (at < literal.gram_offset) continue;
          const std::size_t offset = at - literal.gram_offset;
          if (text.substr(offset).starts_with(literal.text)) found(number, offset);
        }
      }
    }
  }

 private:
  static constexpr std::size_t kLongestGram = 4;
  static constexpr unsigned kHashBits = 16;

  struct Literal {
    std::string_view text;  // a key of numbers_
    std::size_t gram_offset = 0;
  };

  static std::uint32_t hash(std::uint32_t gram) { return gram * 2654435761U >> (32 - kHashBits); }

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Literal> literals_;
  std::array<std::bitset<std::size_t{1} << kHashBits>, kLongestGram> seen_;
  std::array<std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>, kLongestGram> lists_;
};

}  // namespace kbc
