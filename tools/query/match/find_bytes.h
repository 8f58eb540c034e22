#pragma once

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

// The first and the last byte of something, and how many it has.
struct Ends {
  char first = 0, last = 0;
  std::size_t length = 1;
};

// The first place from `from` on with these ends of which is_it(place) says that it is right;
// kNowhere if there is none.
template <typename IsIt>
std::size_t find_ends_portable(std::string_view text, Ends ends, std::size_t from,
                               const IsIt& is_it) {
  while (from < text.size() && ends.length <= text.size() - from) {
    const void* found =
        std::memchr(text.data() + from, ends.first, text.size() - from - ends.length + 1);
    if (found == nullptr) return kNowhere;
    from = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    if (text[from + ends.length - 1] == ends.last && is_it(from)) return from;
    ++from;
  }
  return kNowhere;
}

template <typename IsIt>
std::size_t find_ends(std::string_view text, Ends ends, std::size_t from, const IsIt& is_it) {
#if KBC_MATCH_SSE2
  constexpr std::size_t kWidth = 16;
  const __m128i first = _mm_set1_epi8(ends.first);
  const __m128i last = _mm_set1_epi8(ends.last);
  while (from < text.size() && ends.length - 1 + kWidth <= text.size() - from) {
    const auto* at = reinterpret_cast<const __m128i*>(text.data() + from);
    const auto* end = reinterpret_cast<const __m128i*>(text.data() + from + ends.length - 1);
    const __m128i begins = _mm_cmpeq_epi8(first, _mm_loadu_si128(at));
    const __m128i both = _mm_and_si128(begins, _mm_cmpeq_epi8(last, _mm_loadu_si128(end)));
    auto places = static_cast<unsigned>(_mm_movemask_epi8(both));
    while (places != 0) {
      const std::size_t place = from + static_cast<std::size_t>(__builtin_ctz(places));
      if (is_it(place)) return place;
      places &= places - 1;
    }
    from += kWidth;
  }
#endif
  return find_ends_portable(text, ends, from, is_it);
}

// Where `wanted` occurs in `text`, at `from` or after it; kNowhere if it does not. Requires: wanted
// is not empty.
inline std::size_t find_bytes(std::string_view text, std::string_view wanted, std::size_t from) {
  const Ends ends{wanted.front(), wanted.back(), wanted.size()};
  return find_ends(text, ends, from, [&](std::size_t place) {
    return std::memcmp(text.data() + place, wanted.data(), wanted.size()) == 0;
  });
}

}  // namespace kbc
