#include "text/printable.h"

#include <utf8proc.h>

#include <cstdint>

#include "text/byte_run.h"
#include "text/number_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace kbc {
namespace {

bool is_plain(char c) { return (c >= 0x20) & (c < 0x7f); }

}  // namespace

bool is_unprintable(char32_t value) {
  if (value < 0x7f) return value < 0x20;
  const utf8proc_property_t* known = utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
  switch (known->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      break;
  }
  constexpr char32_t kBlankBraille = 0x2800, kTextStyle = 0xFE0E, kEmojiStyle = 0xFE0F;
  if (value == kTextStyle || value == kEmojiStyle) return false;
  return known->ignorable || is_invisible(value) || value == kBlankBraille;
}

// U+0080 to U+009F are two bytes in UTF-8.
bool has_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte != 0xc2 || at + 1 == text.size()) continue;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next >= 0x80 && next < 0xa0) return true;
  }
  return false;
}

std::string spelled_out(char32_t value) { return "<" + code_point_number(value) + ">"; }

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0;;) {
    const std::size_t plain = byte_run(text.substr(at), is_plain);
    out.append(text, at, plain);
    at += plain;
    if (at == text.size()) break;
    const CodePoint code = decode(text, at);
    if (is_unprintable(code.value)) {
      out += spelled_out(code.value);
    } else {
      append_utf8(out, code.value);
    }
    at += code.length;
  }
  return out;
}

std::size_t after_blanks(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint code = decode(text, at);
    const bool is_blank =
        code.value == '\t' ||
        utf8proc_category(static_cast<utf8proc_int32_t>(code.value)) == UTF8PROC_CATEGORY_ZS;
    if (!is_blank) break;
    at += code.length;
  }
  return at;
}

std::string valid_utf8(std::string_view text) {
  if (!first_invalid_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = decode(text, at);
    append_utf8(out, code.value);
    at += code.length;
  }
  return out;
}

}  // namespace kbc
