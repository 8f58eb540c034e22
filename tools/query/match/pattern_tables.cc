#include "match/pattern_tables.h"

#include <utility>

#include "kbx/bytes.h"

namespace kbc {
namespace {

using kbx::AlternativeAt;
using kbx::LiteralAt;
using kbx::Section;

constexpr unsigned kMostBits = kbx::kMostGramBits;

// The place and length of a text as a part of the pool; nothing when it is not in it.
std::string_view part_at(std::string_view pool, const char* place) {
  const std::uint32_t offset = kbx::load32(place), length = kbx::load32(place + 4);
  if (offset > pool.size() || length > pool.size() - offset) return {};
  return {pool.data() + offset, length};
}

// The power of two that it is; kMostBits + 1 for none.
unsigned power_of_two(std::uint64_t number) {
  unsigned bits = 0;
  while (bits <= kMostBits && std::uint64_t{1} << bits != number) ++bits;
  return bits;
}

}  // namespace

const char GramTable::kNoWord[4] = {};

bool GramTable::open(kbx::Sections::Bytes section) {
  if (section.count == 0) return true;
  const unsigned bits = power_of_two(std::uint64_t{section.count} * 32);
  if (bits > kMostBits) return false;
  words_ = section.data;
  if (section.stride != kWordBytes) {
    // The rows of a later version: a loop over every byte of a log wants them side by side.
    auto packed = std::make_shared<std::string>();
    packed->reserve(std::size_t{section.count} * kWordBytes);
    for (std::uint32_t row = 0; row < section.count; ++row) {
      packed->append(section.row(row), kWordBytes);
    }
    words_ = packed->data();
    packed_ = std::move(packed);
  }
  row_mask_ = (std::uint32_t{1} << (bits - 5)) - 1;
  is_empty_ = false;
  return true;
}

std::string PatternTables::open(const kbx::Index& index) {
  const kbx::Sections& sections = index.storage().sections();
  if (!grams4_.open(sections[Section::kGrams4]) || !grams2_.open(sections[Section::kGrams2])) {
    return "wrong size of its gram tables";
  }
  const kbx::Sections::Bytes& heads = sections[Section::kLiteralHeads];
  if (heads.count > 0) {
    head_bits_ = power_of_two(std::uint64_t{heads.count} - 1);
    if (head_bits_ > kMostBits || head_bits_ == 0) return "wrong size of its literal heads";
    heads_ = heads;
  } else if (!grams4_.is_empty() || !grams2_.is_empty()) {
    return "it has grams without literals";
  }
  literals_ = sections[Section::kLiterals];
  triggers_ = sections[Section::kTriggers];
  alternatives_ = sections[Section::kAlternatives];
  always_ = sections[Section::kAlways];
  const auto pool = [&](Section section) {
    return std::string_view(sections[section].data, sections[section].count);
  };
  texts_ = pool(Section::kLiteralTexts);
  programs_ = pool(Section::kPrograms);
  return {};
}

LiteralRow PatternTables::literal(std::uint32_t row) const {
  if (row >= literals_.count) return {};
  const char* at = literals_.row(row);
  LiteralRow literal{kbx::load32(at + LiteralAt::kGram), kbx::load32(at + LiteralAt::kGramAt),
                     part_at(texts_, at + LiteralAt::kText), kbx::load32(at + LiteralAt::kTriggers),
                     kbx::load32(at + LiteralAt::kTriggers + 4)};
  if (literal.first_trigger > triggers_.count) literal.first_trigger = triggers_.count;
  const std::uint32_t most = triggers_.count - literal.first_trigger;
  if (literal.triggers > most) literal.triggers = most;
  return literal;
}

AlternativeRow PatternTables::alternative(std::uint32_t row) const {
  if (row >= alternatives_.count) return {kbx::kNone, 0, kbx::AlternativeKind::kRegex, 0, 0, {}};
  const char* at = alternatives_.row(row);
  const std::uint32_t kind = kbx::load16(at + AlternativeAt::kKind);
  // Of a kind that is not known here a regex engine knows enough.
  return {kbx::load32(at + AlternativeAt::kEntry),
          kbx::load32(at + AlternativeAt::kGram),
          kind < 2 ? static_cast<kbx::AlternativeKind>(kind) : kbx::AlternativeKind::kRegex,
          kbx::load16(at + AlternativeAt::kFlags),
          kbx::load32(at + AlternativeAt::kRarity) / 8.0,
          part_at(programs_, at + AlternativeAt::kProgram)};
}

std::uint32_t PatternTables::always(std::uint32_t row) const {
  return row < always_.count ? kbx::load32(always_.row(row)) : kbx::kNone;
}

}  // namespace kbc
