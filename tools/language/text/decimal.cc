#include "text/decimal.h"

#include <charconv>

namespace kbc {

std::string decimal(double value) {
  // All digits would show what binary cannot express: 0.9990000000000001 for 99.9 / 100.
  constexpr int kDigits = 12;
  char digits[32];
  const auto written =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, kDigits);
  return std::string(digits, written.ptr);
}

}  // namespace kbc
