#pragma once

#include <cstddef>
#include <string>

#include "lsp/base_view.h"

namespace kbc {

// What `kbc show --format markdown` says of an entry as it is now, in at most so many lines. Empty
// where its text cannot be read. Reads and compiles this one entry.
std::string card_of(const BaseView& view, const EntryRecord& entry, std::size_t most_lines);

}  // namespace kbc
