#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "regex/hir.h"
#include "text/range.h"

namespace kbc {

// A regex that is small enough to be searched for as it is. To make one of a high-level form and to
// search a signature for it costs a small part of what RE2 takes to compile it. What it says is
// what RE2 would say; where that is not certain, it says nothing. It views nothing: the form may
// go.
class PlainRegex {
 public:
  // Nothing when the form would come near one of RE2's limits, is not exact, or has what depends on
  // single bytes (`\C`, and `\B`, which RE2 finds within characters too).
  static std::optional<PlainRegex> from(const Hir& form);

  // The same for one node of the form.
  static std::optional<PlainRegex> from(const Hir& form, NodeId root);

  // Whether it matches the empty text.
  bool matches_empty() const;

  // Whether RE2 would find a match in text; nothing when that is not certain, which it is in UTF-8.
  // Elsewhere a match before the first wrong byte is certain. Takes at most size() steps for each
  // byte.
  std::optional<bool> matches(std::string_view text) const;

  // What RE2 would find in text, which it matches: the leftmost match, and of those that begin
  // there the one that the regex prefers. Nothing when that is not certain: where the text is not
  // UTF-8, something repeated may be empty, or there is no match.
  std::optional<TextRange> find(std::string_view text) const;

  std::size_t size() const { return nodes_.size(); }

  // The memory that it uses, this object included.
  std::size_t bytes() const;

 private:
  friend class PlainRegexBuilder;
  friend class PlainRegexSearch;

  // One step of Thompson's automaton.
  struct Node {
    enum class Kind : std::uint8_t {
      kCharacter,  // takes the character `value`
      kFolded,     // takes what folds to `value`
      kSet,        // takes a character of the set number `value`
      kAssertion,  // takes nothing, where the Assertion `value` holds
      kEmpty,      // takes nothing
      kFork,   // takes nothing, and goes on at `next` as well as at `other`, which it likes less
      kMatch,  // the end
    };
    Kind kind = Kind::kEmpty;
    std::uint16_t next = 0;
    std::uint16_t other = 0;
    char32_t value = 0;
  };

  struct Set {
    std::bitset<128> ascii;
    std::vector<CodePointRange> ranges;
  };

  // How many nodes a regex may have. RE2 refuses to repeat something more than 1000 times, counting
  // the repeats within; here each of them takes a node.
  static constexpr std::size_t kMostNodes = 1000;

  PlainRegex() = default;

  std::vector<Node> nodes_;
  std::vector<Set> sets_;
  std::uint16_t start_ = 0;
  bool has_assertions_ = false;
  bool repeats_empty_ = false;  // something repeated may match the empty text
};

}  // namespace kbc
