#include "version/fault.h"

namespace kbc {
namespace {

constexpr std::size_t kMaxQuoted = 40;

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// The length that the first byte of a character of several bytes announces; 0 for any other byte.
std::size_t announced_length(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// E0, ED, F0 and F4 allow only a part of the second bytes: no overlong form, no surrogate, nothing
// above U+10FFFF.
bool allows_second(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second < 0xA0;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second < 0x90;
    default:
      return true;
  }
}

// The bytes of the printable character at `at`; 0 where there is none.
std::size_t printable_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return lead >= 0x20 && lead != 0x7F ? 1 : 0;
  const std::size_t length = announced_length(lead);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text, at + i)) return 0;
  }
  if (length == 0) return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (lead == 0xC2 && second < 0xA0) return 0;  // the control characters U+0080 to U+009F
  return allows_second(lead, second) ? length : 0;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\x";
  out += kHexDigits[byte >> 4];
  out += kHexDigits[byte & 0xF];
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "`";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = printable_length(text, at);
    if (at + length > kMaxQuoted || at >= kMaxQuoted) {
      out += "...";
      break;
    }
    if (length == 0) {
      append_escape(out, text[at++]);
    } else {
      out += text.substr(at, length);
      at += length;
    }
  }
  return out + '`';
}

}  // namespace kbc
