#include "version/fault.h"

#include "text/number_text.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMaxQuoted = 40;

// The bytes of the printable character at `at`; 0 where there is none.
std::size_t printable_length(std::string_view text, std::size_t at) {
  const CodePoint character = decode(text, at);
  const bool is_malformed = character.length == 1 && character.value == kReplacementCharacter;
  const bool is_control =
      character.value < 0x20 || (character.value >= 0x7F && character.value < 0xA0);
  return is_malformed || is_control ? 0 : character.length;
}

}  // namespace

std::string ticked_short(std::string_view text) {
  std::string out = "`";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = printable_length(text, at);
    if (at + length > kMaxQuoted || at >= kMaxQuoted) {
      out += "...";
      break;
    }
    if (length == 0) {
      out += "\\x" + hexadecimal(static_cast<unsigned char>(text[at++]), 2);
    } else {
      out += text.substr(at, length);
      at += length;
    }
  }
  return out + '`';
}

}  // namespace kbc
