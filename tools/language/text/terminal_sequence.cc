#include "text/terminal_sequence.h"

namespace kbc {
namespace {

bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

// Parameters, then what is done with them.
std::size_t control_end(std::string_view text, std::size_t end) {
  while (end < text.size() && text[end] >= 0x20 && text[end] < 0x40) ++end;
  return end < text.size() && is_printable_ascii(text[end]) ? end + 1 : end;
}

bool is_intermediate(char c) { return c >= 0x20 && c < 0x30; }

// Of `ESC ( B`, `ESC # 8`, `ESC % G` what is after the first sign (ISO 2022).
std::size_t character_set_end(std::string_view text, std::size_t end) {
  while (end < text.size() && is_intermediate(text[end])) ++end;
  return end < text.size() && is_printable_ascii(text[end]) ? end + 1 : end;
}

// A title or a link: up to a bell or the string terminator.
std::size_t string_end(std::string_view text, std::size_t end) {
  while (end < text.size() && text[end] != '\a' && text[end] != kEscape && text[end] != '\n') ++end;
  if (end == text.size() || text[end] == '\n') return end;
  if (text[end] == '\a') return end + 1;
  return text.substr(end + 1, 1) == "\\" ? end + 2 : end;
}

}  // namespace

std::size_t terminal_sequence_length(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return 1;
  const char kind = text[at + 1];
  if (kind == '[') return control_end(text, at + 2) - at;
  if (kind == ']' || kind == 'P' || kind == 'X' || kind == '_' || kind == '^')
    return string_end(text, at + 2) - at;
  if (!is_printable_ascii(kind)) return 1;
  return is_intermediate(kind) ? character_set_end(text, at + 2) - at : 2;
}

}  // namespace kbc
