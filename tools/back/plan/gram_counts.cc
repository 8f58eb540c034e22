// One table of counters under a hash of the gram, without the grams: two that fall on one counter
// are taken to be more frequent than they are, which costs a choice that is not the best, and never
// a match (a count-min sketch of one row; Cormode and Muthukrishnan, 2005). Four megabytes, linear
// in the text.
#include "plan/gram_counts.h"

#include <algorithm>
#include <cmath>

#include "kbx/format.h"

namespace kbc {
namespace {

constexpr unsigned kBits = 20;
constexpr std::uint64_t kMostBytes = std::uint64_t{32} << 20;
constexpr std::uint32_t kLongest = 4;

// Grams of other lengths fall elsewhere.
std::uint32_t slot_of(std::uint32_t value, std::uint32_t length) {
  return kbx::gram_hash(value ^ length * 0x85EBCA6Bu, kBits);
}

std::uint32_t value_of(std::string_view text, std::size_t at, std::uint32_t length) {
  std::uint32_t value = 0;
  for (std::uint32_t byte = length; byte-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(text[at + byte]);
  }
  return value;
}

}  // namespace

GramCounts::GramCounts() : counts_(std::size_t{1} << kBits) {}

void GramCounts::add(std::string_view text) {
  if (bytes_ >= kMostBytes) return;
  bytes_ += text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t left = text.size() - at;
    for (std::uint32_t length = 2; length <= kLongest && length <= left; ++length) {
      ++counts_[slot_of(value_of(text, at, length), length)];
    }
  }
}

Gram GramCounts::gram(std::string_view literal, std::uint32_t at, std::uint32_t length) const {
  const std::uint32_t value = value_of(literal, at, length);
  return {value, at, counts_[slot_of(value, length)]};
}

Gram GramCounts::rarest(std::string_view literal) const {
  const std::uint32_t length =
      static_cast<std::uint32_t>(std::min<std::size_t>(literal.size(), kLongest));
  Gram best = gram(literal, 0, length);
  for (std::uint32_t at = 1; at + length <= literal.size(); ++at) {
    const Gram other = gram(literal, at, length);
    if (other.count < best.count) best = other;
  }
  return best;
}

double GramCounts::rarity(std::string_view literal) const {
  const double all = static_cast<double>(bytes_) + 1;
  if (literal.size() < 2) return literal.empty() ? 0 : 4;
  double bits = 0;
  for (std::uint32_t at = 0; at < literal.size();) {
    const std::size_t left = literal.size() - at;
    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(left, kLongest));
    if (length < 2) break;
    const double count = static_cast<double>(gram(literal, at, length).count) + 0.5;
    bits = std::max(bits, std::log2(all / count));
    at += 1;
    if (left <= kLongest) break;
  }
  // A longer text is rarer than its rarest part, though not by much: words go together.
  const double more =
      literal.size() > kLongest ? static_cast<double>(literal.size() - kLongest) : 0;
  return bits + more / 2;
}

}  // namespace kbc
