#ifndef KBC_REGEX_FACTS_H_
#define KBC_REGEX_FACTS_H_

#include <cstdint>
#include <vector>

#include "regex/hir.h"

namespace kbc {

// What can be told of all texts that a node of a Hir matches.
struct NodeFacts {
  // In characters; kUnbounded for no bound. A node that never matches has shortest > longest.
  std::uint32_t shortest = 0;
  std::uint32_t longest = 0;

  bool matches_empty_text = false;    // as a whole: `\b` takes nothing, but an empty text has none
  bool begins_at_text_start = false;  // every match does
  bool ends_at_text_end = false;      // every match does
  bool may_take_line_break = false;
  bool has_assertion = false;

  bool is_nullable() const { return shortest == 0; }
};

// By NodeId. Linear in the size of the form.
std::vector<NodeFacts> facts_of(const Hir& hir);

}  // namespace kbc

#endif  // KBC_REGEX_FACTS_H_
