#pragma once

#include <vector>

#include "check/cross_matches.h"
#include "lower/knowledge_base.h"

namespace kbc {

// The lines of the background, then the signatures and root causes of the entries in the order of
// their ranks (text/sample_rank.h). Views the entries.
std::vector<UnrelatedText> unrelated_texts(const KnowledgeBase& base);

}  // namespace kbc
