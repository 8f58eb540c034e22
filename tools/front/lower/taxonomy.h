#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lower/entry_fields.h"
#include "parse/document.h"

namespace kbc {

// The names that entries may use, each with a one-line description (which may be empty).
struct Taxonomy {
  using Names = std::map<std::string, std::string, std::less<>>;

  Names domains, categories, root_cause_types;

  bool operator==(const Taxonomy&) const = default;
};

// One of the lists of a taxonomy.
struct TaxonomyList {
  std::string_view field;         // as files call it: `root_cause_types`
  std::string_view name;          // one of its names on the command line: `root-cause-type`
  std::string_view words;         // and in messages: `root-cause type`
  TextField entry_field;          // of an entry, that has one of the names
  Taxonomy::Names Taxonomy::*of;  // where its names are
};
inline constexpr TaxonomyList kTaxonomyLists[] = {
    {"domains", "domain", "domain", "domain", &Taxonomy::domains},
    {"categories", "category", "category", "category", &Taxonomy::categories},
    {"root_cause_types", "root-cause-type", "root-cause type", "root_cause_type",
     &Taxonomy::root_cause_types},
};

// A name that a taxonomy takes away from the one that it extends, which does not have it.
struct UnknownRemoval {
  const TaxonomyList* list = nullptr;
  std::string name;
  Span span;  // of the name
  std::string pointer;
};

// The names of a document and of the taxonomy that it extends, without those that it removes.
// Requires: the document satisfies schema/taxonomy.schema.json.
Taxonomy taxonomy_from(const Document& document, Taxonomy extended = {},
                       std::vector<UnknownRemoval>* unknown = nullptr);

// The taxonomy as a file that extends no other.
std::string text_of(const Taxonomy& taxonomy);

}  // namespace kbc
