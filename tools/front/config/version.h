#pragma once

#include <string_view>

namespace kbc {

// The version of kbc, as CMakeLists.txt has it.
extern const std::string_view kVersion;

}  // namespace kbc
