#pragma once

#include <cstdint>
#include <string>
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
// Whether it is the word, if in another number, or begins with it, not one that shares its stem.
constexpr bool is_same_word(const WordForm& form) { return 2 * form.weight > kFormUnit; }

// What a word of a query means in an index: the word itself, the other of its English singular and
// plural, and the words that have its stem and a short ending (`postgresql` for `postgres`); if
// none of them is there, or for a single unspaced character (text/languages.h), all that begin with
// it. Each once, the heaviest first.
std::vector<WordForm> forms_of(std::string_view word, const WordTables& tables);

// A word of a query, folded, and how much of its rarity counts, of kFormUnit.
struct QueryWord {
  std::string text;
  std::uint32_t weight = kFormUnit;
};

// The different words of a query, at most kMostQueryWords; without those that say nothing
// (text/stop_words.h), unless there are no others. A pair of unspaced characters that probably lies
// across the border of two words, since it is rarer in the index than the pairs on either side of
// it, weighs less.
std::vector<QueryWord> words_of(std::string_view query, const WordTables& tables);

}  // namespace kbc
