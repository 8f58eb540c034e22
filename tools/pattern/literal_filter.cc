#include "pattern/literal_filter.h"

#include <algorithm>
#include <utility>

#include "pattern/required_literals.h"

namespace kbc {

void LiteralFilter::add(std::string literal, std::uint32_t id) {
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
  lists_[size - 1][gram].push_back({std::move(literal), rarest, id});
}

}  // namespace kbc
