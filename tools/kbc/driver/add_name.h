#pragma once

#include <string>
#include <vector>

#include "config/config.h"
#include "core/result.h"
#include "lower/taxonomy.h"

namespace kbc {

// A name that a knowledge base's taxonomy is to have.
struct AddedName {
  const TaxonomyList* list = nullptr;
  std::string name, description;
};

// Writes them into the file that `taxonomy` in kbc.json names; where there is none, into a new one
// that extends the built-in taxonomy, which kbc.json names then. Requires: the taxonomy has none of
// them.
Status add_names(const Config& config, const std::vector<AddedName>& added);

// The same of one name, which is told on standard output. Gives an ExitCode.
int add_name(const BaseChoice& base, const AddedName& added);

// The file in which a knowledge base's own names are, or would be.
std::string taxonomy_file(const Config& config);

}  // namespace kbc
