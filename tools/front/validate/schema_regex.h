#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace kbc {

// A regex of a schema, compiled, or why it is none. A sentence without a full stop.
struct SchemaRegex {
  std::shared_ptr<const re2::RE2> regex;  // null with an error
  std::string error;
};

// Takes what all releases of RE2 take, so that a schema means the same with each of them.
SchemaRegex compile_schema_regex(std::string_view text);

}  // namespace kbc
