#include "text/utf8.h"

#include <algorithm>
#include <cstring>

#include "text/byte_run.h"

namespace kbc {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;
constexpr std::uint64_t kLowBits = 0x0101010101010101;

// The smallest code point that needs two, three and four bytes.
constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};

std::uint64_t load_eight(std::string_view text, std::size_t offset) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + offset, sizeof bytes);
  return bytes;
}

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint8_t>(text[offset]);
}

std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (text.size() - offset >= 8 && (load_eight(text, offset) & kHighBits) == 0) offset += 8;
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

// How many bytes the lead byte promises. Requires: byte is C0..F7.
std::size_t promised_length(std::uint8_t byte) { return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4; }

// What the bytes of one character come to, before asking whether it may be written so.
struct Attempt {
  char32_t value = 0;
  std::size_t length = 0;
  bool is_complete = false;
};

// Requires: the byte at the offset is C0..F7.
Attempt read_sequence(std::string_view text, std::size_t offset) {
  const std::uint8_t lead = byte_at(text, offset);
  const std::size_t promised = promised_length(lead);
  const std::size_t available = std::min(promised, text.size() - offset);
  Attempt attempt{lead & (0x7Fu >> promised), 1, false};
  while (attempt.length < available && is_continuation(text[offset + attempt.length])) {
    attempt.value = attempt.value << 6 | (byte_at(text, offset + attempt.length) & 0x3Fu);
    ++attempt.length;
  }
  attempt.is_complete = attempt.length == promised;
  return attempt;
}

std::optional<Utf8FaultKind> fault_of(const Attempt& attempt) {
  if (!attempt.is_complete) return Utf8FaultKind::kTruncated;
  if (attempt.value < kSmallest[attempt.length]) return Utf8FaultKind::kOverlong;
  if (attempt.value >= 0xD800 && attempt.value <= 0xDFFF) return Utf8FaultKind::kSurrogate;
  if (attempt.value > 0x10FFFF) return Utf8FaultKind::kTooLarge;
  return std::nullopt;
}

}  // namespace

std::optional<Utf8Fault> first_invalid_utf8(std::string_view text) {
  std::size_t offset = skip_ascii(text, 0);
  while (offset < text.size()) {
    const std::uint8_t lead = byte_at(text, offset);
    if (lead < 0x80) {
      offset = skip_ascii(text, offset);
      continue;
    }
    if (lead < 0xC0) return Utf8Fault{offset, 1, Utf8FaultKind::kStrayContinuation};
    if (lead >= 0xF8) return Utf8Fault{offset, 1, Utf8FaultKind::kNeverUsed};
    const Attempt attempt = read_sequence(text, offset);
    if (const auto kind = fault_of(attempt)) return Utf8Fault{offset, attempt.length, *kind};
    offset += attempt.length;
  }
  return std::nullopt;
}

std::string_view describe(Utf8FaultKind kind) {
  switch (kind) {
    case Utf8FaultKind::kStrayContinuation:
      return "a continuation byte with no character before it";
    case Utf8FaultKind::kOverlong:
      return "a character written with more bytes than it needs";
    case Utf8FaultKind::kSurrogate:
      return "a surrogate, which only UTF-16 has";
    case Utf8FaultKind::kTooLarge:
      return "a code point above U+10FFFF";
    case Utf8FaultKind::kTruncated:
      return "a character that is cut short";
    case Utf8FaultKind::kNeverUsed:
      break;
  }
  return "a byte that UTF-8 never uses";
}

bool is_ascii(std::string_view text) {
  const auto is_one = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return byte_run(text, is_one) == text.size();
}

std::size_t count_code_points(std::string_view text) {
  // So many words have at most 255 continuations, which one byte can count.
  constexpr std::size_t kMostWords = 31;
  std::size_t continuations = 0;
  std::size_t offset = 0;
  while (text.size() - offset >= 8) {
    const std::size_t words = std::min((text.size() - offset) / 8, kMostWords);
    std::uint64_t counts = 0;  // by the place in the word
    for (const std::size_t end = offset + 8 * words; offset < end; offset += 8) {
      const std::uint64_t bytes = load_eight(text, offset);
      // Bit 0 of each byte: set where the byte is 10xxxxxx.
      counts += (bytes >> 7) & ~(bytes >> 6) & kLowBits;
    }
    // The sum of all bytes, in the highest. Few processors that this is built for are sure to have
    // an instruction that counts bits.
    continuations += counts * kLowBits >> 56;
  }
  for (; offset < text.size(); ++offset) continuations += is_continuation(text[offset]) ? 1 : 0;
  return text.size() - continuations;
}

CodePoint decode(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const std::uint8_t lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC0 || lead >= 0xF8) return {kReplacementCharacter, 1};
  const Attempt attempt = read_sequence(text, offset);
  if (fault_of(attempt)) return {kReplacementCharacter, 1};
  return {attempt.value, attempt.length};
}

std::size_t previous_offset(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t earliest = offset - std::min<std::size_t>(offset, 4);
  std::size_t start = offset - 1;
  while (start > earliest && is_continuation(text[start])) --start;
  return start + decode(text, start).length == offset ? start : offset - 1;
}

void append_utf8(std::string& out, char32_t value) {
  if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) value = kReplacementCharacter;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto put_continuation = [&](int shift) { put(0x80 | (value >> shift & 0x3F)); };
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0 | value >> 6);
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put_continuation(6);
  } else {
    put(0xF0 | value >> 18);
    put_continuation(12);
    put_continuation(6);
  }
  put_continuation(0);
}

}  // namespace kbc
