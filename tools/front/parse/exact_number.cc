#include "parse/exact_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "parse/literal.h"
#include "text/ascii.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// Powers of ten beyond this are taken for it, so that sums of them do not overflow.
constexpr std::int64_t kMostExponent = 1'000'000'000'000;
// Ten times a number of so many digits, and a digit more, is still a std::uint64_t.
constexpr std::size_t kMostDivisorDigits = 17;
// Decimals of so many digits have different doubles, in the same order.
constexpr std::size_t kExactDigits = 15;

std::int64_t exponent_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t exponent = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (failed == std::errc::result_out_of_range) {
    exponent = text.starts_with('-') ? -kMostExponent : kMostExponent;
  }
  return std::clamp(exponent, -kMostExponent, kMostExponent);
}

// Both below the modulus, which is below 2^63.
std::uint64_t product(std::uint64_t left, std::uint64_t right, std::uint64_t modulus) {
  std::uint64_t sum = 0;
  for (; right != 0; right >>= 1) {
    if ((right & 1) != 0) sum = (sum + left) % modulus;
    left = (left + left) % modulus;
  }
  return sum;
}

std::uint64_t power_of_ten(std::uint64_t exponent, std::uint64_t modulus) {
  std::uint64_t power = 1 % modulus;
  std::uint64_t factor = 10 % modulus;
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) power = product(power, factor, modulus);
    factor = product(factor, factor, modulus);
  }
  return power;
}

std::uint64_t rest_of(std::string_view digits, std::uint64_t modulus) {
  std::uint64_t rest = 0;
  for (const char digit : digits) {
    rest = (rest * 10 + static_cast<std::uint64_t>(digit - '0')) % modulus;
  }
  return rest;
}

bool is_short(std::string_view literal) {
  return literal.size() <= kExactDigits && literal.find_first_of("eE") == std::string_view::npos;
}

}  // namespace

ExactNumber::ExactNumber(std::string_view literal) {
  is_negative_ = literal.starts_with('-');
  const std::size_t mark = std::min(literal.find_first_of("eE"), literal.size());
  std::int64_t exponent =
      mark < literal.size() ? exponent_in(literal.substr(mark + 1)) : std::int64_t{0};
  bool is_fraction = false;
  for (const char c : literal.substr(0, mark)) {
    if (c == '.') is_fraction = true;
    if (!is_digit(c)) continue;
    if (is_fraction) --exponent;
    if (c != '0' || !digits_.empty()) digits_ += c;
  }
  const std::size_t zeros = digits_.size() - (digits_.find_last_not_of('0') + 1);
  digits_.resize(digits_.size() - zeros);
  if (digits_.empty()) {
    is_negative_ = false;
  } else {
    exponent_ = exponent + static_cast<std::int64_t>(zeros);
  }
}

bool ExactNumber::is_multiple_of(const ExactNumber& divisor) const {
  if (digits_.empty()) return true;
  // The last digit is not 0, so that the divisor may not have more zeros.
  if (exponent_ < divisor.exponent_) return false;
  if (divisor.digits_.size() > kMostDivisorDigits) {
    return std::remainder(parse_number(text()), parse_number(divisor.text())) == 0;
  }
  std::uint64_t modulus = 0;
  std::from_chars(divisor.digits_.data(), divisor.digits_.data() + divisor.digits_.size(), modulus);
  if (modulus == 0) return false;
  const auto zeros = static_cast<std::uint64_t>(exponent_ - divisor.exponent_);
  return product(rest_of(digits_, modulus), power_of_ten(zeros, modulus), modulus) == 0;
}

std::uint64_t ExactNumber::count() const {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  constexpr std::int64_t kMostDigits = std::numeric_limits<std::uint64_t>::digits10 + 1;
  const std::int64_t size = static_cast<std::int64_t>(digits_.size()) + exponent_;
  if (is_negative_ || size <= 0) return 0;
  if (size > kMostDigits) return kMost;
  std::string whole = digits_.substr(0, static_cast<std::size_t>(size));
  whole.resize(static_cast<std::size_t>(size), '0');
  std::uint64_t value = 0;
  const auto [end, failed] = std::from_chars(whole.data(), whole.data() + whole.size(), value);
  return failed == std::errc() ? value : kMost;
}

std::string ExactNumber::text() const {
  if (digits_.empty()) return "0";
  return (is_negative_ ? "-" : "") + digits_ + "e" + std::to_string(exponent_);
}

std::strong_ordering ExactNumber::compare_sizes(const ExactNumber& other) const {
  if (digits_.empty() || other.digits_.empty()) return !digits_.empty() <=> !other.digits_.empty();
  const auto magnitude = [](const ExactNumber& number) {
    return static_cast<std::int64_t>(number.digits_.size()) + number.exponent_;
  };
  if (magnitude(*this) != magnitude(other)) return magnitude(*this) <=> magnitude(other);
  return digits_ <=> other.digits_;
}

std::strong_ordering ExactNumber::operator<=>(const ExactNumber& other) const {
  if (is_negative_ != other.is_negative_) return other.is_negative_ <=> is_negative_;
  return is_negative_ ? other.compare_sizes(*this) : compare_sizes(other);
}

std::strong_ordering compare_numbers(std::string_view left, std::string_view right) {
  if (!is_short(left) || !is_short(right)) return ExactNumber(left) <=> ExactNumber(right);
  const double difference = parse_number(left) - parse_number(right);
  return difference < 0   ? std::strong_ordering::less
         : difference > 0 ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

std::optional<std::string> double_text(std::string_view literal) {
  const double value = parse_number(literal);
  if (!std::isfinite(value)) return {};
  std::string text = value == 0 ? "0" : shortest(value);  // -0 equals 0
  if (compare_numbers(text, literal) != 0) return {};
  return text;
}

bool is_whole_number(std::string_view literal) {
  return literal.find_first_of(".eE") == std::string_view::npos || ExactNumber(literal).is_whole();
}

}  // namespace kbc
