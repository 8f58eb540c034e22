#include "emit/cpp_literal.h"

#include <cstddef>

namespace kbc {
namespace {

// Of source between quotes: MSVC cuts a literal at 16,380 (C2026).
constexpr std::size_t kPieceLength = 4000;

bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }

// `\0` where no digit follows that would belong to it, `\000` otherwise: half the size of tables.
void append_octal(std::string& out, unsigned char byte, bool is_short) {
  out += '\\';
  if (!is_short || byte >= 0100) out += static_cast<char>('0' + (byte >> 6));
  if (!is_short || byte >= 010) out += static_cast<char>('0' + (byte >> 3 & 7));
  out += static_cast<char>('0' + (byte & 7));
}

void append_byte(std::string& out, char c, bool is_before_digit) {
  if (c == '"' || c == '\\' || c == '?') {
    out += '\\';
    out += c;
  } else if (c == '\n') {
    out += "\\n";
  } else if (c >= ' ' && c <= '~') {
    out += c;
  } else {
    append_octal(out, static_cast<unsigned char>(c), !is_before_digit);
  }
}

}  // namespace

void append_literal(std::string& out, std::string_view bytes, std::string_view indent) {
  std::size_t at = 0;
  do {
    out += indent;
    out += '"';
    const std::size_t end = out.size() + kPieceLength;
    for (; at < bytes.size() && out.size() < end; ++at) {
      append_byte(out, bytes[at], at + 1 < bytes.size() && is_octal_digit(bytes[at + 1]));
    }
    out += '"';
  } while (at < bytes.size());
}

}  // namespace kbc
