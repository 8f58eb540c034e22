#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "parse/parse.h"
#include "validate/schema.h"

namespace kbc {

inline Schema compiled(std::string_view text) {
  Result<Schema> schema = Schema::compile(text);
  CAPTURE(text);
  if (!schema) FAIL(schema.error().message);
  return std::move(*schema);
}

// A document, which is JSON, held against a schema.
struct Checked {
  Checked(const Schema& schema, std::string json) : text(std::move(json)) {
    REQUIRE(parse_json(text, Dialect::kJson, document).empty());
    faults = schema.validate(document);
  }
  std::string pointer(std::size_t index) const { return document.pointer(faults[index].node); }

  std::string text;
  Document document;
  std::vector<SchemaFault> faults;
};

}  // namespace kbc
