#include "kbx/verify/utf8.h"

#include <cstddef>
#include <cstdint>

#include "kbx/bytes.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (text.size() - at >= 8 && (load64(text.data() + at) & kHighBits) == 0) at += 8;
  while (at < text.size() && byte_at(text.data() + at) < 0x80) ++at;
  return at;
}

// What may follow a first byte: the range of the second byte, and how many bytes there are; length
// 0 for a byte that begins nothing. The ranges keep out overlong forms, surrogates, and what is
// above U+10FFFF (Unicode, table 3-7).
struct Form {
  std::size_t length;
  std::uint32_t low, high;
};

Form form_of(std::uint32_t first) {
  if (first < 0xC2 || first > 0xF4) return {0, 0, 0};
  if (first < 0xE0) return {2, 0x80, 0xBF};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3, 0x80, 0xBF};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  return first == 0xF4 ? Form{4, 0x80, 0x8F} : Form{4, 0x80, 0xBF};
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const char* p = text.data() + at;
    if (byte_at(p) < 0x80) {
      at = skip_ascii(text, at);
      continue;
    }
    const Form form = form_of(byte_at(p));
    if (form.length == 0 || form.length > text.size() - at) return false;
    if (byte_at(p + 1) < form.low || byte_at(p + 1) > form.high) return false;
    for (std::size_t next = 2; next < form.length; ++next) {
      if (!is_inside_character(p[next])) return false;
    }
    at += form.length;
  }
  return true;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
