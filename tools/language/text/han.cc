#include "text/han.h"

#include <algorithm>
#include <iterator>

namespace kbc {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Scripts.txt of Unicode 15.0, Script=Han, adjacent ranges joined.
constexpr Range kHan[] = {
    {0x2E80, 0x2E99},   {0x2E9B, 0x2EF3},   {0x2F00, 0x2FD5},   {0x3005, 0x3005},
    {0x3007, 0x3007},   {0x3021, 0x3029},   {0x3038, 0x303B},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xF900, 0xFA6D},   {0xFA70, 0xFAD9},   {0x16FE2, 0x16FE3},
    {0x16FF0, 0x16FF1}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B739}, {0x2B740, 0x2B81D},
    {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x2F800, 0x2FA1D}, {0x30000, 0x3134A},
    {0x31350, 0x323AF},
};

}  // namespace

bool is_han(char32_t value) {
  if (value < kHan[0].first) return false;
  const Range* next = std::upper_bound(std::begin(kHan), std::end(kHan), value,
                                       [](char32_t v, const Range& r) { return v < r.first; });
  return value <= std::prev(next)->last;
}

}  // namespace kbc
