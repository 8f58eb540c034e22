#include "parse/repair.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "parse/literal.h"
#include "text/nearest.h"
#include "text/ticked.h"

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

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 40;
  return ticked(text, kMost);
}

// What to write instead of a word that is no JSON value.
std::string help_for(std::string_view word) {
  if (std::find(std::begin(kNoNumbers), std::end(kNoNumbers), word) != std::end(kNoNumbers)) {
    return "write the number that is meant";
  }
  const std::string_view meant = meaning_of(word);
  return meant.empty() ? "a text needs double quotes: " + shown(quote(word))
                       : "write `" + std::string(meant) + "`";
}

std::string expectation(Expected expected) {
  switch (expected) {
    case Expected::kValue:
    case Expected::kElement:
      return "a value";
    case Expected::kFirstElement:
      return "a value or `]`";
    case Expected::kFirstName:
      return "a name in double quotes or `}`";
    case Expected::kName:
      return "a name in double quotes";
    case Expected::kColon:
      return "`:`";
    case Expected::kAfterElement:
      return "`,` or `]`";
    case Expected::kAfterMember:
      return "`,` or `}`";
    case Expected::kEnd:
      return "the end of the text";
  }
  return {};
}

bool wants_name(Expected expected) {
  return expected == Expected::kFirstName || expected == Expected::kName;
}

bool wants_value(Expected expected) {
  return expected == Expected::kValue || expected == Expected::kElement ||
         expected == Expected::kFirstElement;
}

bool is_after(Expected expected) {
  return expected == Expected::kAfterElement || expected == Expected::kAfterMember;
}

bool closes(Token token) { return token == Token::kCloseArray || token == Token::kCloseObject; }
bool opens(Token token) { return token == Token::kOpenArray || token == Token::kOpenObject; }

bool is_scalar(Token token) { return token == Token::kString || token == Token::kNumber; }

// Whether a value that ends before such a token is all that was meant.
bool ends_value(Token token) {
  return token == Token::kComma || closes(token) || token == Token::kEnd;
}

char closing_of(char opening) { return opening == '{' ? '}' : ']'; }

// How much of a text is JSON.
std::size_t reach(const std::string& text, Dialect dialect) {
  const auto violation = first_violation(text, dialect);
  return violation ? violation->span.begin : text.size() + 1;
}

// Where the first line that is not blank from `at` on ends.
std::size_t next_line_end(std::string_view text, std::size_t at) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  return std::min(text.find('\n', begin), text.size());
}

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

// A text that was cut off may end in half a token: then the fault is that it ends.
bool is_cut_off(const Violation& violation, std::size_t size) {
  const bool may_be_half = violation.token == Token::kWord ||
                           violation.token == Token::kBadNumber ||
                           violation.token == Token::kBadEscape;
  return may_be_half && violation.opened && violation.span.end == size;
}

}  // namespace

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

JsonFault& Repair::tell(Span span, std::string message, std::string help) {
  JsonFault fault;
  fault.span = span;
  fault.message = std::move(message);
  fault.help = std::move(help);
  return faults_.emplace_back(std::move(fault));
}

Mend Repair::mend_syntax(std::size_t reader_offset) {
  if (const auto violation = first_violation(text(), dialect_)) return mend_at(*violation);
  if (!std::exchange(values_are_mended_, true)) {
    const bool has_halves = mend_surrogates();
    if (mask_numbers() || has_halves) return Mend::kDone;
  }
  const std::size_t offset = std::min(reader_offset, text().size());
  tell(span_of(offset, std::min(offset + 1, text().size())), "not JSON from here on", "");
  return Mend::kImpossible;
}

