#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "regex/hir.h"

namespace kbc {

// Texts, folded by fold_case() whatever the case rule is, of which at least one occurs in every
// match, folded. Never empty texts; sorted, none contains another.
using LiteralChoice = std::vector<std::string>;

struct RequiredLiterals {
  // Every match has one text of each of these; the rarest choice is the first. Empty when nothing
  // is required.
  std::vector<LiteralChoice> all_of;

  // Whether a folded text in which the only choice's literal occurs is a match already.
  bool is_sufficient = false;
};

// Of the texts that the node matches. A choice has at most 16 texts of at most 100 bytes.
RequiredLiterals required_literals(const Hir& hir, NodeId node);

// The expected number of times that a literal occurs by chance in one byte of log text, as its
// negated binary logarithm: the larger the rarer.
double rarity(std::string_view literal);

}  // namespace kbc
