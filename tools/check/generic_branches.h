#ifndef KBC_CHECK_GENERIC_BRANCHES_H_
#define KBC_CHECK_GENERIC_BRANCHES_H_

#include <string_view>
#include <vector>

#include "base/span.h"
#include "lower/knowledge_base.h"

namespace kbc {

// A text that no regex of another domain should match.
struct UnrelatedText {
  std::string_view text;
  std::string_view domain;             // empty for a line of the background
  const EntryRecord* entry = nullptr;  // whose signature or root cause it is
};

// A branch of a regex (what stands between two `|` that are in no group) that matches texts which
// its entry has nothing to do with.
struct GenericBranch {
  const EntryRecord* entry = nullptr;
  Span span;             // of the regex
  UnrelatedText sample;  // one of the texts
  bool is_torn = false;  // the match there is a piece of a longer word
};

// In the order of the entries, which must outlive them. The cost grows with the texts and with the
// branches, not with their product: what was found in few texts, or in many, is enough.
std::vector<GenericBranch> generic_branches(const KnowledgeBase& base);

}  // namespace kbc

#endif  // KBC_CHECK_GENERIC_BRANCHES_H_
