#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "parse/parse.h"

namespace kbc {

// A text with what the parser makes of it.
struct Parsed {
  explicit Parsed(std::string json, Dialect dialect = Dialect::kJson)
      : held(std::make_unique<std::string>(std::move(json))),
        text(*held),
        faults(parse_json(text, dialect, document)) {}

  // The value at a JSON Pointer of names and ordinals without escapes.
  const Node& at(std::string_view pointer) const {
    for (std::uint32_t node = 0; node < document.size(); ++node) {
      if (!document[node].is_name && document.pointer(node) == pointer) return document[node];
    }
    FAIL("no value at " << pointer);
    return document.root();
  }
  std::string_view source(Span span) const { return text.substr(span.begin, span.size()); }

  std::unique_ptr<std::string> held;  // stays where it is when this moves
  std::string_view text;
  Document document;
  std::vector<JsonFault> faults;
};

}  // namespace kbc
