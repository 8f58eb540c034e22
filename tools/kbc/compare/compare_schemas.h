#pragma once

#include <string_view>
#include <vector>

#include "compare/difference.h"

namespace kbc {

// The fields that entries may have, by two JSON Schemas, and their types. Nothing for a text that
// is no schema.
void compare_schemas(std::string_view before, std::string_view now,
                     std::vector<Difference>& differences);

}  // namespace kbc
