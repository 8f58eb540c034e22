#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pattern/syntax_tree.h"

namespace kbc {

// How to say in RE2's syntax what a construct of another engine says.
struct Rewrite {
  enum class Meaning : std::uint8_t {
    kSame,      // a search succeeds in the same texts
    kWider,     // and in some more
    kNarrower,  // or in fewer
  };
  Span span;  // of the pattern, to be replaced
  std::string text;
  Meaning meaning = Meaning::kSame;
};

// Nothing when there is none, or the fault is of another kind.
std::optional<Rewrite> rewrite_of(const SyntaxTree& tree, const SyntaxFault& fault);

}  // namespace kbc
