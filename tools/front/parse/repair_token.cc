// The repairs of tokens that JSON does not have, whatever is expected. A text in other quotes and a
// name without quotes keep what they say; any other value becomes a guess that is marked as
// damaged, so that no later phase looks at it.

#include <algorithm>
#include <array>
#include <iterator>

#include "parse/literal.h"
#include "parse/repair.h"
#include "text/nearest.h"

namespace kbc {
namespace {

// What other languages write, and what JSON writes.
struct Slip {
  std::string_view written;
  std::string_view meant;
};
constexpr std::array<Slip, 11> kWordSlips = {{{"True", "true"},
                                              {"TRUE", "true"},
                                              {"yes", "true"},
                                              {"False", "false"},
                                              {"FALSE", "false"},
                                              {"no", "false"},
                                              {"Null", "null"},
                                              {"NULL", "null"},
                                              {"None", "null"},
                                              {"nil", "null"},
                                              {"undefined", "null"}}};

// What other languages have among their numbers.
constexpr std::string_view kNoNumbers[] = {"NaN", "nan", "Infinity", "inf"};

std::string_view meaning_of(std::string_view word) {
  for (const Slip& slip : kWordSlips) {
    if (slip.written == word) return slip.meant;
  }
  constexpr std::string_view kWords[] = {"true", "false", "null"};
  return nearest(word, kWords).value_or("");
}

// What to write instead of a word that is no JSON value.
std::string help_for(std::string_view word) {
  if (std::find(std::begin(kNoNumbers), std::end(kNoNumbers), word) != std::end(kNoNumbers)) {
    return "write the intended number";
  }
  const std::string_view meant = meaning_of(word);
  return meant.empty() ? "a string needs double quotes: " + shown_token(quote(word))
                       : "write `" + std::string(meant) + "`";
}

// Where the first line that is not blank from `at` on ends.
std::size_t next_line_end(std::string_view text, std::size_t at) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  return std::min(text.find('\n', begin), text.size());
}

// A number without its plus, its leading zeros and a point at its end; empty when that is not all.
std::string plain_number(std::string_view text) {
  std::string number = text.starts_with('-') ? "-" : "";
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  while (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') {
    text.remove_prefix(1);
  }
  if (text.starts_with('.')) number += '0';
  if (text.ends_with('.')) text.remove_suffix(1);
  number += text;
  return number_length(number) == number.size() ? number : "";
}

bool is_curly(std::string_view text) { return text.starts_with("\xE2\x80"); }

bool wants_name(Expected expected) {
  return expected == Expected::kFirstName || expected == Expected::kName;
}

bool wants_value(Expected expected) {
  return expected == Expected::kValue || expected == Expected::kElement ||
         expected == Expected::kFirstElement;
}

}  // namespace

Mend Repair::mend_token(const Violation& violation) {
  const Span span = violation.span;
  const std::string_view written = at(span);
  if (violation.token == Token::kComment) {
    const bool is_open =
        written.starts_with("/*") && (written.size() < 4 || !written.ends_with("*/"));
    if (!is_open) mend_comments();
    if (is_open)
      tell({span.begin, span.begin + 2}, "unclosed-comment"_fault, "the comment is never closed",
           "");
    return is_open ? Mend::kImpossible : Mend::kDone;
  }
  if (violation.token == Token::kBadEscape) {
    const bool is_unicode = written.starts_with("\\u");
    tell(span, "unknown-escape"_fault, shown_token(written) + " is not a JSON escape",
         is_unicode ? "write `\\u` and four hexadecimal digits"
                    : "write " + shown_token("\\" + std::string(written)) + " for a backslash");
  } else {
    const std::string code = quote(written);
    tell(span, "control-character"_fault,
         "control character " + shown_token(written) + " in a string",
         "write `" + code.substr(1, code.size() - 2) + "`, or remove it");
  }
  mend_string(span);
  return Mend::kDone;
}

// Where it should end nobody knows, but when the lines after it go on as they should, it was meant
// to end on its own.
Mend Repair::mend_unclosed(const Violation& violation) {
  const Span span = violation.span;
  tell(span, "unclosed-string"_fault, "the string is not closed on its line",
       "end it with `\"`; a line break inside a string is written `\\n`");
  if (!wants_value(violation.expected)) return Mend::kImpossible;
  const std::string_view written = at(span);
  std::size_t length = written.find_last_not_of(" \t") + 1;
  if (written.substr(0, length).ends_with(',')) --length;
  const Span value = span_of(span.begin, span.begin + length);
  std::string guess = *text_;
  std::fill(guess.begin() + value.begin, guess.begin() + value.end, ' ');
  guess[value.begin] = '0';
  const bool goes_on =
      span.end < guess.size() && reach(guess, dialect_) > next_line_end(guess, span.end);
  if (!goes_on) return Mend::kImpossible;
  put_guess(value);
  return Mend::kDone;
}

Mend Repair::mend_number(const Violation& violation) {
  const std::string meant = plain_number(at(violation.span));
  tell(violation.span, "bad-number"_fault,
       shown_token(at(violation.span)) + " is not a JSON number",
       meant.empty() ? "write it in decimal, with a digit on both sides of the point"
                     : "write " + shown_token(meant));
  if (!wants_value(violation.expected)) return Mend::kImpossible;
  put_guess(violation.span);
  return Mend::kDone;
}

Mend Repair::mend_quotes(Span span) {
  const std::uint32_t mark = is_curly(at(span)) ? 3 : 1;
  const Span inside = {span.begin + mark, span.end - mark};
  tell(span, "wrong-quotes"_fault,
       mark == 1 ? "a string in single quotes" : "a string in typographic quotes",
       "write " + shown_token(quote(at(inside))));
  blank({span.begin, inside.begin});
  blank({inside.end, span.end});
  (*text_)[inside.begin - 1] = '"';
  (*text_)[inside.end] = '"';
  return Mend::kDone;
}

Mend Repair::mend_word(const Violation& violation) {
  if (mend_blanks()) return Mend::kDone;
  const Span span = violation.span;
  const std::string_view word = at(span);
  if (wants_name(violation.expected)) return mend_name(violation);
  if (!wants_value(violation.expected)) return mend_grammar(violation);
  tell(span, "unknown-word"_fault, shown_token(word) + " is not a JSON value", help_for(word));
  if (!ends_value(violation.next)) return Mend::kImpossible;
  put_guess(span);
  return Mend::kDone;
}

// The quotes take the room of two of its letters: the reader sees another name there.
Mend Repair::mend_name(const Violation& violation) {
  const Span span = violation.span;
  tell(span, "unquoted-name"_fault, "the name " + shown_token(at(span)) + " has no quotes",
       "write " + shown_token(quote(at(span))));
  if (violation.next != Token::kColon || span.size() < 2) return Mend::kImpossible;
  std::fill(text_->begin() + span.begin, text_->begin() + span.end, '_');
  (*text_)[span.begin] = '"';
  (*text_)[span.end - 1] = '"';
  unquoted_names_.push_back(span);
  return Mend::kDone;
}

}  // namespace kbc
