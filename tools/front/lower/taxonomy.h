#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "parse/document.h"

namespace kbc {

// The names that entries may use, each with a one-line description (which may be empty).
struct Taxonomy {
  using Names = std::map<std::string, std::string, std::less<>>;

  Names domains, categories, root_cause_types;

  bool operator==(const Taxonomy&) const = default;
};

// Requires: the document satisfies schema/taxonomy.schema.json.
Taxonomy taxonomy_from(const Document& document);

}  // namespace kbc
