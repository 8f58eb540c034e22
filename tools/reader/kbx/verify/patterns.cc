#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

unsigned bits_of(std::uint64_t size) {
  unsigned bits = 0;
  while (bits <= kMostBits && std::uint64_t{1} << bits != size) ++bits;
  return bits;
}

// Of a table of grams, the bits that literals need; it may have no others.
class Grams {
 public:
  Grams(const Mapped& storage, Section section)
      : table_(storage.sections()[section]), name_(section), bits_(table_.count, 0) {}

  // False when the table does not have all of a literal's bits. Requires: the table has a size that
  // it may have.
  bool take(std::uint32_t gram, std::uint32_t length) {
    if (table_.count == 0) return false;
    const unsigned size = bits_of(std::uint64_t{table_.count} * 32);
    const GramBits gram_bits =
        length == 4 ? long_gram_bits(gram, size) : short_gram_bits(gram, length, size);
    bits_[gram_bits.row] |= gram_bits.bits;
    return (load32(table_.row(gram_bits.row)) & gram_bits.bits) == gram_bits.bits;
  }

  std::string fault() const {
    for (std::uint32_t row = 0; row < table_.count; ++row) {
      if (load32(table_.row(row)) != bits_[row]) return at_row(name_, row, "bits of no literal");
    }
    return {};
  }

 private:
  const Sections::Bytes& table_;
  Section name_;
  std::vector<std::uint32_t> bits_;  // by row
};

bool is_program(std::string_view program) {
  Step step;
  while (next_step(program, step)) {
  }
  return program.empty();
}

// Programs lie in the order in which alternatives first have them, each once.
class Programs {
 public:
  explicit Programs(const Mapped& storage) : storage_(storage) {}

  std::string take(const char* place) {
    const std::uint32_t offset = load32(place), length = load32(place + 4);
    if (length == 0) return offset == 0 ? "" : "program: a place of nothing";
    const std::string_view program = part_of(storage_, Section::kPrograms, place);
    if (program.data() == nullptr) return "program: outside of PTPR";
    if (!is_new(offset, length))
      return known_.count({offset, length}) ? "" : "program: not in order";
    return is_program(program) ? "" : "program: not a program";
  }

  bool has_all() const { return end_ == storage_.count<Section::kPrograms>(); }

 private:
  bool is_new(std::uint32_t offset, std::uint32_t length) {
    if (offset != end_) return false;
    known_.emplace(offset, length);
    end_ += length;
    return true;
  }

  const Mapped& storage_;
  std::uint64_t end_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> known_;
};

std::string alternative_fault(const Mapped& storage, const char* at, std::uint32_t entry_before) {
  const std::uint32_t entry = load32(at + AlternativeAt::kEntry);
  if (entry < entry_before || entry >= storage.count<Section::kEntries>()) {
    return "entry: not there, or not in order";
  }
  if (load16(at + AlternativeAt::kKind) > 2) return "kind: no such kind";
  constexpr std::uint32_t kFlags = kRawText | kWholeText | kSpansLines;
  return (load16(at + AlternativeAt::kFlags) & ~kFlags) != 0 ? "flags: no such flag" : "";
}

std::string alternatives_fault(const Mapped& storage) {
  std::uint32_t entry_before = 0;
  Programs programs(storage);
  for (std::uint32_t row = 0; row < storage.count<Section::kAlternatives>(); ++row) {
    const char* at = row_of(storage, Section::kAlternatives, row);
    std::string fault = alternative_fault(storage, at, entry_before);
    if (fault.empty()) fault = programs.take(at + AlternativeAt::kProgram);
    if (!fault.empty()) return at_row(Section::kAlternatives, row, fault);
    entry_before = load32(at + AlternativeAt::kEntry);
  }
  return programs.has_all() ? "" : in_section(Section::kPrograms, "has bytes of no program");
}

// What leads to alternatives: the triggers of literals, or the list of those that have none.
std::string reached_fault(const Mapped& storage) {
  std::vector<bool> is_triggered(storage.count<Section::kAlternatives>());
  for (std::uint32_t row = 0; row < storage.count<Section::kTriggers>(); ++row) {
    const std::uint32_t number =
        load32(row_of(storage, Section::kTriggers, row) + TriggerAt::kAlternative);
    if (number >= is_triggered.size()) {
      return at_row(Section::kTriggers, row, "alternative: not there");
    }
    is_triggered[number] = true;
  }
  std::uint32_t next = 0;
  for (std::uint32_t row = 0; row < storage.count<Section::kAlways>(); ++row) {
    const std::uint32_t number = load32(storage.row<Section::kAlways>(row));
    if (number >= is_triggered.size())
      return at_row(Section::kAlways, row, "alternative: not there");
    while (next < number && is_triggered[next]) ++next;
    if (next != number || is_triggered[number]) {
      return at_row(Section::kAlways, row, "alternative: not the next without a literal");
    }
    ++next;
  }
  while (next < is_triggered.size() && is_triggered[next]) ++next;
  return next == is_triggered.size() ? ""
                                     : at_row(Section::kAlternatives, next, "nothing leads to it");
}

// A literal is found by its gram: its bits are set, and its row is among those of the head.
std::string literal_fault(const Mapped& storage, std::uint32_t row, unsigned head_bits,
                          Grams& grams4, Grams& grams2) {
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
  Grams& grams = length == 4 ? grams4 : grams2;
  if (!grams.take(gram, static_cast<std::uint32_t>(length))) return "gram: not in its table";
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

// Their texts and triggers lie one after the other.
std::string literals_fault(const Mapped& storage, unsigned head_bits) {
  Grams grams4(storage, Section::kGrams4), grams2(storage, Section::kGrams2);
  std::uint64_t texts = 0, triggers = 0;
  for (std::uint32_t row = 0; row < storage.count<Section::kLiterals>(); ++row) {
    const char* at = row_of(storage, Section::kLiterals, row);
    if (load32(at + LiteralAt::kText) != texts || load32(at + LiteralAt::kTriggers) != triggers) {
      return at_row(Section::kLiterals, row, "not behind the one before it");
    }
    texts += load32(at + LiteralAt::kText + 4);
    triggers += load32(at + LiteralAt::kTriggers + 4);
    const std::string what = literal_fault(storage, row, head_bits, grams4, grams2);
    if (!what.empty()) return at_row(Section::kLiterals, row, what);
  }
  if (texts != storage.count<Section::kLiteralTexts>()) {
    return in_section(Section::kLiteralTexts, "has bytes of no literal");
  }
  const std::string fault = grams4.fault();
  return fault.empty() ? grams2.fault() : fault;
}

}  // namespace

std::string patterns_fault(const Mapped& storage) {
  unsigned head_bits = 0;
  std::string fault = tables_fault(storage, head_bits);
  if (fault.empty()) fault = heads_fault(storage);
  if (fault.empty()) fault = alternatives_fault(storage);
  if (fault.empty()) fault = literals_fault(storage, head_bits);
  if (fault.empty()) fault = reached_fault(storage);
  return fault;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
