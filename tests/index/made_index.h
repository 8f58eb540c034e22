// Indexes for tests, made in memory by kbc's own writer.
#pragma once

#include <string>
#include <vector>

#include "lower/taxonomy.h"

namespace kbc {

// Titles of a few names.
Taxonomy made_taxonomy();

// The bytes of the index of these entries and of made_taxonomy(); the texts are JSON. Nothing
// checks them but the writer.
std::string index_of(const std::vector<std::string>& entries);

// The texts of all entries below a folder, in the order of their paths.
std::vector<std::string> entry_texts(const std::string& folder);

// The texts of this repository's own entries.
std::vector<std::string> own_entries();

}  // namespace kbc
