#ifndef KBC_MATCH_FIND_BYTES_H_
#define KBC_MATCH_FIND_BYTES_H_

#include <cstddef>
#include <cstring>
#include <string_view>

// Every x86-64 has SSE2: no choice at run time. KBC_PORTABLE leaves it out.
#if defined(__SSE2__) && !defined(KBC_PORTABLE)
#define KBC_MATCH_SSE2 1
#include <emmintrin.h>
#else
#define KBC_MATCH_SSE2 0
#endif

namespace kbc {

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Where `wanted` occurs in `text`, at `from` or after it; kNowhere if it does not. Looks for places
// that have its first and its last byte. Requires: wanted is not empty.
inline std::size_t find_bytes_portable(std::string_view text, std::string_view wanted,
                                       std::size_t from) {
  const std::size_t length = wanted.size();
  const char last = wanted[length - 1];
  while (from < text.size() && length <= text.size() - from) {
    const void* found = std::memchr(text.data() + from, wanted[0], text.size() - from - length + 1);
    if (found == nullptr) return kNowhere;
    from = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    if (text[from + length - 1] == last &&
        std::memcmp(text.data() + from, wanted.data(), length) == 0) {
      return from;
    }
    ++from;
  }
  return kNowhere;
}

#if KBC_MATCH_SSE2
inline std::size_t find_bytes(std::string_view text, std::string_view wanted, std::size_t from) {
  constexpr std::size_t kWidth = 16;
  const std::size_t length = wanted.size();
  const __m128i first = _mm_set1_epi8(wanted[0]);
  const __m128i last = _mm_set1_epi8(wanted[length - 1]);
  while (from < text.size() && length - 1 + kWidth <= text.size() - from) {
    const char* at = text.data() + from;
    const __m128i begins =
        _mm_cmpeq_epi8(first, _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
    const __m128i ends =
        _mm_cmpeq_epi8(last, _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + length - 1)));
    auto places = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(begins, ends)));
    while (places != 0) {
      const auto place = static_cast<std::size_t>(__builtin_ctz(places));
      if (std::memcmp(at + place, wanted.data(), length) == 0) return from + place;
      places &= places - 1;
    }
    from += kWidth;
  }
  return find_bytes_portable(text, wanted, from);
}
#else
inline std::size_t find_bytes(std::string_view text, std::string_view wanted, std::size_t from) {
  return find_bytes_portable(text, wanted, from);
}
#endif

}  // namespace kbc

#endif  // KBC_MATCH_FIND_BYTES_H_
