#pragma once

#include <string_view>
#include <vector>

#include "search/searcher.h"

namespace kbc {

// A word of a query that no entry has, and the one that was probably meant, or nothing.
struct UnknownWord {
  std::string_view word;
  std::vector<std::string_view> meant;
};

// The first few of a query. Views the tables and what was found.
std::vector<UnknownWord> unknown_words(const WordTables& tables, const Found& found);

}  // namespace kbc
