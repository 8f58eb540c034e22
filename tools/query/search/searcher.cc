#include "search/searcher.h"

#include "search/search_run.h"

namespace kbc {

std::optional<Searcher> Searcher::over(const kbx::Index& index, std::string& error) {
  Searcher searcher(index);
  error.clear();
  if (searcher.tables_.are_there()) return searcher;
  error = "it has no word tables; rebuild it";
  return {};
}

Found Searcher::search(std::string_view query, const SearchOptions& options,
                       SearchScratch& scratch) const {
  return SearchRun(*this, options, scratch).run(query);
}

}  // namespace kbc
