#include <algorithm>

#include "pattern/code_point_set.h"
#include "pattern/named_class.h"
#include "pattern/pattern_parser.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

bool is_octal(char c) { return c >= '0' && c <= '7'; }

// The control characters that have letters.
std::optional<char32_t> control_of(char letter) {
  constexpr std::string_view kLetters = "afnrtv";
  constexpr std::string_view kMeant = "\a\f\n\r\t\v";
  const std::size_t at = kLetters.find(letter);
  if (at == std::string_view::npos) return {};
  return static_cast<unsigned char>(kMeant[at]);
}

// Escapes of other engines that are one letter and nothing more.
std::optional<Construct> foreign_letter(char letter) {
  switch (letter) {
    case 'Z':
      return Construct::end_or_last_line_break;
    case 'G':
      return Construct::match_start;
    case 'K':
      return Construct::match_reset;
    case 'R':
      return Construct::any_line_break;
    case 'h':
    case 'H':
      return Construct::blank_class;
    case 'V':
      return Construct::vertical_class;
    case 'X':
      return Construct::grapheme;
    case 'N':
      return Construct::not_line_break;
    case 'e':
      return Construct::escape_escape;
    default:
      return {};
  }
}

}  // namespace

void PatternParser::read_backslash() {
  const std::size_t begin = at_;
  switch (peek(1)) {
    case 'b':
      return read_assertion(2, Assertion::kWordBoundary, Construct::word_boundary);
    case 'B':
      return read_assertion(2, Assertion::kNotWordBoundary, Construct::word_boundary);
    case 'A':
      return read_assertion(2, Assertion::kTextStart, Construct::text_start);
    case 'z':
      return read_assertion(2, Assertion::kTextEnd, Construct::text_end);
    case 'C':
      at_ += 2;
      return append(add(SyntaxKind::kAnyByte, begin, Construct::any_byte));
    case 'Q':
      return read_quoted();
    default:
      break;
  }
  const std::size_t nodes_before = tree_.nodes.size();
  const Escape escape = read_escape(Place::kOutside);
  if (escape.kind == Escape::Kind::kCharacter) {
    const NodeId node = add(SyntaxKind::kLiteral, begin, escape.construct);
    tree_.nodes[node].value = escape.value;
    append(node);
  } else if (escape.kind == Escape::Kind::kNamedClass) {
    append(add(SyntaxKind::kNamedClass, begin, escape.construct));
  } else if (tree_.nodes.size() > nodes_before) {
    append(static_cast<NodeId>(tree_.nodes.size() - 1));
  }
}

// What begins with a backslash. What RE2 refuses becomes a fault; outside a class a construct of
// another engine is the last node then, which is still to be appended.
PatternParser::Escape PatternParser::read_escape(Place place) {
  const std::size_t begin = at_;
  ++at_;
  if (is_at_end()) {
    add_fault(FaultKind::kTrailingBackslash, begin, at_);
    return {Escape::Kind::kCharacter, Construct::plain, '\\'};
  }
  const char c = peek();
  if (c == 'p' || c == 'P') return read_unicode_class(begin);
  if (std::string_view("dDsSwW").find(c) != std::string_view::npos) {
    ++at_;
    return {Escape::Kind::kNamedClass, Construct::perl_class, 0};
  }
  if (c == '0' || (is_octal(c) && is_octal(peek(1)))) return read_octal(begin);
  if (c == 'x') return read_hex(begin);
  if (const auto control = control_of(c)) {
    ++at_;
    return {Escape::Kind::kCharacter, Construct::control, *control};
  }
  if (static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c)) {
    ++at_;
    return {Escape::Kind::kCharacter, Construct::plain, static_cast<char32_t>(c)};
  }
  return read_foreign_escape(begin, place);
}

PatternParser::Escape PatternParser::read_octal(std::size_t) {
  char32_t value = 0;
  for (int digits = 0; digits < 3 && is_octal(peek()); ++digits, ++at_) {
    value = value * 8 + static_cast<char32_t>(peek() - '0');
  }
  return {Escape::Kind::kCharacter, Construct::octal, value};
}

