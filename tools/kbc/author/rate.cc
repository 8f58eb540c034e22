#include "author/rate.h"

#include <charconv>

#include "core/re2.h"
#include "text/number_text.h"

namespace kbc {

std::string rate_of(const std::string& typed) {
  static const RE2 form(R"(\s*(\d{0,3})(?:[.,](\d{1,12}))?\s*(%?)\s*)");
  std::string whole, fraction, percent;
  if (!RE2::FullMatch(typed, form, &whole, &fraction, &percent)) return typed;
  if (whole.empty() && fraction.empty()) return typed;
  const std::string number =
      (whole.empty() ? "0" : whole) + "." + (fraction.empty() ? "0" : fraction);
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  if (!percent.empty() || value > 1) value /= 100;
  return value > 1 ? typed : decimal(value);
}

}  // namespace kbc
