#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>

#include "emit/entry_json.h"
#include "kbx/index.h"

namespace kbc {

enum class Language : std::uint8_t { kOriginal, kChinese };

// How an entry is shown to a person.
struct ShowOptions {
  Language language = Language::kOriginal;  // where there is a translation
  std::size_t width = 80;                   // columns of text; at least 40
  bool color = false;
};

// For a terminal: what does not help and what does, with bars for their rates.
void show_text(const IndexEntry& entry, const ShowOptions& options, std::ostream& out);

// For a page or a ticket: CommonMark.
void show_markdown(const IndexEntry& entry, const ShowOptions& options, std::ostream& out);

}  // namespace kbc
