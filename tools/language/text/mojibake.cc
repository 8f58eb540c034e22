// UTF-8 marks its sequences: a first byte that says how many follow, and bytes that only follow.
// Read as Windows-1252 these are letters with accents before signs that hardly ever stand behind a
// letter, so that what decodes as UTF-8 once more was most likely UTF-8.
#include "text/mojibake.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT: what the bytes from
// 0x80 to 0x9F are; those without a character are controls.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte that Windows-1252 reads as the character; 0 for none, and for ASCII.
unsigned char byte_of(char32_t value) {
  constexpr char32_t kFirst = 0xA0, kLast = 0xFF;
  if (value >= kFirst && value <= kLast) return static_cast<unsigned char>(value);
  const auto known = std::find(kWindows1252.begin(), kWindows1252.end(), value);
  if (known != kWindows1252.end()) {
    return static_cast<unsigned char>(0x80 + (known - kWindows1252.begin()));
  }
  return value >= 0x80 && value < kFirst ? static_cast<unsigned char>(value) : 0;
}

std::size_t length_after(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// What stands behind a word that ends in a letter such as `É` or `ß`, rightly.
bool is_punctuation(char32_t value) {
  constexpr std::u32string_view kMarks =
      U"\u00A0\u00AB\u00BB\u2026\u2039\u203A\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2022";
  return kMarks.find(value) != std::u32string_view::npos;
}

// A sequence that begins at `at`: how many bytes of the text, and the bytes that they were; none
// for 0.
struct Misread {
  std::size_t length = 0;
  std::string bytes;
};

Misread sequence_at(std::string_view text, std::size_t at) {
  const CodePoint first = decode(text, at);
  const std::size_t wanted = length_after(byte_of(first.value));
  if (wanted == 0) return {};
  Misread found{first.length, std::string(1, static_cast<char>(byte_of(first.value)))};
  while (found.bytes.size() < wanted) {
    if (at + found.length >= text.size()) return {};
    const CodePoint next = decode(text, at + found.length);
    const unsigned char byte = byte_of(next.value);
    if (byte < 0x80 || byte > 0xBF) return {};
    found.length += next.length;
    found.bytes += static_cast<char>(byte);
  }
  return first_invalid_utf8(found.bytes) ? Misread() : found;
}

// All sequences from `at` on that follow each other.
Misread sequences_at(std::string_view text, std::size_t at) {
  Misread found;
  for (;;) {
    const Misread next = sequence_at(text, at + found.length);
    if (next.length == 0) return found;
    found.length += next.length;
    found.bytes += next.bytes;
    if (at + found.length == text.size()) return found;
  }
}

// Whether the text may be right: a letter and a mark, where a word ends.
bool may_be_right(std::string_view text, std::size_t at, const Misread& misread) {
  const CodePoint first = decode(text, at);
  const CodePoint second = decode(text, at + first.length);
  if (first.length + second.length != misread.length || !is_punctuation(second.value)) return false;
  const std::size_t end = at + misread.length;
  return end == text.size() || !is_letter(text[end]);
}

}  // namespace

std::vector<Mojibake> find_mojibake(std::string_view text, std::size_t most) {
  std::vector<Mojibake> found;
  if (is_ascii(text)) return found;
  for (std::size_t at = 0; at < text.size() && found.size() < most;) {
    Misread misread = sequences_at(text, at);
    if (misread.length == 0) {
      at += decode(text, at).length;
      continue;
    }
    if (!may_be_right(text, at, misread)) {
      found.push_back({{at, misread.length}, std::move(misread.bytes)});
    }
    at += misread.length;
  }
  return found;
}

}  // namespace kbc
