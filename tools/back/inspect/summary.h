#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "kbx/index.h"
#include "text/printer.h"

namespace kbc {

// What an index file says of itself.
struct Summary {
  std::string path;  // as a person would type it
  const kbx::Index* index = nullptr;
  std::optional<std::string>
      damage;  // what verify said, empty for nothing; unless it was not asked
};

void write_summary_text(const Summary& summary, Printer& out);
void write_summary_json(const Summary& summary, std::ostream& out);

// What the rows of a section are, in a few words; of one that is not known, that.
std::string_view rows_of(const kbx::SectionView& section);

// The known section that has this tag.
std::optional<kbx::Section> section_tagged(std::uint32_t tag);

// "4.5 MB": to be read, not to be calculated with.
std::string readable_size(std::uint64_t bytes);

}  // namespace kbc
