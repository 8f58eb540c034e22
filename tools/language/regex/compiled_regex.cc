#include "regex/compiled_regex.h"

#include <cassert>
#include <optional>
#include <utility>

#include "core/re2.h"
#include "pattern/syntax_tree.h"
#include "regex/hir.h"
#include "regex/plain_regex.h"

namespace kbc {

CompiledRegex::CompiledRegex() = default;
CompiledRegex::CompiledRegex(std::string_view text, CaseRule rule) : text_(text), rule_(rule) {}
CompiledRegex::CompiledRegex(CompiledRegex&&) noexcept = default;
CompiledRegex& CompiledRegex::operator=(CompiledRegex&&) noexcept = default;
CompiledRegex::~CompiledRegex() = default;

const RE2* CompiledRegex::re2() const {
  if (regex_ == nullptr && text_.data() != nullptr) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(rule_ == CaseRule::kCaseSensitive);
    options.set_never_capture(true);  // only the whole match counts, and programs get smaller
    regex_ = std::make_unique<RE2>(re2_piece(text_), options);
  }
  return regex_.get();
}

const SyntaxTree& CompiledRegex::syntax() const {
  if (syntax_ == nullptr) syntax_ = std::make_unique<SyntaxTree>(parse_pattern(text_, rule_));
  return *syntax_;
}

const Hir* CompiledRegex::form() const {
  if (form_ == nullptr && syntax().ok()) form_ = std::make_unique<Hir>(lower_pattern(syntax()));
  return form_.get();
}

const PlainRegex* CompiledRegex::plain() const {
  if (!is_read_ && text_.data() != nullptr && form() != nullptr) {
    if (auto plain = PlainRegex::from(*form())) {
      plain_ = std::make_unique<PlainRegex>(std::move(*plain));
    }
  }
  is_read_ = true;
  return plain_.get();
}

bool CompiledRegex::ok() const { return plain() != nullptr || (re2() != nullptr && re2()->ok()); }

bool CompiledRegex::matches_empty() const {
  assert(ok());
  return plain() != nullptr ? plain()->matches_empty() : matches("");
}

bool CompiledRegex::matches(std::string_view text) const {
  assert(ok());
  return RE2::PartialMatch(re2_piece(text), *re2());
}

std::string_view CompiledRegex::match_in(std::string_view text) const {
  if (plain() != nullptr) {
    const std::optional<TextRange> found = plain()->find(text);
    if (found) return text.substr(found->offset, found->length);
  }
  re2::StringPiece match;
  if (re2() == nullptr || !re2()->ok()) return {};
  if (!re2()->Match(re2_piece(text), 0, text.size(), RE2::UNANCHORED, &match, 1)) return {};
  return {match.data(), match.size()};
}

}  // namespace kbc
