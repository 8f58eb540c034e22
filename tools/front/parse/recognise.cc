// RFC 8259 as a lexer and a pushdown automaton over its tokens, whose stack is a vector of
// brackets. The lexer also knows the tokens that people write and JSON lacks (comments, other
// quotes, `+1`), as the automaton has no place for them: that makes them violations with a name.

#include "parse/recognise.h"

#include <algorithm>

#include "parse/literal.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

struct Lexeme {
  Token token;
  Span span;
};

bool is_name_byte(char c) { return is_word(c) || c == '$' || is_beyond_ascii(c); }

bool begins_comment(std::string_view text, std::size_t at) {
  if (text[at] == '#') return true;
  return text[at] == '/' && at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*');
}

std::size_t comment_end(std::string_view text, std::size_t at) {
  const bool is_block = text.substr(at).starts_with("/*");
  const std::size_t end = is_block ? text.find("*/", at + 2) : text.find('\n', at);
  if (end == std::string_view::npos) return text.size();
  return is_block ? end + 2 : end;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\r\n", at);
  return end == std::string_view::npos ? text.size() : end;
}

// Where the string around `at` ends: after its closing quote, or at the end of its line.
std::size_t string_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') {
    if (text[at] == '"') return at + 1;
    at += std::max<std::size_t>(text[at] == '\\' ? escape_length(text, at) : 1, 1);
  }
  return at;
}

// A string from its opening quote, or what is wrong in it first. A line end means that the
// closing quote was forgotten, and so does the end of the text.
Lexeme lex_string(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') return {Token::kString, span_of(begin, at + 1)};
    if (c == '\n' || c == '\r') break;
    if (static_cast<unsigned char>(c) < 0x20) return {Token::kControl, span_of(at, at + 1)};
    if (c != '\\') {
      ++at;
      continue;
    }
    const std::size_t length = escape_length(text, at);
    if (length == 0) {
      if (at + 1 >= text.size() || text[at + 1] == '\n' || text[at + 1] == '\r') break;
      return {Token::kBadEscape, span_of(at, at + bad_escape_length(text, at))};
    }
    at += length;
  }
  return {Token::kUnclosed, span_of(begin, line_end(text, begin))};
}

// U+2018 to U+201F: the quotation marks that word processors write.
bool is_curly(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80' &&
         static_cast<unsigned char>(text[at + 2]) >= 0x98 &&
         static_cast<unsigned char>(text[at + 2]) <= 0x9F;
}

// A string between marks of another kind, if it is closed before its line ends or a `"` comes.
Lexeme lex_wrong_quotes(std::string_view text, std::size_t begin, std::size_t mark) {
  for (std::size_t at = begin + mark; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' || c == '\r' || c == '"') break;
    const bool closes = mark == 1 ? c == '\'' : is_curly(text, at);
    if (closes) return {Token::kWrongQuotes, span_of(begin, at + mark)};
  }
  return {Token::kOther, span_of(begin, begin + mark)};
}

Lexeme lex_number(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() &&
         (is_name_byte(text[end]) || text[end] == '.' || text[end] == '+' || text[end] == '-')) {
    ++end;
  }
  const bool whole = number_length(text.substr(begin, end - begin)) == end - begin;
  return {whole ? Token::kNumber : Token::kBadNumber, span_of(begin, end)};
}

Lexeme lex_word(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_name_byte(text[end])) ++end;
  return {Token::kWord, span_of(begin, end)};
}

Token punctuation(char c) {
  switch (c) {
    case '{':
      return Token::kOpenObject;
    case '}':
      return Token::kCloseObject;
    case '[':
      return Token::kOpenArray;
    case ']':
      return Token::kCloseArray;
    case ':':
      return Token::kColon;
    case ',':
      return Token::kComma;
    default:
      return Token::kOther;
  }
}

Lexeme next_lexeme(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at == text.size()) return {Token::kEnd, span_of(at, at)};
  const char c = text[at];
  if (begins_comment(text, at)) return {Token::kComment, span_of(at, comment_end(text, at))};
  if (c == '"') return lex_string(text, at);
  if (c == '\'') return lex_wrong_quotes(text, at, 1);
  if (is_curly(text, at)) return lex_wrong_quotes(text, at, 3);
  if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) return lex_number(text, at);
  if (is_name_byte(c)) return lex_word(text, at);
  return {punctuation(c), span_of(at, at + 1)};
}

bool is_scalar(std::string_view text, const Lexeme& lexeme) {
  if (lexeme.token == Token::kString || lexeme.token == Token::kNumber) return true;
  if (lexeme.token != Token::kWord) return false;
  const std::string_view word = text.substr(lexeme.span.begin, lexeme.span.size());
  return word == "true" || word == "false" || word == "null";
}

// The grammar as a pushdown automaton over tokens.
class Recogniser {
 public:
  explicit Recogniser(std::string_view text) : text_(text) {}

  Expected expected() const { return expected_; }
  std::optional<std::uint32_t> opened() const {
    if (open_.empty()) return {};
    return open_.back();
  }

