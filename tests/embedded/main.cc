// embedded match|search TEXT: the ids of the entries, from an index that is a part of the program.
#include <iostream>
#include <optional>
#include <string>

#include "kb_index.h"
#include "kbc/log_matcher.h"
#include "search/searcher.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(kb::index_bytes(), error);
  if (!index || !index->verify(error)) return std::cerr << error << '\n', 2;
  if (argv[1] == std::string("match")) {
    const auto matcher = kbc::LogMatcher::over(*index, error);
    if (!matcher) return std::cerr << error << '\n', 2;
    for (const auto& match : matcher->match(argv[2])) {
      std::cout << index->at(match.entry)->id() << '\n';
    }
  } else {
    const auto searcher = kbc::Searcher::over(*index, error);
    if (!searcher) return std::cerr << error << '\n', 2;
    kbc::SearchScratch scratch;
    for (const auto& hit : searcher->search(argv[2], {}, scratch).hits) {
      std::cout << index->at(hit.entry)->id() << '\n';
    }
  }
  return 0;
}
