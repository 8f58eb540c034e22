#include <string>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/postings.h"
#include "kbx/verify/checks.h"
#include "kbx/verify/utf8.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

std::string_view pool_of(const Mapped& storage, Section pool) {
  const Sections::Bytes& bytes = storage.sections()[pool];
  return {bytes.data, bytes.count};
}

// Begins and ends of the texts or postings, which one field of the rows has: from the first byte of
// the pool to its last, none empty. So the parts of a pool are apart, and looking at each of them
// takes no longer than looking at the pool.
std::string places_fault(const Mapped& storage, Section pool, std::size_t field) {
  const std::uint32_t rows = storage.count<Section::kTerms>();
  std::uint32_t before = 0;
  for (std::uint32_t row = 0; row < rows; ++row) {
    const std::uint32_t place = load32(row_of(storage, Section::kTerms, row) + field);
    const bool is_right = row == 0 ? place == 0 : place > before;
    if (!is_right) return at_row(Section::kTerms, row, "empty, or not in order");
    before = place;
  }
  if (before == storage.sections()[pool].count) return {};
  return std::string("section ") + info_of(pool).tag + ": does not end with the last word";
}

std::string_view part_of(const Mapped& storage, Section pool, std::uint32_t row,
                         std::size_t field) {
  const std::uint32_t begin = load32(row_of(storage, Section::kTerms, row) + field);
  const std::uint32_t end = load32(row_of(storage, Section::kTerms, row + 1) + field);
  return pool_of(storage, pool).substr(begin, end - begin);
}

std::string postings_fault(const Mapped& storage, std::uint32_t row) {
  std::string_view bytes = part_of(storage, Section::kPostings, row, TermAt::kPostings);
  const std::uint32_t entries = load32(row_of(storage, Section::kTerms, row) + TermAt::kEntries);
  std::uint64_t count = 0;
  std::uint32_t before = kNone;
  for (Posting posting; next_posting(bytes, posting); ++count, before = posting.entry) {
    const bool rises = before == kNone || posting.entry > before;
    if (!rises || posting.entry >= storage.count<Section::kEntries>()) {
      return "postings: an entry that is not there, or not in order";
    }
  }
  if (!bytes.empty()) return "postings: not steps from end to end";
  return count == entries ? "" : "entries: not as many as there are";
}

}  // namespace

std::string words_fault(const Mapped& storage) {
  const std::uint32_t rows = storage.count<Section::kTerms>();
  const std::string_view texts = pool_of(storage, Section::kTermTexts);
  if (rows == 0) {
    const bool is_empty = texts.empty() && pool_of(storage, Section::kPostings).empty();
    return is_empty ? "" : "section SRTM: missing";
  }
  std::string fault = places_fault(storage, Section::kTermTexts, TermAt::kText);
  if (fault.empty()) fault = places_fault(storage, Section::kPostings, TermAt::kPostings);
  if (!fault.empty()) return fault;
  if (load32(row_of(storage, Section::kTerms, rows - 1) + TermAt::kEntries) != 0) {
    return at_row(Section::kTerms, rows - 1, "the last has entries");
  }
  std::string_view before;
  for (std::uint32_t row = 0; row + 1 < rows; ++row) {
    const std::string_view text = part_of(storage, Section::kTermTexts, row, TermAt::kText);
    if (!is_utf8(text)) return at_row(Section::kTerms, row, "text: not UTF-8");
    if (text <= before) return at_row(Section::kTerms, row, "text: not in order");
    before = text;
    fault = postings_fault(storage, row);
    if (!fault.empty()) return at_row(Section::kTerms, row, fault);
  }
  return {};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
