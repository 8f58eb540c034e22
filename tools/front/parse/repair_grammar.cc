// The repairs of tokens that JSON has, in a place that has none for them. What is inserted takes
// the place of a blank, so that no offset changes; where there is none, reading ends. Of two
// repairs that are possible both are tried, and the one with which more of the text can be read is
// meant.

#include <algorithm>
#include <utility>

#include "parse/repair.h"

namespace kbc {
namespace {

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

bool is_after(Expected expected) {
  return expected == Expected::kAfterElement || expected == Expected::kAfterMember;
}

bool opens(Token token) { return token == Token::kOpenArray || token == Token::kOpenObject; }

bool is_scalar(Token token) { return token == Token::kString || token == Token::kNumber; }

char closing_of(char opening) { return opening == '{' ? '}' : ']'; }

}  // namespace

Mend Repair::mend_grammar(const Violation& violation) {
  const auto [expected, token, span, previous, next, opened] = violation;
  const bool wants_next = expected == Expected::kElement || expected == Expected::kName;
  const bool wants_first = expected == Expected::kFirstElement || expected == Expected::kFirstName;
  if (expected == Expected::kEnd) return mend_rest(violation);
  if (wants_next && closes(token)) return mend_comma(violation);
  if ((wants_next || wants_first) && token == Token::kComma) return mend_comma(violation);
  if (is_after(expected) && closes(token)) return mend_bracket(violation);
  if (is_after(expected)) return mend_after(violation);
  const std::string found =
      "expected " + expectation(expected) + ", found " + shown_token(at(span));
  if (expected == Expected::kColon && at(span) == "=") {
    tell(span, "wrong-colon"_fault, found, "write `:`");
    (*text_)[span.begin] = ':';
    return Mend::kDone;
  }
  const bool is_value = opens(token) || (is_scalar(token) && ends_value(next));
  if (expected == Expected::kColon && is_value) {
    return mend_missing(violation, ":", "missing-colon"_fault,
                        "expected `:` after the name, found " + shown_token(at(span)));
  }
  if (expected == Expected::kValue && ends_value(token)) {
    tell(span, "missing-value"_fault, found, "write the value, or leave the field out");
    const Span gap = {previous.end, span.begin};
    if (gap.size() == 0) return Mend::kImpossible;
    put_guess({gap.begin, gap.begin + 1});
    return Mend::kDone;
  }
  tell(span, "unexpected-token"_fault, found, "");
  return Mend::kImpossible;
}

// A comma that nothing follows or nothing goes before.
Mend Repair::mend_comma(const Violation& violation) {
  const bool is_last = closes(violation.token);
  const Span comma = is_last ? violation.previous : violation.span;
  const bool is_first = !is_last && at(violation.previous) != ",";
  tell(comma, "extra-comma"_fault,
       is_last    ? "a comma before the closing " + shown_token(at(violation.span))
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
  JsonFault& fault =
      tell(violation.span, "wrong-bracket"_fault,
           std::string("expected `") + wanted + "`, found " + shown_token(at(violation.span)),
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

// Something after a value that is neither a comma nor a closing bracket.
Mend Repair::mend_after(const Violation& violation) {
  const auto [expected, token, span, previous, next, opened] = violation;
  const std::string found =
      "expected " + expectation(expected) + ", found " + shown_token(at(span));
  const bool in_array = expected == Expected::kAfterElement;
  const bool is_name = token == Token::kString && next == Token::kColon;
  if (at(span) == ";") {
    tell(span, "wrong-comma"_fault, found, "write `,`");
    (*text_)[span.begin] = ',';
    return Mend::kDone;
  }
  if (in_array && (is_name || token == Token::kColon)) {
    const Mend mend = is_name ? mend_missing(violation, "],", "open-array"_fault, found)
                              : (tell(span, "colon-in-array"_fault, found, ""), Mend::kImpossible);
    faults_.back().help = "close the array with `]` first";
    faults_.back().other = Span{*opened, *opened + 1};
    faults_.back().other_message = "opened here";
    return mend;
  }
  const bool is_value = opens(token) || (is_scalar(token) && ends_value(next));
  if (in_array ? is_value : is_name) {
    return mend_missing(violation, ",", "missing-comma"_fault,
                        "expected `,` before " + shown_token(at(span)));
  }
  const bool in_line = at({previous.end, span.begin}).find('\n') == std::string_view::npos;
  tell(span, "text-after-value"_fault, found,
       in_line && at(previous).ends_with('"') ? "a quote inside a string is written `\\\"`" : "");
  return Mend::kImpossible;
}

// Something after the entry. A comma or a name belongs to this entry, which was closed too early,
// unless commas and brackets are all there is. The rest is another entry or nothing.
Mend Repair::mend_rest(const Violation& violation) {
  const Span rest = span_of(violation.span.begin, text().size());
  const bool only_signs = at(rest).find_first_not_of("]},; \t\r\n") == std::string_view::npos;
  const bool is_member = violation.token == Token::kComma || violation.next == Token::kColon;
  const std::string found =
      "expected the end of the text, found " + shown_token(at(violation.span));
  if (!only_signs && is_member) {
    tell(violation.span, "early-end"_fault, found,
         "the bracket before it closes the entry; it may be one too many");
    return mend_early_end(violation) ? Mend::kDone : Mend::kImpossible;
  }
  tell(violation.span, "text-after-entry"_fault, found,
       opens(violation.token) ? "one file holds one entry" : "remove it");
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

// Something was forgotten right after the token before: it goes where there is a blank now.
Mend Repair::mend_missing(const Violation& violation, std::string_view wanted, FaultName name,
                          std::string message) {
  const std::uint32_t place = violation.previous.end;
  tell({place, place}, name, std::move(message), "write `" + std::string(wanted) + "` here");
  if (violation.span.begin - place < wanted.size()) return Mend::kImpossible;
  text_->replace(place, wanted.size(), wanted);
  return Mend::kDone;
}

Mend Repair::mend_end(const Violation& violation) {
  if (!violation.opened) {
    tell({0, 0}, "empty-file"_fault, "the file is empty", "write a JSON object: `{ … }`");
    return Mend::kImpossible;
  }
  const std::uint32_t at = *violation.opened;
  tell({at, at + 1}, "unclosed-bracket"_fault,
       shown_token(text().substr(at, 1)) + " is never closed",
       "the text ends where " + expectation(violation.expected) + " was expected");
  return Mend::kImpossible;
}

}  // namespace kbc
