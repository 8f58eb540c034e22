#pragma once

#include <string>

#include "config/base_choice.h"
#include "lower/taxonomy.h"

namespace kbc {

// A name that a knowledge base's taxonomy is to have.
struct AddedName {
  BaseChoice base;
  const TaxonomyList* list = nullptr;
  std::string name, description;
};

// Writes it into the file that `taxonomy` in kbc.json names; where there is none, into a new one
// that extends the built-in taxonomy, which kbc.json names then. Gives an ExitCode.
int add_name(const AddedName& added);

}  // namespace kbc
