#pragma once

#include <string_view>

namespace kbc {

// Log lines that are about no error, with a line feed after each; scripts/make_background made
// them.
extern const std::string_view kBackground;

}  // namespace kbc
