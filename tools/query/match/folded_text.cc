#include "match/folded_text.h"

#include <cstdint>
#include <cstring>
#include <string>

#include "match/find_bytes.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Keeps a scratch that once met a long text from keeping its memory.
constexpr std::size_t kKept = std::size_t{1} << 20;

// In the blocks of Chinese, Japanese and Yi nothing has a case.
bool has_no_case(char32_t value) { return value >= 0x2E80 && value < 0xA640; }

#if KBC_MATCH_SSE2
// Folds whole blocks of ASCII; gives how many bytes that were.
std::size_t fold_blocks(std::string_view text, char* out) {
  const __m128i before_a = _mm_set1_epi8('A' - 1);
  const __m128i after_z = _mm_set1_epi8('Z' + 1);
  const __m128i bit = _mm_set1_epi8('a' - 'A');
  std::size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    if (_mm_movemask_epi8(bytes) != 0) break;
    const __m128i capital =
        _mm_and_si128(_mm_cmpgt_epi8(bytes, before_a), _mm_cmpgt_epi8(after_z, bytes));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + at),
                     _mm_or_si128(bytes, _mm_and_si128(capital, bit)));
  }
  return at;
}
#else
// Eight bytes a step: `high` has the top bit of each byte that is a capital.
std::size_t fold_blocks(std::string_view text, char* out) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    if ((bytes & kOnes * 0x80) != 0) break;
    const std::uint64_t high =
        (bytes + kOnes * (0x80 - 'A')) & ~(bytes + kOnes * (0x7F - 'Z')) & kOnes * 0x80;
    bytes |= high >> 2;
    std::memcpy(out + at, &bytes, 8);
  }
  return at;
}
#endif

std::size_t put_utf8(char32_t value, char* out) {
  std::string bytes;
  append_utf8(bytes, value);
  std::memcpy(out, bytes.data(), bytes.size());
  return bytes.size();
}

}  // namespace

void FoldedText::fold(std::string_view text) {
  if (bytes_.size() > kKept && text.size() < kKept / 4) std::vector<char>().swap(bytes_);
  if (bytes_.size() < text.size() + kRoom) bytes_.resize(text.size() * 3 / 2 + 256);
  is_ascii_ = is_utf8_ = true;
  std::size_t at = fold_blocks(text, bytes_.data());
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) return fold_rest(text, at);
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    bytes_[at] = static_cast<char>(byte + (is_capital ? 'a' - 'A' : 0));
  }
  size_ = text.size();
  std::memset(bytes_.data() + size_, 0, kRoom);
}

void FoldedText::fold_rest(std::string_view text, std::size_t from) {
  is_ascii_ = false;
  // What stands for a character takes no more bytes than it.
  char* out = bytes_.data() + from;
  for (std::size_t at = from; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const bool is_capital = byte >= 'A' && byte <= 'Z';
      *out++ = static_cast<char>(byte + (is_capital ? 'a' - 'A' : 0));
      ++at;
      continue;
    }
    const CodePoint character = decode(text, at);
    if (character.length == 1) is_utf8_ = false;
    if (character.length == 1 || has_no_case(character.value)) {
      std::memcpy(out, text.data() + at, character.length);
      out += character.length;
    } else {
      out += put_utf8(kbc::fold(character.value), out);
    }
    at += character.length;
  }
  size_ = static_cast<std::size_t>(out - bytes_.data());
  std::memset(out, 0, kRoom);
}

std::size_t unfolded_place(std::string_view text, std::size_t folded_place) {
  std::size_t folded = 0;
  std::size_t at = 0;
  while (at < text.size() && folded < folded_place) {
    const CodePoint character = decode(text, at);
    std::string bytes;
    if (character.length > 1) append_utf8(bytes, fold(character.value));
    folded += character.length == 1 ? 1 : bytes.size();
    at += character.length;
  }
  return at;
}

}  // namespace kbc
