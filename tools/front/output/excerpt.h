#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/span.h"

namespace kbc {

// Part of one line, harmless on a terminal, and what is marked in it. At most kExcerptColumns wide,
// but for the `…` where something is left out.
struct Excerpt {
  std::string text;
  std::size_t blanks = 0;  // terminal columns before the mark
  std::size_t marks = 1;   // terminal columns that are marked, at least 1
};

inline constexpr std::size_t kExcerptColumns = 100;

// Of the line in which the span begins; of a span over several lines, the first is marked. The span
// may be empty, begin at a line's end or lie past the text. A tab is shown as one blank. Looks only
// at what is near the mark, however long the line and the text are.
Excerpt excerpt_of(std::string_view text, Span mark);

}  // namespace kbc
