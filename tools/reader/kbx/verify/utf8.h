#ifndef KBX_VERIFY_UTF8_H_
#define KBX_VERIFY_UTF8_H_

#include <string_view>

#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Whether it is UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates.
bool is_utf8(std::string_view text);

// Whether a byte is inside a character, not its first.
constexpr bool is_inside_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERIFY_UTF8_H_
