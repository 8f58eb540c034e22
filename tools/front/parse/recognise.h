#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "parse/parse.h"

namespace kbc {

// What a JSON text, or a text that should be one, consists of.
enum class Token : std::uint8_t {
  kOpenObject,
  kCloseObject,
  kOpenArray,
  kCloseArray,
  kColon,
  kComma,
  kString,
  kNumber,
  kWord,         // letters, digits and underscores: true, null, NaN, an unquoted name
  kBadNumber,    // begins like a number and is none: +1, .5, 01, 1., 0x1F
  kComment,      // // … or # … to the end of the line, /* … */ or as far as the text goes
  kWrongQuotes,  // '…', “…” or ‘…’ on one line
  kUnclosed,     // a string with no closing quote on its line
  kBadEscape,    // an escape that JSON lacks, or cut short, inside a string
  kControl,      // a control character inside a string
  kOther,        // any other character
  kEnd,
};

// What the grammar expects next.
enum class Expected : std::uint8_t {
  kValue,
  kFirstElement,  // a value or `]`
  kElement,       // a value after a comma
  kFirstName,     // a name or `}`
  kName,          // a name after a comma
  kColon,
  kAfterElement,  // `,` or `]`
  kAfterMember,   // `,` or `}`
  kEnd,
};

// The first place where a text leaves the grammar of RFC 8259.
struct Violation {
  Expected expected = Expected::kValue;
  Token token = Token::kOther;
  Span span;                            // the token
  Span previous;                        // the token before it; empty at the beginning
  Token next = Token::kEnd;             // the token after it
  std::optional<std::uint32_t> opened;  // the bracket that is open there
};

// Finds it, or nothing when there is none. Linear; nesting costs memory only.
std::optional<Violation> first_violation(std::string_view text, Dialect dialect);

// How much of a text is JSON, in bytes: up to the first violation, or one more than all of it.
std::size_t reach(std::string_view text, Dialect dialect);

inline bool closes(Token token) {
  return token == Token::kCloseArray || token == Token::kCloseObject;
}

// Whether a value that ends before such a token is all that was meant.
inline bool ends_value(Token token) {
  return token == Token::kComma || closes(token) || token == Token::kEnd;
}

// The places of all tokens of one kind, whether or not the text is in the grammar.
std::vector<Span> tokens_of(std::string_view text, Token wanted);

// A token where it is. A string is whole, whatever is wrong in it.
struct PlacedToken {
  Token token = Token::kEnd;
  Span span;
};

// The first token that begins at a place or after it, also of a text that is no JSON: what an
// editor holds while somebody is typing. A string that its line does not close is kUnclosed.
PlacedToken token_from(std::string_view text, std::size_t at);

// The length of the escape that begins at `at`, or 0 when JSON has no such escape.
std::size_t escape_length(std::string_view text, std::size_t at);

// The bytes of what is written there instead: the backslash and one character, or all of a `\u`
// that is cut short.
std::size_t bad_escape_length(std::string_view text, std::size_t at);

}  // namespace kbc
