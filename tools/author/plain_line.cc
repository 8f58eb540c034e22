#include "author/plain_line.h"

#include "text/nfc.h"
#include "text/printable.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr char kEscape = '\x1b';

// The bytes of the terminal sequence at `at`, which is an escape (ECMA-48).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 1;
  const char kind = text[at + 1];
  std::size_t end = at + 2;
  if (kind == '[') {
    while (end < text.size() && text[end] >= 0x20 && text[end] < 0x40) ++end;
    return end - at + (end < text.size() ? 1 : 0);
  }
  if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
    // A title or a link: up to a bell or the string terminator.
    while (end < text.size() && text[end] != '\a' && text[end] != kEscape) ++end;
    if (end >= text.size()) return text.size() - at;
    return end - at + (text[end] == kEscape && end + 1 < text.size() ? 2 : 1);
  }
  if (kind == '(' || kind == ')') return end < text.size() ? 3 : 2;
  return 2;
}

void remove_last_character(std::string& text) {
  if (!text.empty()) text.resize(previous_offset(text, text.size()));
}

// What stays on the screen: carriage returns begin the line anew, and a backspace takes one back.
std::string without_steering(std::string_view raw) {
  std::string shown;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] == kEscape) {
      at += sequence_length(raw, at);
      continue;
    }
    const CodePoint code = decode(raw, at);
    at += code.length;
    if (code.value == '\r') {
      if (raw.find_first_not_of("\r\n ", at) != std::string_view::npos) shown.clear();
    } else if (code.value == '\b') {
      remove_last_character(shown);
    } else if (code.value == '\t' || !is_unprintable(code.value)) {
      append_utf8(shown, code.value);
    }
  }
  return shown;
}

std::string with_plain_blanks(std::string_view text) {
  std::string plain;
  std::size_t done = 0;
  for (const FoundCharacter& odd : odd_blanks(text)) {
    plain += text.substr(done, odd.offset - done);
    plain += ' ';
    done = odd.offset + odd.length;
  }
  return plain += text.substr(done);
}

}  // namespace

std::string plain_line(std::string_view raw) {
  std::string text = with_plain_blanks(to_nfc(without_steering(raw.substr(0, kMostOfLine))));
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

}  // namespace kbc
