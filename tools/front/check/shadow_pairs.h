#pragma once

#include <cstdint>
#include <vector>

#include "check/cross_matches.h"
#include "core/span.h"
#include "lower/knowledge_base.h"

namespace kbc {

// A signature that a branch matches.
struct ShadowPair {
  std::uint32_t by = 0;  // the numbers of the entries
  std::uint32_t other = 0;
  std::uint32_t branch = 0;  // its number in the search
  Span span;                 // of the branch, in the regex
  Span match;                // of the signature; empty when only the whole regex can tell
};

// What to report of the pairs, in the order that CrossMatches needs: each two entries once,
// and none of which a link or another rule speaks already. On at most jobs threads.
std::vector<Shadow> shadows_of(std::vector<ShadowPair> all, const KnowledgeBase& base,
                               unsigned jobs);

}  // namespace kbc
