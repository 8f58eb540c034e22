#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "pattern/code_point_set.h"
#include "pattern/syntax_tree.h"

namespace kbc {

// The high-level form of a pattern: what it matches, without how it is written. Flags are resolved,
// characters next to each other are one literal, groups are gone, classes are intervals of code
// points in which letters include their other cases where case is ignored.

enum class HirKind : std::uint8_t {
  kEmpty,        // the empty text
  kLiteral,      // text_of(node); a text that ignores case is folded, and so is what it meets
  kSet,          // one character of intervals_of(node)
  kAnyByte,      // `\C`
  kAssertion,    // `assertion` holds here
  kRepeat,       // its child `least` to `most` times
  kConcat,       // its children one after the other; at least two
  kAlternation,  // one of its children; at least two
};

struct HirNode {
  HirKind kind = HirKind::kEmpty;
  Assertion assertion = Assertion::kTextStart;
  bool ignores_case = false;  // of a literal
  bool is_lazy = false;     // of a repeat; matters for where a match ends, not whether there is one
  Span span;                // of the pattern, from which this comes
  NodeId child = kNoNode;   // the first of its children
  NodeId next = kNoNode;    // the one after it among its parent's children
  std::uint32_t begin = 0;  // of a literal's bytes, a set's intervals
  std::uint32_t end = 0;
  std::uint32_t least = 0;
  std::uint32_t most = 0;  // kUnbounded for no upper bound
};

// Views nothing: the pattern's text may go. Children have smaller ids than their parents.
class Hir {
 public:
  const std::vector<HirNode>& nodes() const { return nodes_; }
  const HirNode& operator[](NodeId id) const { return nodes_[id]; }
  NodeId root() const { return root_; }

  // UTF-8, or what RE2 takes for it. Requires: a literal.
  std::string_view text_of(const HirNode& node) const {
    return std::string_view(texts_).substr(node.begin, node.end - node.begin);
  }

  // Sorted, apart from one another. An empty set never matches. Requires: a set.
  std::span<const CodePointRange> intervals_of(const HirNode& node) const {
    return std::span(intervals_).subspan(node.begin, node.end - node.begin);
  }

  // False when some set has more characters than RE2 would take: of classes of Unicode only the
  // names are known here. What is required of a match is still required, but not all that this form
  // matches does RE2 match.
  bool is_exact() const { return is_exact_; }

  // The branches of a top-level alternation; the root alone when it is none.
  std::vector<NodeId> branches() const;

 private:
  friend class HirBuilder;

  std::vector<HirNode> nodes_;
  std::vector<CodePointRange> intervals_;
  std::string texts_;
  NodeId root_ = kNoNode;
  bool is_exact_ = true;
};

// Requires: tree.ok(). Linear in the size of the tree and of its classes.
Hir lower_pattern(const SyntaxTree& tree);

}  // namespace kbc