PatternParser::Escape PatternParser::read_hex(std::size_t begin) {
  ++at_;
  char32_t value = 0;
  if (peek() != '{') {
    int digits = 0;
    for (; digits < 2 && is_hex(peek()); ++digits, ++at_) value = value * 16 + hex_value(peek());
    if (digits == 2) return {Escape::Kind::kCharacter, Construct::hex, value};
    add_fault(FaultKind::kBadHex, begin, at_);
    return {Escape::Kind::kCharacter, Construct::hex, 'x'};
  }
  ++at_;
  const std::size_t first_digit = at_;
  for (; is_hex(peek()); ++at_) {
    value = std::min<char32_t>(value * 16 + hex_value(peek()), kLastCodePoint + 1);
  }
  const bool is_sound = at_ > first_digit && peek() == '}' && value <= kLastCodePoint;
  if (peek() == '}') ++at_;
  if (is_sound) return {Escape::Kind::kCharacter, Construct::hex_braces, value};
  add_fault(FaultKind::kBadHex, begin, at_);
  return {Escape::Kind::kCharacter, Construct::hex_braces, 'x'};
}

PatternParser::Escape PatternParser::read_unicode_class(std::size_t begin) {
  ++at_;
  const std::size_t name_begin = at_;
  std::string_view name;
  if (peek() == '{') {
    // No name is longer than this: how far it is to the next brace does not matter beyond.
    constexpr std::size_t kLongestName = 64;
    const std::size_t end = text_.substr(at_, kLongestName).find('}');
    if (end == std::string_view::npos) {
      ++at_;
    } else {
      name = text_.substr(at_ + 1, end - 1);
      at_ += end + 1;
    }
  } else if (!is_at_end()) {
    take_character();
    name = text_.substr(name_begin, at_ - name_begin);
  }
  if (name.starts_with('^')) name.remove_prefix(1);
  if (is_unicode_class(name)) return {Escape::Kind::kNamedClass, Construct::unicode_class, 0};
  add_fault(FaultKind::kUnknownUnicodeClass, begin, at_, Construct::unicode_class);
  return {};
}

PatternParser::Escape PatternParser::unknown_escape(std::size_t begin) {
  const char32_t value = take_character();
  add_fault(FaultKind::kUnknownEscape, begin, at_);
  return {Escape::Kind::kCharacter, Construct::plain, value};
}

PatternParser::Escape PatternParser::read_foreign_escape(std::size_t begin, Place place) {
  const char c = peek();
  const char after = peek(1);
  const std::string_view from_letter = rest();
  const auto foreign = [&](Construct construct, std::size_t length) {
    at_ += length;
    if (place == Place::kOutside) {
      add_foreign(construct, begin);
    } else {
      add_fault(FaultKind::kForeign, begin, at_, construct);
    }
    return Escape{Escape::Kind::kNoCharacter, construct, 0};
  };
  // From the letter to the bracket that ends the name, if a name could be there.
  const auto name_length = [&](std::size_t from, char end) -> std::size_t {
    constexpr std::size_t kLongestName = 64;
    const std::size_t at = from_letter.substr(0, kLongestName).find(end, from);
    return at == std::string_view::npos ? 0 : at + 1;
  };
  if (c == 'u' || c == 'U') {
    std::size_t length = 1;
    const std::size_t most = c == 'u' ? 5 : 9;
    while (length < most && length < from_letter.size() && is_hex(from_letter[length])) ++length;
    if (length == most) return foreign(Construct::unicode_escape, length);
    const std::size_t braces = after == '{' ? name_length(2, '}') : 0;
    if (braces != 0) return foreign(Construct::unicode_escape, braces);
    return unknown_escape(begin);
  }
  if (c == 'c' && after >= '@' && after <= 'z') return foreign(Construct::control_letter, 2);
  if (c == 'o' && after == '{' && name_length(2, '}') != 0) {
    return foreign(Construct::octal_braces, name_length(2, '}'));
  }
  if (place == Place::kInClass) {
    if (c == 'b') return foreign(Construct::backspace, 1);
    if (c == 'h' || c == 'H') return foreign(Construct::blank_class, 1);
    if (c == 'e') return foreign(Construct::escape_escape, 1);
    return unknown_escape(begin);
  }
  if (is_digit(c)) {
    std::size_t length = 1;
    while (length < 3 && length < from_letter.size() && is_digit(from_letter[length])) ++length;
    return foreign(Construct::backreference, length);
  }
  if (c == 'k' || c == 'g') {
    const char end = after == '<' ? '>' : after == '{' ? '}' : after == '\'' ? '\'' : '\0';
    const std::size_t length = end == '\0' ? 0 : name_length(2, end);
    if (length != 0) return foreign(Construct::named_backreference, length);
    if (c == 'g' && is_digit(after)) return foreign(Construct::backreference, 2);
  }
  if (const auto construct = foreign_letter(c)) return foreign(*construct, 1);
  return unknown_escape(begin);
}

}  // namespace kbc
