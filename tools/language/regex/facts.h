#pragma once

#include <vector>

#include "regex/hir.h"

namespace kbc {

// What a node of a Hir may do in some match.
struct NodeFacts {
  bool may_take_line_break = false;
  bool has_assertion = false;
};

// By NodeId. Linear in the size of the form.
std::vector<NodeFacts> facts_of(const Hir& hir);

}  // namespace kbc
