// The author's texts as messages quote and list them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// text between back-ticks, cut with an ellipsis before the character that passes max_bytes. What a
// terminal must not see stays in it: output/ takes care of that.
std::string ticked(std::string_view text, std::size_t max_bytes = 60);

// "a, b or c".
std::string listed(const std::vector<std::string>& words, std::string_view last = "or");

}  // namespace kbc
