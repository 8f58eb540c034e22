#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/span.h"
#include "pattern/syntax_tree.h"

namespace kbc {

// A part of a pattern in words: "one of `a` to `f` or a digit, one or more times". What is inside
// of a part follows it, one level deeper.
struct PatternPart {
  Span span;  // of the pattern
  std::size_t level = 0;
  std::string words;
};

// The parts of a pattern in the order in which they are written, at most so many. Characters in a
// row are one part; a group that only holds others together is none. Author's text in them is
// between back-ticks. Linear in the pattern's length, without recursion.
std::vector<PatternPart> words_of_pattern(const SyntaxTree& tree, std::size_t most);

}  // namespace kbc
