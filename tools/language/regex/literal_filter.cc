#include "regex/literal_filter.h"

#include <algorithm>

#include "regex/required_literals.h"

namespace kbc {

std::uint32_t LiteralFilter::add(const std::string& literal) {
  const auto number = static_cast<std::uint32_t>(literals_.size());
  const auto [known, is_new] = numbers_.emplace(literal, number);
  if (!is_new) return known->second;
  const std::size_t size = std::min(literal.size(), kLongestGram);
  std::size_t rarest = 0;
  double most = -1;
  for (std::size_t at = 0; at + size <= literal.size(); ++at) {
    const double score = rarity(std::string_view(literal).substr(at, size));
    if (score > most) {
      most = score;
      rarest = at;
    }
  }
  std::uint32_t gram = 0;
  for (std::size_t at = 0; at < size; ++at) {
    gram = gram << 8U | static_cast<unsigned char>(literal[rarest + at]);
  }
  seen_[size - 1].set(hash(gram));
  lists_[size - 1][gram].push_back(number);
  literals_.push_back({known->first, rarest});
  return number;
}

}  // namespace kbc
