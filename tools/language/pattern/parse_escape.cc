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

// How far an escape of another engine goes.
enum class Extent : std::uint8_t {
  kLetter,   // the letter alone
  kDigits,   // as many digits as `length` says, or braces: `\u4e2d`, `\u{4e2d}`
  kControl,  // one character more: `\cA`
  kBraces,   // a name or number in braces: `\o{12}`
  kName,     // one in braces, angle brackets or quotes: `\k<name>`
  kNamed,    // a name in braces, not a number of times: `\N{DEGREE SIGN}`
  kNumber,   // up to three digits, of which the letter is the first: `\12`
};

// Outside of classes, inside of them, or both.
constexpr unsigned kOutside = 1, kInside = 2;

struct ForeignEscape {
  std::string_view letters;
  Extent extent;
  Construct construct;
  unsigned places;
  std::size_t length = 1;
};

constexpr ForeignEscape kForeignEscapes[] = {
    {"u", Extent::kDigits, Construct::unicode_escape, kOutside | kInside, 5},
    {"U", Extent::kDigits, Construct::unicode_escape, kOutside | kInside, 9},
    {"c", Extent::kControl, Construct::control_letter, kOutside | kInside},
    {"o", Extent::kBraces, Construct::octal_braces, kOutside | kInside},
    {"hH", Extent::kLetter, Construct::blank_class, kOutside | kInside},
    {"e", Extent::kLetter, Construct::escape_escape, kOutside | kInside},
    {"b", Extent::kLetter, Construct::backspace, kInside},
    {"0123456789", Extent::kNumber, Construct::backreference, kOutside},
    {"kg", Extent::kName, Construct::named_backreference, kOutside},
    {"Z", Extent::kLetter, Construct::end_or_last_line_break, kOutside},
    {"G", Extent::kLetter, Construct::match_start, kOutside},
    {"K", Extent::kLetter, Construct::match_reset, kOutside},
    {"R", Extent::kLetter, Construct::any_line_break, kOutside},
    {"V", Extent::kLetter, Construct::vertical_class, kOutside},
    {"X", Extent::kLetter, Construct::grapheme, kOutside},
    {"N", Extent::kNamed, Construct::named_character, kOutside | kInside},
    {"N", Extent::kLetter, Construct::not_line_break, kOutside},
};

// From the letter to the bracket that ends a name, if a name could be there; else 0.
std::size_t name_length(std::string_view from_letter, char end) {
  constexpr std::size_t kLongestName = 64;
  const std::size_t at = from_letter.substr(0, kLongestName).find(end, 2);
  return at == std::string_view::npos ? 0 : at + 1;
}

// How many of the digits are after `from`, `most` characters in all at most.
std::size_t digits_end(std::string_view text, std::size_t most, bool (*is_one)(char32_t)) {
  std::size_t end = 1;
  while (end < most && end < text.size() && is_one(text[end])) ++end;
  return end;
}

// The bytes of the escape from its letter on; 0 if what follows the letter does not belong to it.
std::size_t length_of(const ForeignEscape& escape, std::string_view from_letter) {
  const char after = from_letter.size() > 1 ? from_letter[1] : '\0';
  switch (escape.extent) {
    case Extent::kLetter:
      return 1;
    case Extent::kDigits:
      if (digits_end(from_letter, escape.length, is_hex) == escape.length) return escape.length;
      return after == '{' ? name_length(from_letter, '}') : 0;
    case Extent::kControl:
      return after >= '@' && after <= 'z' ? 2 : 0;
    case Extent::kBraces:
      return after == '{' ? name_length(from_letter, '}') : 0;
    case Extent::kNamed: {
      const bool is_name = from_letter.size() > 2 && is_letter(from_letter[2]);
      return after == '{' && is_name ? name_length(from_letter, '}') : 0;
    }
    case Extent::kName: {
      const char end = after == '<' ? '>' : after == '{' ? '}' : after == '\'' ? '\'' : '\0';
      return end == '\0' ? 0 : name_length(from_letter, end);
    }
    case Extent::kNumber:
      return digits_end(from_letter, 3, is_digit);
  }
  return 0;
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

PatternParser::Escape PatternParser::foreign_escape(std::size_t begin, Construct construct,
                                                    std::size_t length, Place place) {
  at_ += length;
  if (place == Place::kOutside) {
    add_foreign(construct, begin);
  } else {
    add_fault(FaultKind::kForeign, begin, at_, construct);
  }
  return {Escape::Kind::kNoCharacter, construct, 0};
}

PatternParser::Escape PatternParser::read_foreign_escape(std::size_t begin, Place place) {
  const unsigned here = place == Place::kOutside ? kOutside : kInside;
  for (const ForeignEscape& escape : kForeignEscapes) {
    if ((escape.places & here) == 0 || escape.letters.find(peek()) == std::string_view::npos) {
      continue;
    }
    const std::size_t length = length_of(escape, rest());
    if (length != 0) return foreign_escape(begin, escape.construct, length, place);
  }
  const bool is_numbered = place == Place::kOutside && peek() == 'g' && is_digit(peek(1));
  if (is_numbered) return foreign_escape(begin, Construct::backreference, 2, place);
  return unknown_escape(begin);
}

}  // namespace kbc
