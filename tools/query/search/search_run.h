#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/query_word.h"
#include "search/searcher.h"

namespace kbc {

// One search: word after word, each entry's slot gathers what it gets for them.
class SearchRun {
 public:
  SearchRun(const Searcher& searcher, const SearchOptions& options, SearchScratch& scratch);

  Found run(std::string_view query);

 private:
  // The last of found_.words.
  void add_word(std::uint32_t weight);
  std::uint64_t rarity_of(const std::vector<WordForm>& forms) const;
  void add_postings(std::string_view postings, std::uint64_t most, std::uint32_t number);
  bool is_wanted(std::uint32_t entry) const;
  void take_best();

  const Searcher& searcher_;
  const SearchOptions& options_;
  SearchScratch& scratch_;
  Found found_;
};

}  // namespace kbc
