#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// The node that a `$ref` means, or Document::kNoNode: `#` or `#/…`, a JSON Pointer into the same
// document (RFC 6901), spelled without percent signs and empty names.
std::uint32_t reference_target(const Document& document, std::string_view reference);

// What is wrong with the `$ref`s of a schema; empty for nothing. A reference is `#` or `#/` and a
// JSON Pointer into the same document, written the one way in which RFC 6901 spells it.
std::string reference_fault(const Document& schema);

// Says so when the rules lead back to a rule without having come to a smaller value: no document
// could ever be held against them. Empty for nothing.
std::string recursion_fault(const std::vector<SchemaRule>& rules);

}  // namespace kbc
