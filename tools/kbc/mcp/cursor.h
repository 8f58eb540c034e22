#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kbx/index.h"
#include "mcp/shown_json.h"

namespace kbc {

// Where a list goes on: after so many of its items, in this content.
std::string cursor_after(const kbx::Index& index, std::size_t items);

// The number of items; 0 for an empty text, nothing for one that is of another content, or none.
std::optional<std::size_t> items_before(const kbx::Index& index, std::string_view cursor);

// Adds the items from one on for which there is room, but one at least; gives the number of the
// first that is left out.
std::size_t write_page(std::size_t first, std::size_t end, std::size_t room,
                       const std::function<std::string(std::size_t)>& item, ShownJson& json);

// What to do about a cursor that means nothing.
inline constexpr std::string_view kBadCursor =
    "`cursor` is of no answer about these entries: ask again without it";

}  // namespace kbc
