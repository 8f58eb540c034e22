#pragma once

#include <optional>
#include <vector>

#include "plan/token.h"
#include "regex/hir.h"

namespace kbc {

// All ways in which a branch can match, so that a text has a match of it exactly if it has one of
// them.
struct ExpandedBranch {
  std::vector<Variant> variants;
  bool takes_line_break = false;  // in some of them
  bool is_raw = false;            // it is about the text as it is, else about the folded one
};

// Nothing when they are too many, or the branch has what tokens cannot say: a place in the text, a
// repeat of more than characters, letters of which only some ignore case.
std::optional<ExpandedBranch> expand_branch(const Hir& hir, NodeId branch);

}  // namespace kbc
