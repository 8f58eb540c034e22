#pragma once

#include <string_view>

namespace kbc {

// The version of kbc, as CMakeLists.txt has it.
extern const std::string_view kVersion;

// Where its docs/ is published, without a slash at the end; empty unless CMake's KBC_DOCS_URL was
// set.
extern const std::string_view kDocsUrl;

}  // namespace kbc
