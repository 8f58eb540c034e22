#include "regex/literal_filter.h"

#include <functional>
#include <utility>

#include "regex/required_literals.h"

namespace kbc {

std::uint32_t LiteralFilter::add(std::string_view literal) {
  if (2 * (literals_.size() + 1) > numbers_.size()) grow();
  std::uint32_t& known = numbers_[place_of(literal)];
  if (known != kNone) return known;
  const auto number = static_cast<std::uint32_t>(literals_.size());
  known = number;
  const std::size_t size = std::min(literal.size(), kLongestGram);
  std::size_t rarest = 0;
  double most = -1;
  for (std::size_t at = 0; at + size <= literal.size(); ++at) {
    const double score = rarity(literal.substr(at, size));
    if (score > most) {
      most = score;
      rarest = at;
    }
  }
  literals_.push_back({texts_.copy(literal).data(), static_cast<std::uint32_t>(literal.size()),
                       static_cast<std::uint32_t>(rarest), kNone, literal.front(), literal.back()});
  const std::uint32_t last = grams_[size - 1].add(bytes_at(literal, rarest, size), number);
  if (last != kNone) literals_[last].next = number;
  shortest_ = std::min(shortest_, size);
  return number;
}

// Where the literal's number is, or would be.
std::size_t LiteralFilter::place_of(std::string_view literal) const {
  std::size_t place = std::hash<std::string_view>()(literal) & (numbers_.size() - 1);
  while (numbers_[place] != kNone && literals_[numbers_[place]].view() != literal) {
    place = (place + 1) & (numbers_.size() - 1);
  }
  return place;
}

void LiteralFilter::grow() {
  numbers_.assign(2 * numbers_.size(), kNone);
  for (std::uint32_t number = 0; number < literals_.size(); ++number) {
    numbers_[place_of(literals_[number].view())] = number;
  }
}

std::uint32_t LiteralFilter::Grams::add(std::uint32_t gram, std::uint32_t number) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[place_of(gram)];
  const std::uint32_t last = slot.last;
  if (slot.first == kNone) {
    slot.gram = gram;
    slot.first = number;
    set(gram);
    ++used_;
  }
  slot.last = number;
  return last;
}

// Where the gram is, or would be. At most half of the slots are taken.
std::size_t LiteralFilter::Grams::place_of(std::uint32_t gram) const {
  std::size_t place = hash(gram) >> slot_shift_;
  while (slots_[place].first != kNone && slots_[place].gram != gram) {
    place = (place + 1) & (slots_.size() - 1);
  }
  return place;
}

void LiteralFilter::Grams::grow() {
  const std::vector<Slot> before = std::move(slots_);
  slots_ = std::vector<Slot>(2 * before.size());
  bits_.assign(2 * bits_.size(), 0);
  --slot_shift_;
  --bit_shift_;
  for (const Slot& slot : before) {
    if (slot.first == kNone) continue;
    slots_[place_of(slot.gram)] = slot;
    set(slot.gram);
  }
}

void LiteralFilter::Grams::set(std::uint32_t gram) {
  const std::uint32_t bit = hash(gram) >> bit_shift_;
  bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

}  // namespace kbc
