#include "author/plain_line.h"

#include <algorithm>

#include "decode/readings.h"
#include "text/ascii.h"
#include "text/nfc.h"
#include "text/printable.h"
#include "text/terminal_sequence.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace kbc {
namespace {

void remove_last_character(std::string& text) {
  if (!text.empty()) text.resize(previous_offset(text, text.size()));
}

// What stays on the screen: carriage returns begin the line anew, and a backspace takes one back.
std::string without_steering(std::string_view raw) {
  std::string shown;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] == kEscape) {
      at += terminal_sequence_length(raw, at);
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
  const std::string text = with_plain_blanks(to_nfc(without_steering(raw.substr(0, kMostOfLine))));
  return std::string(trimmed(text, " \t"));
}

std::string line_of_log(std::string_view raw) {
  const std::string written = as_written(raw.substr(0, kMostOfLine));
  std::string_view rest = written;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line = plain_line(rest.substr(0, end));
    if (!line.empty()) return line;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

}  // namespace kbc
