#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "pattern/case_rule.h"

namespace kbc {

// Which piece of syntax something is; pattern/construct.h has the names, for the few files that
// need one. The first is `plain`.
enum class Construct : std::uint8_t;

// Names a node of one tree. Children have smaller numbers than their parents, so that a loop from
// the front meets every node after all that is inside it, and no walk needs a stack.
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = ~NodeId{0};

// The flags of `(?imsU)` that are in force somewhere, as bits.
enum PatternFlag : std::uint8_t {
  kFoldCase = 1,    // i: letters of either case
  kMultiLine = 2,   // m: `^` and `$` at line breaks too
  kDotAll = 4,      // s: `.` takes a line break
  kSwapGreedy = 8,  // U: `x*` is lazy and `x*?` greedy
};
using PatternFlags = std::uint8_t;

enum class Assertion : std::uint8_t {
  kTextStart,
  kTextEnd,
  kLineStart,
  kLineEnd,
  kWordBoundary,
  kNotWordBoundary,
};

enum class SyntaxKind : std::uint8_t {
  kEmpty,        // nothing at all: an empty pattern, group or branch
  kLiteral,      // the character `value`
  kAny,          // `.`
  kAnyByte,      // `\C`
  kClass,        // `[…]`, of its children, which are kRange and kNamedClass
  kRange,        // the characters from `value` to `other`; in a class only
  kNamedClass,   // `\d`, `[:alpha:]`, `\p{L}`, in a class or alone; its name is its span's text
  kAssertion,    // the Assertion `value`
  kRepeat,       // its child `value` to `other` times; kUnbounded for no upper bound
  kGroup,        // `(…)` of any kind around its child
  kFlags,        // `(?i)`: takes nothing
  kConcat,       // its children one after the other; at least two
  kAlternation,  // one of its children; at least two
  kForeign,      // what RE2 does not have, around its child if it has one
};

inline constexpr std::uint32_t kUnbounded = ~std::uint32_t{0};

// A part of a pattern. Its span covers all of it: the brackets of a group, the sign of a repeat.
struct SyntaxNode {
  SyntaxKind kind = SyntaxKind::kEmpty;
  Construct construct{};
  PatternFlags flags = 0;   // in force where it is; of kFlags, those that follow
  bool is_negated = false;  // `[^…]`
  bool is_lazy = false;     // a repeat that takes as little as it can, after U
  Span span;                // of bytes of the pattern
  NodeId child = kNoNode;   // the first of its children
  NodeId next = kNoNode;    // the one after it among its parent's children
  std::uint32_t value = 0;
  std::uint32_t other = 0;
};

enum class FaultKind : std::uint8_t {
  kForeign,        // a construct that RE2 does not have
  kUnknownEscape,  // `\y`
  kBadHex,         // `\x4`
  kTrailingBackslash,
  kClassEndsRange,  // `[a-\d]`
  kBackwardRange,   // `[z-a]`
  kUnknownPosixClass,
  kUnknownUnicodeClass,
  kUnclosedClass,
  kUnclosedGroup,
  kUnopenedGroup,
  kNothingToRepeat,
  kRepeatOfRepeat,
  kBackwardBounds,  // `{3,2}`
  kTooManyRepeats,  // over 1000, counting those inside
  kUnknownGroup,    // `(?` with something after it that no dialect has
  kBadGroupName,
  kUnclosedGroupName,
  kNotUtf8,
};

// One reason why RE2 refuses a pattern, at the narrowest place.
struct SyntaxFault {
  FaultKind kind = FaultKind::kForeign;
  Construct construct{};  // of kForeign
  Span span;
  NodeId node = kNoNode;  // of kForeign: the node, when it became one
};

// A pattern as it is written. Views the pattern's text.
struct SyntaxTree {
  std::string_view text;
  std::vector<SyntaxNode> nodes;
  NodeId root = kNoNode;
  std::vector<SyntaxFault> faults;  // in the order of their places

  // Whether RE2 takes the pattern, but for one whose program is too large.
  bool ok() const { return faults.empty(); }

  const SyntaxNode& operator[](NodeId id) const { return nodes[id]; }
  std::string_view text_of(const SyntaxNode& node) const {
    return text.substr(node.span.begin, node.span.size());
  }
};

// Reads a pattern of RE2's syntax as kbc compiles it (regex/compiled_regex.h) and, to tell what an
// author meant, whatever other dialects have. Never fails: what is wrong becomes a fault and is
// read as the most likely thing instead, so that one call finds all faults. Takes time linear in
// the pattern's length, whatever its bytes are, and no recursion.
SyntaxTree parse_pattern(std::string_view text, CaseRule rule);

// The same for a part of a pattern, with the flags that are in force where it begins.
SyntaxTree parse_pattern(std::string_view text, PatternFlags flags);

}  // namespace kbc
