#include <cstring>

#include "kbx/bytes.h"
#include "kbx/program.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

constexpr unsigned kMostBits = kMostGramBits;

std::string in_section(Section section, const std::string& what) {
  return std::string("section ") + info_of(section).tag + ": " + what;
}

// The part of a pool that is at this place; without data when it is outside.
std::string_view part_of(const Mapped& storage, Section pool, const char* place) {
  const Sections::Bytes& bytes = storage.sections()[pool];
  const std::uint32_t offset = load32(place), length = load32(place + 4);
  if (offset > bytes.count || length > bytes.count - offset) return {};
  return {bytes.data + offset, length};
}

unsigned bits_of(std::uint64_t size) {
  unsigned bits = 0;
  while (bits <= kMostBits && std::uint64_t{1} << bits != size) ++bits;
  return bits;
}

bool has_gram(const Mapped& storage, std::uint32_t gram, std::uint32_t length) {
  const Section section = length == 4 ? Section::kGrams4 : Section::kGrams2;
  const Sections::Bytes& table = storage.sections()[section];
  if (table.count == 0) return false;
  const unsigned size = bits_of(std::uint64_t{table.count} * 32);
  const GramBits gram_bits =
      length == 4 ? long_gram_bits(gram, size) : short_gram_bits(gram, length, size);
  return (load32(table.data + std::size_t{gram_bits.row} * 4) & gram_bits.bits) == gram_bits.bits;
}

bool is_program(std::string_view program) {
  Step step;
  while (next_step(program, step)) {
  }
  return program.empty();
}

std::string alternatives_fault(const Mapped& storage) {
  std::uint32_t entry_before = 0;
  for (std::uint32_t row = 0; row < storage.count<Section::kAlternatives>(); ++row) {
    const char* at = row_of(storage, Section::kAlternatives, row);
    const std::uint32_t entry = load32(at + AlternativeAt::kEntry);
    if (entry < entry_before || entry >= storage.count<Section::kEntries>()) {
      return at_row(Section::kAlternatives, row, "entry: not there, or not in order");
    }
    entry_before = entry;
    const std::string_view program =
        part_of(storage, Section::kPrograms, at + AlternativeAt::kProgram);
    if (program.data() == nullptr && load32(at + AlternativeAt::kProgram + 4) != 0) {
      return at_row(Section::kAlternatives, row, "program: outside of PTPR");
    }
    if (!is_program(program)) return at_row(Section::kAlternatives, row, "program: not a program");
    if (load16(at + AlternativeAt::kKind) > 2) {
      return at_row(Section::kAlternatives, row, "kind: no such kind");
    }
  }
  for (std::uint32_t row = 0; row < storage.count<Section::kAlways>(); ++row) {
    if (load32(storage.row<Section::kAlways>(row)) >= storage.count<Section::kAlternatives>()) {
      return at_row(Section::kAlways, row, "alternative: not there");
    }
  }
  return {};
}

// A literal is found by its gram: the bit is set, and its row is among those of the head.
std::string literal_fault(const Mapped& storage, std::uint32_t row, unsigned head_bits) {
  const char* at = row_of(storage, Section::kLiterals, row);
  const std::string_view text = part_of(storage, Section::kLiteralTexts, at + LiteralAt::kText);
  const std::size_t length = text.size() < 4 ? text.size() : 4;
  const std::uint32_t gram_at = load32(at + LiteralAt::kGramAt);
  if (length < 2 || gram_at > text.size() - length) return "text: too short, or outside of PTTX";
  const std::uint32_t gram = load32(at + LiteralAt::kGram);
  for (std::size_t byte = 0; byte < 4; ++byte) {
    const std::uint32_t expected = byte < length ? byte_at(text.data() + gram_at + byte) : 0;
    if ((gram >> (8 * byte) & 0xFF) != expected) return "gram: not that of the text";
  }
  if (!has_gram(storage, gram, static_cast<std::uint32_t>(length))) return "gram: not in its table";
  const std::uint32_t head = gram_hash(gram, head_bits);
  const bool is_there = load32(storage.row<Section::kLiteralHeads>(head)) <= row &&
                        row < load32(storage.row<Section::kLiteralHeads>(head + 1));
  return is_there ? "" : "not among those of its head";
}

std::string tables_fault(const Mapped& storage, unsigned& head_bits) {
  for (const Section table : {Section::kGrams4, Section::kGrams2}) {
    const std::uint32_t count = storage.sections()[table].count;
    if (count != 0 && bits_of(std::uint64_t{count} * 32) > kMostBits) {
      return in_section(table, "its size is not a power of two");
    }
  }
  const std::uint32_t heads = storage.count<Section::kLiteralHeads>();
  if (heads == 0) {
    const bool is_empty = storage.count<Section::kLiterals>() == 0;
    return is_empty ? "" : in_section(Section::kLiteralHeads, "missing");
  }
  head_bits = bits_of(std::uint64_t{heads} - 1);
  if (head_bits == 0 || head_bits > kMostBits) {
    return in_section(Section::kLiteralHeads, "its size is not a power of two plus one");
  }
  return {};
}

// The heads divide the literals: each begins where the one before it ends.
std::string heads_fault(const Mapped& storage) {
  const std::uint32_t heads = storage.count<Section::kLiteralHeads>();
  std::uint32_t before = 0;
  for (std::uint32_t row = 0; row < heads; ++row) {
    const std::uint32_t first = load32(storage.row<Section::kLiteralHeads>(row));
    const bool is_end = row + 1 == heads;
    if (first < before || (row == 0 && first != 0) ||
        (is_end && first != storage.count<Section::kLiterals>())) {
      return at_row(Section::kLiteralHeads, row, "first: not where the literals before it end");
    }
    before = first;
  }
  return {};
}

}  // namespace

std::string patterns_fault(const Mapped& storage) {
  unsigned head_bits = 0;
  std::string fault = tables_fault(storage, head_bits);
  if (fault.empty()) fault = heads_fault(storage);
  if (fault.empty()) fault = alternatives_fault(storage);
  for (std::uint32_t row = 0; fault.empty() && row < storage.count<Section::kLiterals>(); ++row) {
    const std::string what = literal_fault(storage, row, head_bits);
    if (!what.empty()) fault = at_row(Section::kLiterals, row, what);
  }
  for (std::uint32_t row = 0; fault.empty() && row < storage.count<Section::kTriggers>(); ++row) {
    const char* at = row_of(storage, Section::kTriggers, row);
    if (load32(at + TriggerAt::kAlternative) < storage.count<Section::kAlternatives>()) continue;
    fault = at_row(Section::kTriggers, row, "alternative: not there");
  }
  return fault;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
