#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lower/taxonomy.h"

namespace kbc {

// A name that an editor offers, and what it says of it.
struct OfferedName {
  std::string name, description;
};

// The names that entries of one knowledge base can use.
struct OfferedNames {
  Taxonomy taxonomy;
  std::vector<OfferedName> ids, tags;
};

// A JSON Schema of entries for editors: the schema with the names in its places for them. Domains,
// categories, types and rules are closed lists; ids and tags are offered, and others are accepted.
// What the schema lists itself, or refers to another place for, stays as it is. Requires: the
// schema is JSON.
std::string editor_schema(std::string_view schema, const OfferedNames& names);

}  // namespace kbc
