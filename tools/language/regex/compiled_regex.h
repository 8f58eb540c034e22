#pragma once

#include <memory>
#include <string_view>

#include "pattern/case_rule.h"

namespace re2 {
class RE2;
}

namespace kbc {

class Hir;
class PlainRegex;
struct SyntaxTree;

// An entry's regex as RE2 understands it: UTF-8, unanchored search, letters of either case unless
// the knowledge base says otherwise. Read on first use, at most once; for one thread. RE2 compiles
// it only when what is asked cannot be answered without: for nearly all regexes of a knowledge base
// a PlainRegex tells it sooner.
class CompiledRegex {
 public:
  CompiledRegex();
  CompiledRegex(std::string_view text, CaseRule rule);
  CompiledRegex(CompiledRegex&&) noexcept;
  CompiledRegex& operator=(CompiledRegex&&) noexcept;
  ~CompiledRegex();

  // False without a text, or when it does not compile.
  bool ok() const;

  // Whether it matches the empty text. Requires: ok().
  bool matches_empty() const;

  // Whether it matches anywhere in text. Requires: ok().
  bool matches(std::string_view text) const;

  // The leftmost match, as the part of text that it covers; nothing when there is none, or when the
  // regex does not compile.
  std::string_view match_in(std::string_view text) const;

  CaseRule case_rule() const { return rule_; }

  // The regex as it is written. Valid while this object and its text stay.
  const SyntaxTree& syntax() const;

  // What it means; null when its syntax has faults.
  const Hir* form() const;

  // The same regex in the form that needs no compiling; null when it has none.
  const PlainRegex* plain() const;

  // Whether RE2 has been asked.
  bool is_compiled() const { return regex_ != nullptr; }

  // RE2's own object; null without a text.
  const re2::RE2* re2() const;

 private:
  std::string_view text_;
  CaseRule rule_ = CaseRule::kIgnoreCase;
  mutable std::unique_ptr<SyntaxTree> syntax_;
  mutable std::unique_ptr<Hir> form_;
  mutable bool is_read_ = false;
  mutable std::unique_ptr<PlainRegex> plain_;
  mutable std::unique_ptr<re2::RE2> regex_;
};

}  // namespace kbc
