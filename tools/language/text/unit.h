// The units of time, size and share that English and Chinese texts about software put after a
// number. Others are rare there: rather miss one than see a unit where there is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kbc {

// What a unit measures. Two quantities of one dimension can be compared by value * scale.
enum class Dimension : std::uint8_t {
  kNone,  // a number without a unit that is known here
  kTime,  // in seconds; days and less
  kMonths,
  kBytes,
  kBits,
  kFraction,
};

struct Unit {
  Dimension dimension = Dimension::kNone;
  double scale = 1;            // in the first unit of the dimension
  std::string_view any_case;   // its spellings, in lower case, with blanks between them
  std::string_view exact;      // those that are written so only
  std::string_view ambiguous;  // and of those, the ones that also begin or end other words
};

struct FoundUnit {
  const Unit* unit = nullptr;  // null if there is none
  std::size_t length = 0;      // in the text
  // False for an ambiguous spelling: `s` (1990s), 分 (分别).
  bool is_certain = false;
};

// The unit that the text begins with, the longest if there are several. English ones may have the
// plural's `s` and must end where the word ends.
FoundUnit unit_at_start(std::string_view text);

}  // namespace kbc
