#include "decode/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "text/ascii.h"
#include "text/terminal_sequence.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// The bytes at which a step has something to look at; find_first_of takes a call for each byte.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  // With every byte that is not ASCII.
  constexpr ByteSet beyond_ascii() const {
    ByteSet all = *this;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) all.has_[byte] = true;
    return all;
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  std::size_t find(std::string_view text, std::size_t at) const {
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> has_{};
};

// Copies what lies between the pieces that a step replaces.
class Rewrite {
 public:
  Rewrite(std::string_view text, DecodedText& out) : text_(text), out_(out) {}

  void replace(std::size_t from, std::size_t to, std::string_view bytes) {
    out_.copy(text_, done_, from);
    out_.replace(bytes, from, to);
    done_ = to;
    is_changed_ = true;
  }

  bool finish() {
    if (is_changed_) out_.copy(text_, done_, text_.size());
    return is_changed_;
  }

 private:
  std::string_view text_;
  DecodedText& out_;
  std::size_t done_ = 0;
  bool is_changed_ = false;
};

// Spellings of the character ESC.
constexpr std::array<std::string_view, 12> kSpelledEscapes = {
    "#033", "\\033", "\\x1b", "\\x1B", "\\u001b", "\\u001B",
    "\\e",  "^[",    "␛",     "�",     "\\u{1b}", "\u009b"};

std::size_t spelled_escape_length(std::string_view rest) {
  for (const std::string_view spelled : kSpelledEscapes) {
    if (rest.starts_with(spelled)) return spelled.size();
  }
  return 0;
}

// `[` parameters and a final letter, as in `[0;31m`; 0 for anything else. At least one digit, for
// `[m` and `[K` are text as well.
std::size_t control_sequence_length(std::string_view rest) {
  std::size_t end = 1;
  while (end < rest.size() && (is_digit(rest[end]) || rest[end] == ';')) ++end;
  const bool is_sequence =
      rest.starts_with('[') && end > 1 && is_digit(rest[1]) && end < rest.size() && end < 24 &&
      std::string_view("mKJHABCDhlG").find(rest[end]) != std::string_view::npos;
  return is_sequence ? end + 1 : 0;
}

// After a spelled ESC also `[m`, `[K` and `[?25l`.
std::size_t escaped_sequence_length(std::string_view rest) {
  if (!rest.starts_with('[')) return 0;
  std::size_t end = 1;
  while (end < rest.size() && rest[end] >= 0x20 && rest[end] < 0x40) ++end;
  return end < rest.size() && end < 24 && is_letter(rest[end]) ? end + 1 : 0;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

// What rsyslog writes for a control character: `#` and three octal digits. ESC is left to above.
std::optional<char> octal_control(std::string_view rest) {
  if (rest.size() < 4 || rest[0] != '#' || rest[1] != '0') return {};
  if (!is_octal(rest[2]) || !is_octal(rest[3])) return {};
  const int value = (rest[2] - '0') * 8 + (rest[3] - '0');
  if (value >= 0x20) return {};
  return static_cast<char>(value);
}

struct Named {
  std::string_view name, character;
};
constexpr std::array<Named, 20> kReferences = {{
    {"lt", "<"},    {"gt", ">"},     {"amp", "&"},    {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},  {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
    {"ndash", "–"}, {"mdash", "—"},  {"hellip", "…"}, {"laquo", "«"},  {"raquo", "»"},
    {"copy", "©"},  {"middot", "·"}, {"lbrace", "{"}, {"rbrace", "}"}, {"ensp", " "},
}};

// The number of a reference such as `#39` or `#x27`; nothing for another name or a wrong number.
std::optional<char32_t> number_of(std::string_view name) {
  if (!name.starts_with('#')) return {};
  const bool is_hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  name.remove_prefix(is_hexadecimal ? 2 : 1);
  if (name.empty() || name.size() > 7) return {};
  char32_t value = 0;
  for (const char c : name) {
    if (!(is_hexadecimal ? is_hex(c) : is_digit(c))) return {};
    value = value * (is_hexadecimal ? 16 : 10) + hex_value(c);
  }
  return value;
}

bool undo_references_once(std::string_view text, DecodedText& out) {
  constexpr std::size_t kLongest = 10;
  Rewrite rewrite(text, out);
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view name = text.substr(at + 1, kLongest);
    const std::size_t end = name.find(';');
    if (end == std::string_view::npos) continue;
    const std::string_view inner = name.substr(0, end);
    std::string bytes;
    if (const std::optional<char32_t> number = number_of(inner)) {
      append_utf8(bytes, *number);
    } else {
      const auto known = std::find_if(kReferences.begin(), kReferences.end(),
                                      [&](const Named& row) { return row.name == inner; });
      if (known == kReferences.end()) continue;
      bytes = known->character;
    }
    rewrite.replace(at, at + end + 2, bytes);
    at += end + 1;
  }
  return rewrite.finish();
}

// What stands for a character that only looks like a plain one; nothing for all others.
std::optional<std::string_view> plain_form(char32_t c) {
  const bool is_blank = c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
                        c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
  if (is_blank) return " ";
  const bool has_no_width =
      c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
  if (has_no_width || c == 0) return "";
  if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2BC) return "'";
  if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB) return "\"";
  if ((c >= 0x2010 && c <= 0x2012) || c == 0x2212) return "-";
  if (c == 0x2013) return "-";
  if (c == 0x2014 || c == 0x2015) return "--";
  if (c == 0x2026) return "...";
  return {};
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

