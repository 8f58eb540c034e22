#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "check/cross_matches.h"
#include "lower/knowledge_base.h"

namespace kbc {

// A signature that a regex matches. There may be many.
struct ShadowPair {
  std::uint32_t by = 0;  // the numbers of the files
  std::uint32_t other = 0;
  std::uint32_t branch = 0;  // the first that matches, among the branches of the regex
  // Of the signature; empty when only the whole regex can tell.
  std::uint16_t match_begin = 0;
  std::uint16_t match_end : 15 = 0;
  std::uint16_t is_of_several : 1 = false;  // other branches match, too
};
static_assert(sizeof(ShadowPair) == 16);

// Grows without being copied.
using ShadowPairs = std::deque<ShadowPair>;

// What to report of the pairs, in the order that CrossMatches needs: each two entries once,
// and none of which a link or another rule speaks already. On at most jobs threads. In `parts`
// every pair occurs once. Where `about` names files, which ascend, only what is to be reported of
// their regexes; then the pairs of others need to be there only if they lead back to one of them.
std::vector<Shadow> shadows_of(std::vector<ShadowPairs> parts, const KnowledgeBase& base,
                               unsigned jobs, const std::vector<FileId>* about = nullptr);

}  // namespace kbc
