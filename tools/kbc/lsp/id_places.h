#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "lsp/base_view.h"
#include "lsp/cursor.h"

namespace kbc {

// A place where something is named.
struct NamedPlace {
  FileId file = 0;
  Span span;  // of the JSON literal

  bool operator==(const NamedPlace&) const = default;
};

// The entry that the id or alias under the cursor means; null where there is no such id.
const EntryRecord* entry_under(const BaseView& view, const Cursor& cursor);

// Where an entry is declared: at its id or, without one, at the beginning of its file.
NamedPlace declaration_of(const EntryRecord& entry);

// Where the links are that mean an entry, in the order of the files.
std::vector<NamedPlace> links_to(const BaseView& view, const EntryRecord& entry);

// How many entries have such a link.
std::size_t linking_entries(const BaseView& view, const EntryRecord& entry);

// Where what the cursor is on is said: the entry of an id; of a text and its translation the other
// one; a name of the taxonomy in the file that kbc.json names, which is no entry.
struct Definition {
  std::vector<NamedPlace> places;
  std::string other_file;  // to open it by; empty when the places say all
  Span other_span;
};
Definition definition_of(const BaseView& view, FileId file, const Cursor& cursor);

// Whether the places of a declaration are among those that are asked for.
enum class Declaration : std::uint8_t { kLeaveOut, kInclude };

// Where what the cursor is on is named: of an id the links, and as declaration the id itself and
// the aliases; of a rule the ignores; of a domain its entries.
std::vector<NamedPlace> references_of(const BaseView& view, const Cursor& cursor,
                                      Declaration declaration);

// Those in the file itself.
std::vector<NamedPlace> highlights_of(const BaseView& view, FileId file, const Cursor& cursor);

}  // namespace kbc