  // False when the grammar has no place for this token here.
  bool take(const Lexeme& lexeme) {
    switch (expected_) {
      case Expected::kValue:
      case Expected::kElement:
        return take_value(lexeme);
      case Expected::kFirstElement:
        return lexeme.token == Token::kCloseArray ? close() : take_value(lexeme);
      case Expected::kFirstName:
        return lexeme.token == Token::kCloseObject ? close() : take_name(lexeme);
      case Expected::kName:
        return take_name(lexeme);
      case Expected::kColon:
        return lexeme.token == Token::kColon && go(Expected::kValue);
      case Expected::kAfterElement:
        if (lexeme.token == Token::kCloseArray) return close();
        return lexeme.token == Token::kComma && go(Expected::kElement);
      case Expected::kAfterMember:
        if (lexeme.token == Token::kCloseObject) return close();
        return lexeme.token == Token::kComma && go(Expected::kName);
      case Expected::kEnd:
        return lexeme.token == Token::kEnd;
    }
    return false;
  }

 private:
  bool go(Expected expected) {
    expected_ = expected;
    return true;
  }
  bool after_value() {
    if (open_.empty()) return go(Expected::kEnd);
    return go(text_[open_.back()] == '[' ? Expected::kAfterElement : Expected::kAfterMember);
  }
  bool take_value(const Lexeme& lexeme) {
    if (is_scalar(text_, lexeme)) return after_value();
    const bool is_object = lexeme.token == Token::kOpenObject;
    if (!is_object && lexeme.token != Token::kOpenArray) return false;
    open_.push_back(lexeme.span.begin);
    return go(is_object ? Expected::kFirstName : Expected::kFirstElement);
  }
  bool take_name(const Lexeme& lexeme) {
    return lexeme.token == Token::kString && go(Expected::kColon);
  }
  bool close() {
    open_.pop_back();
    return after_value();
  }

  std::string_view text_;
  Expected expected_ = Expected::kValue;
  std::vector<std::uint32_t> open_;
};

bool is_allowed_comment(std::string_view text, const Lexeme& lexeme, Dialect dialect) {
  if (lexeme.token != Token::kComment || dialect != Dialect::kJsonWithComments) return false;
  const std::string_view comment = text.substr(lexeme.span.begin, lexeme.span.size());
  return comment.starts_with("//") || (comment.size() >= 4 && comment.ends_with("*/"));
}

}  // namespace

std::size_t escape_length(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 0;
  if (std::string_view("\"\\/bfnrt").find(text[at + 1]) != std::string_view::npos) return 2;
  if (text[at + 1] != 'u') return 0;
  for (std::size_t digit = at + 2; digit < at + 6; ++digit) {
    if (digit >= text.size() || !is_hex(text[digit])) return 0;
  }
  return 6;
}

std::size_t bad_escape_length(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 1;
  if (text[at + 1] != 'u') return 1 + std::max<std::size_t>(decode(text, at + 1).length, 1);
  std::size_t end = at + 2;
  while (end < text.size() && end < at + 6 && is_hex(text[end])) ++end;
  return end - at;
}

std::vector<Span> tokens_of(std::string_view text, Token wanted) {
  std::vector<Span> spans;
  for (std::size_t at = 0;;) {
    const Lexeme lexeme = next_lexeme(text, at);
    if (lexeme.token == Token::kEnd) return spans;
    if (lexeme.token == wanted) spans.push_back(lexeme.span);
    at = lexeme.span.end;
    const bool in_string = lexeme.token == Token::kBadEscape || lexeme.token == Token::kControl;
    if (in_string) at = string_end(text, at);
  }
}

PlacedToken token_from(std::string_view text, std::size_t at) {
  const Lexeme lexeme = next_lexeme(text, at);
  if (lexeme.token != Token::kBadEscape && lexeme.token != Token::kControl) {
    return {lexeme.token, lexeme.span};
  }
  const std::size_t begin = text.find('"', at);
  const std::size_t end = string_end(text, begin + 1);
  // After an odd number of backslashes a quote is an escape.
  const std::string_view inside = text.substr(begin + 1, end - begin - 2);
  const std::size_t last = inside.find_last_not_of('\\');
  const std::size_t backslashes = inside.size() - (last == std::string_view::npos ? 0 : last + 1);
  const bool is_closed = text[end - 1] == '"' && backslashes % 2 == 0;
  return {is_closed ? Token::kString : Token::kUnclosed, span_of(begin, end)};
}

std::optional<Violation> first_violation(std::string_view text, Dialect dialect) {
  Recogniser recogniser(text);
  Span previous;
  std::size_t at = 0;
  for (;;) {
    const Lexeme lexeme = next_lexeme(text, at);
    at = lexeme.span.end;
    if (is_allowed_comment(text, lexeme, dialect)) continue;
    const Expected expected = recogniser.expected();
    if (!recogniser.take(lexeme)) {
      const Token next = next_lexeme(text, at).token;
      return Violation{expected, lexeme.token, lexeme.span, previous, next, recogniser.opened()};
    }
    if (lexeme.token == Token::kEnd) return {};
    previous = lexeme.span;
  }
}

std::size_t reach(std::string_view text, Dialect dialect) {
  const auto violation = first_violation(text, dialect);
  return violation ? violation->span.begin : text.size() + 1;
}

}  // namespace kbc
