#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lsp/base_view.h"
#include "parse/document.h"

namespace kbc {

// A part of an entry as an outline has it.
struct OutlineItem {
  enum class Kind : std::uint8_t { kEntry, kText, kNumber, kList, kObject, kOther };

  std::string name, detail;
  Kind kind = Kind::kOther;
  Span whole, name_span;
  std::size_t level = 0;  // 0 for the entry; those inside of one follow it
};

// The entry, its members, and the elements of its lists; at most so many of them.
std::vector<OutlineItem> outline_of(const Document& document, std::size_t most);

// The entries that a query may mean, by id, alias, signature and translated signature, the best
// first.
std::vector<const EntryRecord*> entries_found(const BaseView& view, std::string_view query,
                                              std::size_t most);

}  // namespace kbc
