#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kbc {

// Two to four bytes of a literal that are beside each other, and where they are in it.
struct Gram {
  std::uint32_t value = 0;  // the first byte lowest
  std::uint32_t at = 0;
  std::uint64_t count = 0;  // how often it occurs in what was counted
};

// How often grams occur in the texts of a knowledge base: the nearest thing to the logs that it
// will meet which is there whenever it is built.
class GramCounts {
 public:
  GramCounts();

  // Counts folded text. Of very much text only the beginning is looked at.
  void add(std::string_view text);

  // The rarest gram of a literal, of four bytes if it has as many. Requires: two bytes.
  Gram rarest(std::string_view literal) const;

  // Calls visit(Gram) for each gram of four bytes.
  template <typename Visit>
  void each(std::string_view literal, const Visit& visit) const {
    for (std::uint32_t at = 0; at + 4 <= literal.size(); ++at) visit(gram(literal, at, 4));
  }

  // How rare a literal is, in bits: the binary logarithm of how many bytes of text come for one.
  double rarity(std::string_view literal) const;

 private:
  Gram gram(std::string_view literal, std::uint32_t at, std::uint32_t length) const;

  std::vector<std::uint32_t> counts_;
  std::uint64_t bytes_ = 0;
};

}  // namespace kbc