Mend Repair::mend_at(const Violation& violation) {
  if (is_cut_off(violation, text().size())) return mend_end(violation);
  if (const auto marker = conflict_marker(text(), violation.span.begin)) {
    tell(*marker, "a marker of a merge that is not resolved",
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

// Tokens that JSON does not have, whatever is expected.
Mend Repair::mend_token(const Violation& violation) {
  const Span span = violation.span;
  const std::string_view written = at(span);
  if (violation.token == Token::kComment) {
    const bool is_open =
        written.starts_with("/*") && (written.size() < 4 || !written.ends_with("*/"));
    if (!is_open) mend_comments();
    if (is_open) tell({span.begin, span.begin + 2}, "the comment is never closed", "");
    return is_open ? Mend::kImpossible : Mend::kDone;
  }
  if (violation.token == Token::kBadEscape) {
    const bool is_unicode = written.starts_with("\\u");
    tell(span, shown(written) + " is not a JSON escape",
         is_unicode ? "write `\\u` and four hexadecimal digits"
                    : "write " + shown("\\" + std::string(written)) + " for a backslash");
  } else {
    const std::string code = quote(written);
    tell(span, "control character " + shown(written) + " in a string",
         "write `" + code.substr(1, code.size() - 2) + "`, or remove it");
  }
  mend_string(span);
  return Mend::kDone;
}

// Where it should end nobody knows, but when the lines behind it go on as they should, it was meant
// to end on its own.
Mend Repair::mend_unclosed(const Violation& violation) {
  const Span span = violation.span;
  tell(span, "the string is not closed on its line",
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
  tell(violation.span, shown(at(violation.span)) + " is not a JSON number",
       meant.empty() ? "write it in decimal, with a digit on both sides of the point"
                     : "write " + shown(meant));
  if (!wants_value(violation.expected)) return Mend::kImpossible;
  put_guess(violation.span);
  return Mend::kDone;
}

Mend Repair::mend_quotes(Span span) {
  const std::uint32_t mark = is_curly(at(span)) ? 3 : 1;
  const Span inside = {span.begin + mark, span.end - mark};
  tell(span, mark == 1 ? "a string in single quotes" : "a string in typographic quotes",
       "write " + shown(quote(at(inside))));
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
  tell(span, shown(word) + " is not a JSON value", help_for(word));
  if (!ends_value(violation.next)) return Mend::kImpossible;
  put_guess(span);
  return Mend::kDone;
}

// The quotes take the room of two of its letters: the reader sees another name there.
Mend Repair::mend_name(const Violation& violation) {
  const Span span = violation.span;
  tell(span, "the name " + shown(at(span)) + " has no quotes", "write " + shown(quote(at(span))));
  if (violation.next != Token::kColon || span.size() < 2) return Mend::kImpossible;
  std::fill(text_->begin() + span.begin, text_->begin() + span.end, '_');
  (*text_)[span.begin] = '"';
  (*text_)[span.end - 1] = '"';
  unquoted_names_.push_back(span);
  return Mend::kDone;
}

// Tokens that JSON has, in a place that has none for them.
Mend Repair::mend_grammar(const Violation& violation) {
  const auto [expected, token, span, previous, next, opened] = violation;
  const bool wants_next = expected == Expected::kElement || expected == Expected::kName;
  const bool wants_first = expected == Expected::kFirstElement || expected == Expected::kFirstName;
  if (expected == Expected::kEnd) return mend_rest(violation);
  if (wants_next && closes(token)) return mend_comma(violation);
  if ((wants_next || wants_first) && token == Token::kComma) return mend_comma(violation);
  if (is_after(expected) && closes(token)) return mend_bracket(violation);
  if (is_after(expected)) return mend_after(violation);
  const std::string found = "expected " + expectation(expected) + ", found " + shown(at(span));
  if (expected == Expected::kColon && at(span) == "=") {
    tell(span, found, "write `:`");
    (*text_)[span.begin] = ':';
    return Mend::kDone;
  }
  const bool is_value = opens(token) || (is_scalar(token) && ends_value(next));
  if (expected == Expected::kColon && is_value) {
    return mend_missing(violation, ":", "expected `:` behind the name, found " + shown(at(span)));
  }
  if (expected == Expected::kValue && ends_value(token)) {
    tell(span, found, "write the value, or leave the field out");
    const Span gap = {previous.end, span.begin};
    if (gap.size() == 0) return Mend::kImpossible;
    put_guess({gap.begin, gap.begin + 1});
    return Mend::kDone;
  }
  tell(span, found, "");
  return Mend::kImpossible;
}

// A comma that nothing follows or nothing goes before.
Mend Repair::mend_comma(const Violation& violation) {
  const bool is_last = closes(violation.token);
  const Span comma = is_last ? violation.previous : violation.span;
  const bool is_first = !is_last && at(violation.previous) != ",";
  tell(comma,
       is_last    ? "a comma before the closing " + shown(at(violation.span))
       : is_first ? "a comma before the first item"
                  : "two commas in a row",
       is_last || is_first ? "remove the comma" : "remove one of them");
  blank(comma);
  return Mend::kDone;
}

// A closing bracket that does not belong to the one that is open: either it is of the wrong kind,
// or another is missing before it. The text shows which, by how far it can be read then.
Mend Repair::mend_bracket(const Violation& violation) {
  const char wanted = closing_of(text()[*violation.opened]);
  std::string replaced = *text_;
  replaced[violation.span.begin] = wanted;
  std::string inserted = *text_;
  inserted.insert(violation.previous.end, 1, wanted);
  const bool is_missing = reach(inserted, dialect_) > reach(replaced, dialect_) + 1;
  JsonFault& fault = tell(
      violation.span, std::string("expected `") + wanted + "`, found " + shown(at(violation.span)),
      std::string("write `") + wanted + (is_missing ? "` before it" : "`"));
  fault.other = Span{*violation.opened, *violation.opened + 1};
  fault.other_message = "opened here";
  if (!is_missing) {
    *text_ = std::move(replaced);
    return Mend::kDone;
  }
  if (violation.previous.end == violation.span.begin) return Mend::kImpossible;
  (*text_)[violation.previous.end] = wanted;
  return Mend::kDone;
}

// Something behind a value that is neither a comma nor a closing bracket.
Mend Repair::mend_after(const Violation& violation) {
  const auto [expected, token, span, previous, next, opened] = violation;
  const std::string found = "expected " + expectation(expected) + ", found " + shown(at(span));
  const bool in_array = expected == Expected::kAfterElement;
  const bool is_name = token == Token::kString && next == Token::kColon;
  if (at(span) == ";") {
    tell(span, found, "write `,`");
    (*text_)[span.begin] = ',';
    return Mend::kDone;
  }
  if (in_array && (is_name || token == Token::kColon)) {
    const Mend mend =
        is_name ? mend_missing(violation, "],", found) : (tell(span, found, ""), Mend::kImpossible);
    faults_.back().help = "close the array with `]` first";
    faults_.back().other = Span{*opened, *opened + 1};
    faults_.back().other_message = "opened here";
    return mend;
  }
  const bool is_value = opens(token) || (is_scalar(token) && ends_value(next));
  if (in_array ? is_value : is_name) {
    return mend_missing(violation, ",", "expected `,` before " + shown(at(span)));
  }
  const bool in_line = at({previous.end, span.begin}).find('\n') == std::string_view::npos;
  tell(span, found,
       in_line && at(previous).ends_with('"') ? "a quote inside a string is written `\\\"`" : "");
  return Mend::kImpossible;
}

// Something behind the entry. A comma or a name belongs to this entry, which was closed too early,
// unless commas and brackets are all there is. The rest is another entry or nothing.
Mend Repair::mend_rest(const Violation& violation) {
  const Span rest = span_of(violation.span.begin, text().size());
  const bool only_signs = at(rest).find_first_not_of("]},; \t\r\n") == std::string_view::npos;
  const bool is_member = violation.token == Token::kComma || violation.next == Token::kColon;
  const std::string found = "expected the end of the text, found " + shown(at(violation.span));
  if (!only_signs && is_member) {
    tell(violation.span, found,
         "the bracket before closes the whole entry; it may be one too many");
    return mend_early_end(violation) ? Mend::kDone : Mend::kImpossible;
  }
  tell(violation.span, found, opens(violation.token) ? "one file holds one entry" : "remove it");
  blank(rest);
  return Mend::kDone;
}

// Certain when without that bracket all is well.
bool Repair::mend_early_end(const Violation& violation) {
  std::string without = *text_;
  std::fill(without.begin() + violation.previous.begin, without.begin() + violation.previous.end,
            ' ');
  if (first_violation(without, dialect_)) return false;
  *text_ = std::move(without);
  return true;
}

// Something was forgotten right behind the token before: it goes where there is a blank now.
Mend Repair::mend_missing(const Violation& violation, std::string_view wanted,
                          std::string message) {
  const std::uint32_t place = violation.previous.end;
  tell({place, place}, std::move(message), "write `" + std::string(wanted) + "` here");
  if (violation.span.begin - place < wanted.size()) return Mend::kImpossible;
  text_->replace(place, wanted.size(), wanted);
  return Mend::kDone;
}

Mend Repair::mend_end(const Violation& violation) {
  if (!violation.opened) {
    tell({0, 0}, "the file is empty", "write a JSON object: `{ … }`");
    return Mend::kImpossible;
  }
  const std::uint32_t at = *violation.opened;
  tell({at, at + 1}, shown(text().substr(at, 1)) + " is never closed",
       "the text ends where " + expectation(violation.expected) + " was expected");
  return Mend::kImpossible;
}

}  // namespace kbc
