#pragma once

#include <string_view>
#include <vector>

#include "emit/entry_json.h"

namespace kbc {

// The rules of the group `text` that the entry breaks, by their names: its characters are not what
// they look like, or are no text. An index may have been built of entries that nobody has checked.
std::vector<std::string_view> text_faults(const IndexEntry& entry);

}  // namespace kbc
