// What shells complete: words that depend on where kbc runs, or that have descriptions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cache/cache_choice.h"
#include "config/base_choice.h"

namespace kbc {

struct KnownWord {
  std::string word, description;
};

// The kinds that there are: `ids`, `domains`, `rules` …
std::vector<std::string> kinds_of_words();

// What a shell asks for.
struct WordRequest {
  const std::string& kind;
  std::string_view prefix;
  const BaseChoice& base;
  const CacheChoice& cache;
};

// The words of a kind that begin with the prefix, in order. What cannot be read is left out: nobody
// wants to be told while typing. Ids, tags and codes are those of the entries as they are; where
// there are so many that compiling them takes too long, or some cannot be read, those of the index
// that `kbc build` wrote, even if it is out of date, and without it ids are the names of files.
// Requires: the kind is one of these.
std::vector<KnownWord> known_words(const WordRequest& request);

}  // namespace kbc
