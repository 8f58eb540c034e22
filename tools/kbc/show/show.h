#pragma once

#include <cstddef>

#include "emit/entry_json.h"
#include "kbx/index.h"
#include "text/languages.h"
#include "text/printer.h"

namespace kbc {

// How an entry is shown to a person.
struct ShowOptions {
  const Language* language = &kEnglish;  // where there is a translation
  std::size_t width = 80;                // columns of text; at least 40
  bool color = false;
};

// For a terminal: what does not help and what does, with bars for their rates.
void show_text(const IndexEntry& entry, const ShowOptions& options, Printer& out);

// For a page or a ticket: CommonMark.
void show_markdown(const IndexEntry& entry, const ShowOptions& options, Printer& out);

}  // namespace kbc
