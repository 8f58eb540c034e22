#pragma once

#include <cstdint>
#include <string_view>

#include "kbx/index.h"

namespace kbc {

// The sections of an index about words, in the order of their texts. Whatever they hold, no read
// leaves them: what does not fit is empty.
class WordTables {
 public:
  explicit WordTables(const kbx::Index& index) : sections_(&index.storage().sections()) {}

  // False when the index was written without words.
  bool are_there() const { return (*sections_)[kbx::Section::kTerms].count > 0; }

  std::uint32_t size() const;
  std::string_view text(std::uint32_t word) const;
  std::string_view postings(std::uint32_t word) const;
  // How many entries it says that the word has.
  std::uint32_t entries(std::uint32_t word) const;

  // The first word that is not before this text; size() when all are.
  std::uint32_t first_from(std::string_view text) const;
  // The word, or size() when it is not there.
  std::uint32_t find(std::string_view text) const;

 private:
  std::string_view part(kbx::Section pool, std::uint32_t word, std::size_t field) const;

  const kbx::Sections* sections_;
};

}  // namespace kbc
