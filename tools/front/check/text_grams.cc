// A bitmap for each hash, not for each entry (BitFunnel, 2017, looks for documents like that): a
// literal costs a few passes over a bit an entry, however common its letters are.

#include "check/text_grams.h"

#include <algorithm>

#include "text/case_fold.h"

namespace kbc {
namespace {

constexpr std::size_t kGram = 3;
constexpr std::uint32_t kBits = 64;

}  // namespace

void TextGrams::mark(const EntryRecord& entry, bool is_there) {
  mark(entry.signature.value, entry.slot, is_there);
  mark(entry.root_cause.value, entry.slot, is_there);
}

namespace {

std::uint32_t hash_of(std::string_view text, std::size_t at, unsigned bits) {
  std::uint32_t gram = 0;
  for (std::size_t byte = 0; byte < kGram; ++byte) {
    gram = gram << 8U | static_cast<unsigned char>(text[at + byte]);
  }
  return gram * 2654435761U >> (32 - bits);
}

}  // namespace

void TextGrams::mark(std::string_view text, std::uint32_t slot, bool is_there) {
  const std::size_t word = slot / kBits;
  if (word >= words_) {
    words_ = word + 1 + words_ / 2;
    for (Slots& slots : slots_) slots.resize(words_);
  }
  const std::uint64_t bit = std::uint64_t{1} << slot % kBits;
  const std::string folded = fold_case(text);
  for (std::size_t at = 0; at + kGram <= folded.size(); ++at) {
    std::uint64_t& bits = slots_[hash_of(folded, at, kHashBits)][word];
    bits = is_there ? bits | bit : bits & ~bit;
  }
}

void TextGrams::find(std::string_view literal, Slots& slots) const {
  slots.resize(std::max(slots.size(), words_));
  if (literal.size() < kGram) return std::fill(slots.begin(), slots.end(), ~std::uint64_t{0});
  Slots found(words_, ~std::uint64_t{0});
  for (std::size_t at = 0; at + kGram <= literal.size(); ++at) {
    const Slots& some = slots_[hash_of(literal, at, kHashBits)];
    for (std::size_t word = 0; word < words_; ++word) found[word] &= some[word];
  }
  for (std::size_t word = 0; word < words_; ++word) slots[word] |= found[word];
}

}  // namespace kbc
