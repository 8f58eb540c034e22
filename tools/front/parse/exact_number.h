#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kbc {

// A JSON number as it is written, however large or long: a double would round it. Its sign, its
// digits and a power of ten.
class ExactNumber {
 public:
  // Of a text that is no JSON number (RFC 8259, section 6), 0 or what its beginning says.
  explicit ExactNumber(std::string_view literal);

  bool is_whole() const { return digits_.empty() || exponent_ >= 0; }

  // Whether dividing leaves no rest; exact for a divisor of up to 17 digits, else as doubles say.
  // 0.3 is a multiple of 0.1. Requires: the divisor is greater than 0.
  bool is_multiple_of(const ExactNumber& divisor) const;

  // The whole part; 0 for a negative one, the greatest for one that is out of range.
  std::uint64_t count() const;

  // A text that two numbers share exactly when they are equal: "-12e3", "5e-1", "0".
  std::string text() const;

  std::strong_ordering operator<=>(const ExactNumber& other) const;
  bool operator==(const ExactNumber& other) const = default;

 private:
  std::strong_ordering compare_sizes(const ExactNumber& other) const;

  bool is_negative_ = false;   // never of 0
  std::string digits_;         // without zeros at either end; empty for 0
  std::int64_t exponent_ = 0;  // of the last digit; 0 for 0
};

// The order of two JSON numbers. Most have few digits, and so does the comparison.
std::strong_ordering compare_numbers(std::string_view left, std::string_view right);

// The shortest text of the double that a JSON number is; nothing for one that doubles do not have.
std::optional<std::string> double_text(std::string_view literal);

// Whether a JSON number is whole.
bool is_whole_number(std::string_view literal);

}  // namespace kbc
