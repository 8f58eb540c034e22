#include "text/case_fold.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "text/ascii.h"
#include "text/byte_run.h"
#include "text/utf8.h"

namespace kbc {
namespace {

struct Orbits {
  char32_t first;
  char32_t last;
  std::int32_t delta;
};

constexpr std::int32_t kPairs = 0;

constexpr Orbits kOrbits[] = {
#include "text/case_orbits.inc"
};

// The first row that ends at `value` or after it.
const Orbits* row_from(char32_t value) {
  return std::lower_bound(std::begin(kOrbits), std::end(kOrbits), value,
                          [](const Orbits& row, char32_t wanted) { return row.last < wanted; });
}

}  // namespace

char32_t next_in_orbit(char32_t value) {
  const Orbits* row = row_from(value);
  if (row == std::end(kOrbits) || value < row->first) return value;
  if (row->delta != kPairs) return value + static_cast<char32_t>(row->delta);
  return (value - row->first) % 2 == 0 ? value + 1 : value - 1;
}

char32_t fold(char32_t value) {
  if (value < 0x80) return is_upper(value) ? value + ('a' - 'A') : value;
  char32_t least = value;
  for (char32_t other = next_in_orbit(value); other != value; other = next_in_orbit(other)) {
    if (is_lower(other)) return other;
    least = std::min(least, other);
  }
  return least;
}

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0;;) {
    const std::size_t begin = folded.size();
    const std::size_t ascii =
        byte_run(text.substr(at), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    folded.append(text, at, ascii);
    char* const run = folded.data() + begin;
    for (std::size_t place = 0; place < ascii; ++place) {
      const bool is_capital = (run[place] >= 'A') & (run[place] <= 'Z');
      run[place] = static_cast<char>(run[place] + (is_capital ? 'a' - 'A' : 0));
    }
    at += ascii;
    if (at == text.size()) break;
    const CodePoint character = decode(text, at);
    if (character.length == 1) {
      folded += text[at];
    } else {
      append_utf8(folded, fold(character.value));
    }
    at += character.length;
  }
  return folded;
}

char32_t next_with_case(char32_t value) {
  const Orbits* row = row_from(value);
  return row == std::end(kOrbits) ? char32_t{0x110000} : std::max(value, row->first);
}

}  // namespace kbc
