#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "check/cross_matches.h"
#include "check/shadow_pairs.h"
#include "lower/knowledge_base.h"

namespace kbc {

// What the branches of some entries' regexes match in the texts of all. What is found of one entry
// depends on the others' texts, not on which other regexes are looked for.
struct CrossFound {
  std::vector<GenericBranch> generic;  // in the order of the entries
  // In shares of entries, each pair once, with the first of the branches that are not generic.
  std::vector<ShadowPairs> pairs;
};

// Of the entries with these numbers, which ascend; cross_matches() says more.
CrossFound search_branches(const KnowledgeBase& base, const std::vector<std::uint32_t>& entries,
                           unsigned jobs, std::size_t held_bytes);

// So many bytes of automata are worth their room.
std::size_t usual_held_bytes(const KnowledgeBase& base);

}  // namespace kbc
