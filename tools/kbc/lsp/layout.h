#pragma once

#include <string_view>
#include <vector>

#include "core/span.h"
#include "format/line_diff.h"

namespace kbc {

// What `kbc fmt` changes in a text, in the lines that the span touches; nothing in one that is no
// flawless JSON.
std::vector<ChangedLines> layout_changes(std::string_view text, Span within,
                                         std::string_view schema);

}  // namespace kbc
