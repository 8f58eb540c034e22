#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// The value that a JSON Pointer (RFC 6901) leads to from another, or Document::kNoNode. It is a
// fragment of a URI: with or without percent-encoding.
std::uint32_t pointed_at(const Document& document, std::uint32_t from, std::string_view fragment);

// Says so when the rules lead back to a rule without having come to a smaller value: no document
// could ever be held against them. Empty for nothing.
std::string recursion_fault(const std::vector<SchemaRule>& rules);

}  // namespace kbc
