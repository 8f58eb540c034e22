#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/word_tables.h"

namespace kbc {

// A word of the index that stands for one of a query.
struct WordForm {
  std::uint32_t word = 0;    // of the tables
  std::uint32_t weight = 0;  // of kFormUnit
};
inline constexpr std::uint32_t kFormUnit = 4;

// What a word of a query means in an index: the word itself and the other of its English singular
// and plural; if none of them is there, or for a single unspaced character (text/languages.h), the
// words that begin with it. Each once.
std::vector<WordForm> forms_of(std::string_view word, const WordTables& tables);

}  // namespace kbc
