// Phrase-level error recovery (Aho, Sethi, Ullman: Compilers, section 4.1): the first violation is
// explained, the bytes around it are changed so that reading can continue after it, and the text is
// read again from its beginning. Each repair is a local decision, at the cost of one more pass for
// each fault, of which at most kMaxJsonFaults are reported. Causes that explain more are looked for
// first: a text that was cut off, a merge marker, text after the end; then the token itself.

#include "parse/repair.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/ticked.h"

namespace kbc {
namespace {

// The line around `at`, if version control has put it there: between two versions of a text that
// both were changed.
std::optional<Span> conflict_marker(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] != '\n') return {};
  const std::string_view line = text.substr(at, text.find_first_of("\r\n", at) - at);
  for (const std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"}) {
    const bool is_marker =
        line.starts_with(marker) && (line.size() == marker.size() || line[marker.size()] == ' ');
    if (is_marker) return span_of(at, at + line.size());
  }
  return {};
}

// A text that was cut off may end in half a token: then the fault is that it ends.
bool is_cut_off(const Violation& violation, std::size_t size) {
  const bool may_be_half = violation.token == Token::kWord ||
                           violation.token == Token::kBadNumber ||
                           violation.token == Token::kBadEscape;
  return may_be_half && violation.opened && violation.span.end == size;
}

}  // namespace

std::string shown_token(std::string_view text) {
  constexpr std::size_t kMost = 40;
  return ticked(text, kMost);
}

Repair::Repair(std::string_view original, Dialect dialect)
    : text_(std::make_unique<std::string>(original)), dialect_(dialect) {}

void Repair::blank(Span span) {
  std::fill(text_->begin() + span.begin, text_->begin() + span.end, ' ');
}

void Repair::damage(Span span) {
  blank(span);
  damaged_.push_back(span.begin);
}

// Leaves some value where one must be.
void Repair::put_guess(Span span) {
  damage(span);
  (*text_)[span.begin] = '0';
}

JsonFault& Repair::tell(Span span, FaultName name, std::string message, std::string help) {
  faults_.push_back({name, JsonFault::Kind::kSyntax, span, std::move(message), std::move(help)});
  return faults_.back();
}

Mend Repair::mend_syntax(std::size_t reader_offset) {
  if (const auto violation = first_violation(text(), dialect_)) return mend_at(*violation);
  if (!std::exchange(values_are_mended_, true)) {
    const bool has_halves = mend_surrogates();
    if (mask_numbers() || has_halves) return Mend::kDone;
  }
  const std::size_t offset = std::min(reader_offset, text().size());
  tell(span_of(offset, std::min(offset + 1, text().size())), "not-json"_fault,
       "not JSON from here on", "");
  return Mend::kImpossible;
}

Mend Repair::mend_at(const Violation& violation) {
  if (is_cut_off(violation, text().size())) return mend_end(violation);
  if (const auto marker = conflict_marker(text(), violation.span.begin)) {
    tell(*marker, "merge-marker"_fault, "unresolved merge conflict marker",
         "keep one of the two versions, and remove the lines that begin with `<<<<<<<`, `=======` "
         "and `>>>>>>>`");
    return Mend::kImpossible;
  }
  const bool is_rest = violation.expected == Expected::kEnd && violation.token != Token::kComment &&
                       violation.token != Token::kWord;
  if (is_rest) return mend_rest(violation);
  switch (violation.token) {
    case Token::kEnd:
      return mend_end(violation);
    case Token::kWord:
      return mend_word(violation);
    case Token::kBadNumber:
      return mend_number(violation);
    case Token::kWrongQuotes:
      return mend_quotes(violation.span);
    case Token::kUnclosed:
      return mend_unclosed(violation);
    case Token::kComment:
    case Token::kBadEscape:
    case Token::kControl:
      return mend_token(violation);
    default:
      return mend_grammar(violation);
  }
}

}  // namespace kbc
