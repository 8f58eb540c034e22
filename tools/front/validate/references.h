#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// Says so when the rules lead back to a rule without having come to a smaller value: no document
// could ever be held against them. Empty for nothing.
std::string recursion_fault(const std::vector<SchemaRule>& rules);

}  // namespace kbc
