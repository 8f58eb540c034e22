#ifndef KBC_LOWER_COMPILED_REGEX_H_
#define KBC_LOWER_COMPILED_REGEX_H_

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace kbc {

enum class CaseRule : unsigned char { kIgnoreCase, kCaseSensitive };

// An entry's regex as RE2 understands it: UTF-8, unanchored search, letters of either case unless
// the knowledge base says otherwise. Compiled on first use, at most once; for one thread.
class CompiledRegex {
 public:
  CompiledRegex();
  CompiledRegex(std::string_view text, CaseRule rule);
  CompiledRegex(CompiledRegex&&) noexcept;
  CompiledRegex& operator=(CompiledRegex&&) noexcept;
  ~CompiledRegex();

  // False without a text, or when it does not compile.
  bool ok() const;

  // Whether it matches anywhere in text. Requires: ok().
  bool matches(std::string_view text) const;

  // The leftmost match, as the part of text that it covers. Requires: ok() and matches(text).
  std::string_view match_in(std::string_view text) const;

  // RE2's own object; null without a text.
  const re2::RE2* re2() const;

 private:
  std::string_view text_;
  CaseRule rule_ = CaseRule::kIgnoreCase;
  mutable std::unique_ptr<re2::RE2> regex_;
};

}  // namespace kbc

#endif  // KBC_LOWER_COMPILED_REGEX_H_
