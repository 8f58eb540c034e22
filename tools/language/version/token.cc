#include "version/token.h"

#include "version/characters.h"

namespace kbc {
namespace {

constexpr std::string_view kOperatorCharacters = "<>=!~^";

// The three signs begin with the same two bytes.
constexpr std::string_view kSignStart = "\xE2\x89";
constexpr std::string_view kSignLastBytes = "\xA0\xA4\xA5";
constexpr std::size_t kSignLength = 3;

bool is_sign(std::string_view text, std::size_t at) {
  return text.size() - at >= kSignLength && text.substr(at, 2) == kSignStart &&
         kSignLastBytes.find(text[at + 2]) != std::string_view::npos;
}

bool is_before_equals(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at + 1] == '=';
}

// Whether an operator begins at `at` although a word has begun before it.
bool ends_word(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '<':
    case '>':
    case '=':
    case ',':
    case '|':
      return true;
    case '!':
    case '~':
    case '^':
      return is_before_equals(text, at);
    default:
      return is_blank(text[at]) || is_sign(text, at);
  }
}

}  // namespace

std::size_t operator_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (is_sign(text, at)) return at + kSignLength;
  if (text[at] == '!' && !is_before_equals(text, at)) return at;
  const std::size_t end = text.find_first_not_of(kOperatorCharacters, at);
  return end == std::string_view::npos ? text.size() : end;
}

std::size_t separator_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (text[at] == ',') return at + 1;
  return text.substr(at, 2) == "||" ? at + 2 : text[at] == '|' ? at + 1 : at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  if (operator_end(text, at) != at) return at;
  while (at < text.size() && !ends_word(text, at)) ++at;
  return at;
}

std::size_t token_end(std::string_view text, std::size_t at) {
  if (const std::size_t end = separator_end(text, at); end != at) return end;
  if (const std::size_t end = operator_end(text, at); end != at) return end;
  return word_end(text, at);
}

}  // namespace kbc
