#include "search/word_tables.h"

#include <cstddef>

#include "kbx/bytes.h"

namespace kbc {

using kbx::Section;
using kbx::TermAt;

std::uint32_t WordTables::size() const {
  const std::uint32_t rows = (*sections_)[Section::kTerms].count;
  return rows == 0 ? 0 : rows - 1;
}

std::string_view WordTables::part(Section pool, std::uint32_t word, std::size_t field) const {
  if (word >= size()) return {};
  const kbx::Sections::Bytes& words = (*sections_)[Section::kTerms];
  const std::uint32_t begin = kbx::load32(words.row(word) + field);
  const std::uint32_t end = kbx::load32(words.row(word + 1) + field);
  const kbx::Sections::Bytes& bytes = (*sections_)[pool];
  if (end > bytes.count || begin > end) return {};
  return {bytes.data + begin, end - begin};
}

std::string_view WordTables::text(std::uint32_t word) const {
  return part(Section::kTermTexts, word, TermAt::kText);
}

std::string_view WordTables::postings(std::uint32_t word) const {
  return part(Section::kPostings, word, TermAt::kPostings);
}

std::uint32_t WordTables::entries(std::uint32_t word) const {
  if (word >= size()) return 0;
  return kbx::load32((*sections_)[Section::kTerms].row(word) + TermAt::kEntries);
}

std::uint32_t WordTables::first_from(std::string_view wanted) const {
  std::uint32_t low = 0, high = size();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (text(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::uint32_t WordTables::find(std::string_view wanted) const {
  const std::uint32_t word = first_from(wanted);
  return word < size() && text(word) == wanted ? word : size();
}

}  // namespace kbc
