#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "kbx/index.h"

namespace kbc {

// A table of bits by the hash of a gram. The bits are those of kbx::long_gram_bits and
// kbx::short_gram_bits, with shifts that do not depend on the table's size.
class GramTable {
 public:
  GramTable() = default;

  // False when the section has not as many rows as such a table.
  bool open(kbx::Sections::Bytes section);

  bool is_empty() const { return is_empty_; }

  // The bits alone, for a loop over every byte of a text.
  struct Bits {
    const char* words = nullptr;
    std::uint32_t row_mask = 0;

    unsigned has_long(std::uint32_t gram) const {
      const auto hash = kbx::gram_hash(gram, kbx::kMostGramBits);
      return row(hash >> 5) >> (hash & 31) & 1;
    }
    // Of the first two or three bytes of the gram.
    unsigned has_short(std::uint32_t gram) const {
      return row(kbx::gram_hash(gram & 0xFFFF, kbx::kMostGramBits)) >> (gram >> 16 & 31) & 1;
    }

   private:
    std::uint32_t row(std::uint32_t hash) const {
      // open() has seen to that; the compiler leaves out the hash's own mask then.
      if (row_mask >> (kbx::kMostGramBits - 5) != 0) __builtin_unreachable();
      return kbx::load32(words + std::size_t{hash & row_mask} * kWordBytes);
    }
  };
  Bits bits() const { return {words_, row_mask_}; }

 private:
  static constexpr std::size_t kWordBytes = 4;
  static const char kNoWord[kWordBytes];

  const char* words_ = kNoWord;
  std::shared_ptr<const std::string> packed_;  // what words_ points to, if not the section
  std::uint32_t row_mask_ = 0;
  bool is_empty_ = true;
};

struct LiteralRow {
  std::uint32_t gram = 0, gram_at = 0;
  std::string_view text;
  std::uint32_t first_trigger = 0, triggers = 0;
};

struct TriggerRow {
  std::uint32_t alternative = 0, gram = 0;
};

struct AlternativeRow {
  std::uint32_t entry = 0, gram = 0;
  kbx::AlternativeKind kind = kbx::AlternativeKind::kRegex;
  std::uint32_t flags = 0;
  double rarity = 0;  // in bits
  std::string_view program;
};

// The sections of an index about patterns. Whatever they hold, no read leaves them: a number that
// is too large gives zeros, an entry that is not there none.
class PatternTables {
 public:
  // A sentence about what is wrong with the tables as a whole; empty for nothing.
  std::string open(const kbx::Index& index);

  const GramTable& grams4() const { return grams4_; }
  const GramTable& grams2() const { return grams2_; }

  // The rows of the literals that a gram may belong to: from `first` up to `end`.
  struct Range {
    std::uint32_t first = 0, end = 0;
  };
  Range literals_of(std::uint32_t gram) const {
    const char* head = heads_.row(kbx::gram_hash(gram, head_bits_));
    const std::uint32_t first = kbx::load32(head), end = kbx::load32(head + heads_.stride);
    return {first, end < literals_.count ? end : literals_.count};
  }

  std::uint32_t gram_of(std::uint32_t literal) const { return kbx::load32(literals_.row(literal)); }
  LiteralRow literal(std::uint32_t row) const;
  // Requires: row < trigger_count().
  TriggerRow trigger(std::uint32_t row) const {
    const char* at = triggers_.row(row);
    return {kbx::load32(at), kbx::load32(at + 4)};
  }
  AlternativeRow alternative(std::uint32_t row) const;
  std::uint32_t always(std::uint32_t row) const;

  std::uint32_t literal_count() const { return literals_.count; }
  std::uint32_t alternative_count() const { return alternatives_.count; }
  std::uint32_t always_count() const { return always_.count; }

 private:
  GramTable grams4_, grams2_;
  unsigned head_bits_ = 0;
  kbx::Sections::Bytes heads_, literals_, triggers_, alternatives_, always_;
  std::string_view texts_, programs_;
};

}  // namespace kbc
