#pragma once

#include <cstddef>

#include "emit/entry_json.h"
#include "kbx/index.h"
#include "show/prose.h"
#include "text/languages.h"
#include "text/printer.h"

namespace kbc {

// How an entry is shown to a person.
struct ShowOptions {
  const Language* language = &kEnglish;  // where there is a translation
  std::size_t width = 80;                // columns of text; at least 40
  bool color = false;
  // Only the signature, the cause and for each condition the best that helps, in at most so many
  // lines of 80 columns; 0 for all of the entry.
  std::size_t most_lines = 0;
  Captures captures;  // of the message that the entry is about, for its commands
};
inline constexpr std::size_t kBriefLines = 24;

// For a terminal: the cause in a few lines, what helps under the conditions of it, then what does
// not help and all the rest. Commands are on lines of their own.
void show_text(const IndexEntry& entry, const ShowOptions& options, Printer& out);

// The same for a page or a ticket: CommonMark.
void show_markdown(const IndexEntry& entry, const ShowOptions& options, Printer& out);

}  // namespace kbc
