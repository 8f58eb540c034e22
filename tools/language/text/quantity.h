// Numbers with a unit, as English and Chinese texts write them: `30 ms`, `30毫秒`, `1,024 MB`,
// `5分钟`, `百分之五十`.
#pragma once

#include <string_view>
#include <vector>

#include "text/range.h"
#include "text/unit.h"

namespace kbc {

struct Quantity {
  TextRange range;   // of number and unit
  double value = 0;  // as written; a sign is not read
  double scale = 1;  // of the unit, in the first unit of its dimension
  Dimension dimension = Dimension::kNone;
  // False where the number is part of a word, a version, a date or a time of day: such a number is
  // no measure, but a translation may have brought one into that form.
  bool stands_alone = true;
  // False for a number without a unit, or with a Chinese unit that may be part of another word.
  bool is_certain = false;
};

// All numbers in the text, in Western digits (full width too, with thousands separators) or Chinese
// numerals, with the unit that follows, or that is written before the number (百分之).
std::vector<Quantity> quantities(std::string_view text);

// Whether both can name the same amount: by value and unit (60 s and 1 minute; 1 GB is 1000 or 1024
// MB), or by the number alone where one has no unit.
bool may_be_equal(const Quantity& a, const Quantity& b);

}  // namespace kbc