// Marks of Markdown that stand in a message for nothing: emphasis, code, and the backslash before
// a character that would else be a mark.
std::size_t markdown_mark_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("**") || rest.starts_with("~~")) return 2;
  if (rest.front() == '`') return 1;
  const bool is_escape = rest.size() > 1 && rest.front() == '\\' &&
                         std::string_view("`*_[]<>#~|").find(rest[1]) != std::string_view::npos;
  return is_escape ? 1 : 0;
}

// `> ` or `>>`, as mail and Markdown quote, at the beginning of a line.
std::size_t quoting_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  bool is_quoted = false;
  while (end < text.size() && (is_space(text[end]) || text[end] == '>')) {
    is_quoted = is_quoted || text[end] == '>';
    ++end;
  }
  return is_quoted ? end - at : 0;
}

class Typography {
 public:
  Typography(std::string_view text, DecodedText& out) : text_(text), rewrite_(text, out) {}

  bool run() {
    constexpr ByteSet kMarks = ByteSet({" \t\n\0", 4}).beyond_ascii();
    std::size_t at = line_start(0);
    while ((at = kMarks.find(text_, at)) < text_.size()) {
      at = text_[at] == '\n' ? line_start(at + 1) : step(at);
    }
    return rewrite_.finish();
  }

 private:
  std::size_t line_start(std::size_t at) {
    const std::size_t quoting = quoting_length(text_, at);
    if (quoting > 0) rewrite_.replace(at, at + quoting, "");
    return at + quoting;
  }

  // Looks at one character, or a row of blanks; gives where the next begins.
  std::size_t step(std::size_t at) {
    const std::size_t blanks = blanks_end(at);
    return blanks > at ? blanks : other(at);
  }

  // The end of the row of blanks that begins here, which becomes one; `at` if there is none.
  std::size_t blanks_end(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size()) {
      if (is_space(text_[end])) {
        ++end;
        continue;
      }
      if (static_cast<unsigned char>(text_[end]) < 0x80) break;
      const CodePoint character = decode(text_, end);
      if (plain_form(character.value) != " ") break;
      end += character.length;
    }
    if (end > at && text_.substr(at, end - at) != " ") rewrite_.replace(at, end, " ");
    return end;
  }

  std::size_t other(std::size_t at) {
    const CodePoint character = decode(text_, at);
    const std::size_t end = at + character.length;
    const bool is_damaged = character.value == kReplacementCharacter && character.length == 1;
    if (is_damaged) {
      rewrite_.replace(at, end, "\xEF\xBF\xBD");
    } else if (const auto plain = plain_form(character.value)) {
      rewrite_.replace(at, end, *plain);
    }
    return end;
  }

  std::string_view text_;
  Rewrite rewrite_;
};

}  // namespace

bool undo_terminal(std::string_view text, DecodedText& out) {
  Rewrite rewrite(text, out);
  for (std::size_t at = text.find(kEscape); at != std::string_view::npos;
       at = text.find(kEscape, at)) {
    const std::size_t length = terminal_sequence_length(text, at);
    rewrite.replace(at, at + length, "");
    at += length;
  }
  return rewrite.finish();
}

bool undo_spelled_controls(std::string_view text, DecodedText& out) {
  Rewrite rewrite(text, out);
  constexpr ByteSet kBeginnings("#\\^[\xE2\xEF\xC2");
  for (std::size_t at = 0; (at = kBeginnings.find(text, at)) < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t escape = spelled_escape_length(rest);
    const std::size_t sequence =
        escape > 0 ? escaped_sequence_length(rest.substr(escape)) : control_sequence_length(rest);
    if (sequence > 0) {
      rewrite.replace(at, at + escape + sequence, "");
      at += escape + sequence;
    } else if (const std::optional<char> control = octal_control(rest)) {
      const bool is_blank = *control == '\n' || *control == '\t';
      rewrite.replace(at, at + 4, is_blank ? std::string_view(&*control, 1) : "");
      at += 4;
    } else {
      ++at;
    }
  }
  return rewrite.finish();
}

bool undo_references(std::string_view text, DecodedText& out) {
  if (!undo_references_once(text, out)) return false;
  DecodedText twice;
  if (undo_references_once(out.text(), twice)) {
    twice.compose(out);
    std::swap(out, twice);
  }
  return true;
}

bool undo_typography(std::string_view text, DecodedText& out) {
  return Typography(text, out).run();
}

bool undo_markdown(std::string_view text, DecodedText& out) {
  constexpr ByteSet kMarks("*`\\~");
  Rewrite rewrite(text, out);
  for (std::size_t at = 0; (at = kMarks.find(text, at)) < text.size();) {
    const std::size_t mark = markdown_mark_length(text, at);
    if (mark > 0) rewrite.replace(at, at + mark, "");
    // What a backslash was before stays, whatever it is.
    at += mark > 0 && text[at] == '\\' ? 2 : std::max<std::size_t>(mark, 1);
  }
  return rewrite.finish();
}

}  // namespace kbc
