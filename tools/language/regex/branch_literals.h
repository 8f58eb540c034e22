#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "pattern/syntax_tree.h"
#include "regex/hir.h"

namespace kbc {

// A branch of a regex (what is between two `|` that are in no group) and what a text must have
// to be matched by it.
struct KeptBranch {
  Span span;                   // of the regex: what matches
  Span written;                // of the regex: all of the branch, which can be read alone
  PatternFlags flags = 0;      // where it begins
  bool is_exact = false;       // the regex is; see Hir
  bool is_sufficient = false;  // a folded text that has the only choice's literal is a match
  std::string_view choices;    // see take_choice(); empty when nothing is required
};

// The branches and their required literals as one short text, about 50 bytes for each branch: to
// have them for all entries at once as RequiredLiterals would cost ten times as much.
// Requires: form == lower_pattern(tree).
std::string keep_branches(const SyntaxTree& tree, const Hir& form);

// Takes the first branch off what keep_branches() made; nothing at its end.
std::optional<KeptBranch> take_branch(std::string_view& kept);

// Takes the first choice off a branch's, which are not empty: a match has one of these literals.
std::vector<std::string_view> take_choice(std::string_view& choices);

// A folded text in which many literals are looked for. Which pairs of bytes are beside each other
// in it tells at once of most literals that it does not have them.
class LiteralText {
 public:
  explicit LiteralText(std::string folded);

  const std::string& text() const { return text_; }

  bool contains(std::string_view literal) const;

  // Two pairs of bytes of a literal, as may_contain() takes them. Those of none rule nothing out.
  static std::uint32_t sketch_of(std::string_view literal);
  static constexpr std::uint32_t kAnySketch = ~std::uint32_t{0};

  // False of most literals that it does not have; nothing but the sketch is read.
  bool may_contain(std::uint32_t sketch) const {
    constexpr std::uint32_t kMask = (1U << kHashBits) - 1;
    return sketch == kAnySketch ||
           (pairs_[sketch & kMask] && pairs_[(sketch >> kHashBits) & kMask]);
  }

  // Whether it has a literal of each choice.
  bool has_one_of_each(std::string_view choices) const;

 private:
  static constexpr unsigned kHashBits = 12;

  static std::size_t hash(char first, char second);
  bool may_have_pair(std::string_view literal, std::size_t at) const;

  std::string text_;
  std::bitset<std::size_t{1} << kHashBits> pairs_;
};

}  // namespace kbc
