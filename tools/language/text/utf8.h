// UTF-8 as RFC 3629 defines it: finding the first byte that is not part of it, and moving between
// bytes and code points. Offsets and lengths are in bytes of the text that was passed in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kbc {

enum class Utf8FaultKind : std::uint8_t {
  kStrayContinuation,  // 80..BF where a character should begin
  kOverlong,           // more bytes than the code point needs (C0 80, E0 80 AF, …)
  kSurrogate,          // U+D800..U+DFFF, which belong to UTF-16 only
  kTooLarge,           // above U+10FFFF
  kTruncated,          // the text, or another character, begins before this one is complete
  kNeverUsed,          // F8..FF, which begin no character
};

// The bytes [offset, offset + length) of one malformed character. The length is at least 1, covers
// all that belongs to the attempt (the whole of an overlong form), and ends within the text.
struct Utf8Fault {
  std::size_t offset = 0;
  std::size_t length = 0;
  Utf8FaultKind kind = Utf8FaultKind::kStrayContinuation;
};

// One character of a text; `length` is the number of its bytes.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};

// What stands in for anything that cannot be decoded.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Whether the byte is of a character that begins before it.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The last place up to `at` at which a character begins, or the text ends: where a text can be cut.
// Requires: at <= text.size().
constexpr std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

// The leftmost fault, or nothing if the whole text is UTF-8. ASCII costs one step for eight bytes.
std::optional<Utf8Fault> first_invalid_utf8(std::string_view text);

// Whether every byte is below 80, eight bytes a step: most texts need no closer look.
bool is_ascii(std::string_view text);

// What is wrong, as a noun phrase for a message: "a surrogate, which only UTF-16 has".
std::string_view describe(Utf8FaultKind kind);

// The number of characters in valid UTF-8; in any other text, of bytes that are not 80..BF.
std::size_t count_code_points(std::string_view text);

// The character that begins at `offset`. A malformed one is kReplacementCharacter with length 1, so
// that a loop over any bytes ends; at or past the end the length is 0.
CodePoint decode(std::string_view text, std::size_t offset);

// Where the character before `offset` begins; 0 at the beginning. Requires: offset <= text.size().
std::size_t previous_offset(std::string_view text, std::size_t offset);

// The character that a high and a low surrogate are in UTF-16; nothing for any other two units.
constexpr std::optional<char32_t> surrogate_pair(char32_t high, char32_t low) {
  if (high < 0xD800 || high >= 0xDC00 || low < 0xDC00 || low >= 0xE000) return {};
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

// Appends the character's bytes. A surrogate or a value above U+10FFFF gives kReplacementCharacter.
void append_utf8(std::string& out, char32_t value);

}  // namespace kbc
