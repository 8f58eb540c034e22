#pragma once

#include <cstdint>
#include <string>

#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// What to write instead of a value of the wrong type.
struct Retyped {
  std::string value;  // JSON: what was meant, where that is certain and the schema allows it there
  std::string help;
};

// Requires: rule expects another type than the node has.
Retyped retype(const Schema& schema, const SchemaRule& rule, const Document& document,
               std::uint32_t node);

// What numbers the rule allows: "a whole number of at least 0", "a number from 0 to 1".
std::string number_words(const SchemaRule& rule);

// "`a`, `b` or `c`", or the first of many.
std::string choices(const std::vector<std::string_view>& names);

}  // namespace kbc
