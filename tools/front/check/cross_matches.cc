#include "check/cross_matches.h"

#include <cstdint>
#include <numeric>
#include <utility>

#include "check/branch_search.h"
#include "check/shadow_pairs.h"

namespace kbc {

CrossMatches cross_matches(const KnowledgeBase& base, unsigned jobs, std::size_t held_bytes) {
  std::vector<std::uint32_t> entries(base.entries().size());
  std::iota(entries.begin(), entries.end(), 0);
  CrossFound found = search_branches(base, entries, jobs, held_bytes);
  return {std::move(found.generic), shadows_of(std::move(found.pairs), base, jobs)};
}

CrossMatches cross_matches(const KnowledgeBase& base, unsigned jobs) {
  return cross_matches(base, jobs, usual_held_bytes(base));
}

}  // namespace kbc
