#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "core/span.h"
#include "lsp/base_view.h"
#include "lsp/cursor.h"

namespace kbc {

// What is said of the thing under the cursor.
struct HoverText {
  std::string markdown;  // CommonMark; empty when there is nothing to say
  Span span;             // of the thing
};

// The documentation of a field, and of its value: the entry that an id means, the parts of a regex
// and what it matches, what a rule finds, which versions are meant, how long ago a day was, of a
// translation the text that it translates.
HoverText hover_at(const BaseView& view, FileId file, const Cursor& cursor,
                   std::chrono::year_month_day today);

// No longer is what is said of an entry.
inline constexpr std::size_t kMostCardLines = 40;

}  // namespace kbc
