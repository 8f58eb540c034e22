// The units of measurement that English and Chinese texts about software put behind a number.
#ifndef KBC_TEXT_UNIT_H_
#define KBC_TEXT_UNIT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kbc {

// What a unit measures. Two quantities of one dimension can be compared by value * scale.
enum class Dimension : std::uint8_t {
  kNone,  // a number without a unit that is known here
  kTime,  // in seconds; weeks and less
  kMonths,
  kBytes,
  kBits,
  kBitRate,
  kFraction,
  kCelsius,
  kFahrenheit,
  kFrequency,
  kPixels,
  kMetres,
  kGrams,
  kLitres,
  kDollars,
  kEuros,
  kPounds,
  kYen,
  kYuan,
};

enum class Spelling : std::uint8_t { kAnyCase, kExact };

struct Unit {
  std::string_view name;  // one of its spellings; lower case if any case will do
  Dimension dimension = Dimension::kNone;
  double scale = 1;  // in the first unit of the dimension
  Spelling spelling = Spelling::kAnyCase;
};

struct FoundUnit {
  const Unit* unit = nullptr;  // null if there is none
  std::size_t length = 0;      // in the text
  // False for a spelling that also begins or ends other words: `s` (1990s), 分 (分别), 成 (成功).
  bool is_certain = false;
};

// The unit that the text begins with, the longest if there are several. English ones may have the
// plural's `s` and must end where the word ends.
FoundUnit unit_at_start(std::string_view text);

}  // namespace kbc

#endif  // KBC_TEXT_UNIT_H_
