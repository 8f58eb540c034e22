// The regexes of this repository's entries, and of all entries of the knowledge bases on which
// tests run, also those with faults.
#pragma once

#include <string>
#include <vector>

namespace kbc {

const std::vector<std::string>& corpus_regexes();

}  // namespace kbc
