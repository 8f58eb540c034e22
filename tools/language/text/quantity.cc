// One pass from left to right. Where a digit or a numeral stands, number, multiplier and unit are
// read as far as they go, and what could also be something else (a version, a decade, part of a
// word) is kept, but marked as uncertain.
#include "text/quantity.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>

#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

bool take(std::string_view text, std::size_t& at, std::string_view expected) {
  if (!text.substr(at).starts_with(expected)) return false;
  at += expected.size();
  return true;
}

// --- Numbers

// A digit, full width or not, and its length in bytes; nothing if there is none at the offset.
struct Digit {
  int value = 0;
  std::size_t length = 0;
};

Digit digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (is_digit(text[at])) return {text[at] - '0', 1};
  if (text[at] != '\xEF') return {};
  const CodePoint wide = decode(text, at);
  if (wide.value < 0xFF10 || wide.value > 0xFF19) return {};
  return {static_cast<int>(wide.value - 0xFF10), wide.length};
}

struct Number {
  double value = 0;
  std::size_t digits = 0;  // before the decimal point
  bool is_version = false;
};

// `,` with digits before it and exactly three after it.
bool is_thousands_separator(std::string_view text, std::size_t at, std::size_t digits) {
  if (digits == 0 || text.substr(at, 1) != ",") return false;
  return text.size() - at >= 4 && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
         is_digit(text[at + 3]) && digit_at(text, at + 4).length == 0;
}

Number read_number(std::string_view text, std::size_t& at) {
  Number number;
  for (;;) {
    const Digit digit = digit_at(text, at);
    if (digit.length > 0) {
      number.value = number.value * 10 + digit.value;
      ++number.digits;
      at += digit.length;
    } else if (is_thousands_separator(text, at, number.digits)) {
      ++at;
    } else {
      break;
    }
  }
  double place = 0.1;
  for (int points = 0; at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
       ++points) {
    number.is_version = points > 0;
    for (++at; at < text.size() && is_digit(text[at]); ++at) {
      number.value += place * (text[at] - '0');
      place /= 10;
    }
  }
  return number;
}

// Whether what is before the number makes it part of a word, a path or a time of day.
bool is_attached(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char before = text[at - 1];
  if (is_letter(before) || is_digit(before)) return true;
  if (std::string_view("._/:#%$@=\\&").find(before) != std::string_view::npos) return true;
  return before == '-' && at > 1 && is_letter(text[at - 2]);
}

// --- Chinese numerals

struct Numeral {
  std::string_view sign;
  int value;
};

constexpr Numeral kNumerals[] = {
    {"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"双", 2},  {"三", 3},   {"四", 4},
    {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}, {"百", 100}, {"千", 1000}};

const Numeral* numeral_at(std::string_view text, std::size_t at) {
  for (const Numeral& numeral : kNumerals) {
    if (text.substr(at).starts_with(numeral.sign)) return &numeral;
  }
  return nullptr;
}

// A row of numerals: 二十五 is 25, 二〇二四 is 2024. Requires: one is at the offset.
double read_numerals(std::string_view text, std::size_t& at) {
  double total = 0;
  double digits = 0;
  bool has_digit = false;
  while (const Numeral* numeral = numeral_at(text, at)) {
    if (numeral->value < 10) {
      digits = digits * 10 + numeral->value;
      has_digit = true;
    } else {
      total += (has_digit ? digits : 1) * numeral->value;
      digits = 0;
      has_digit = false;
    }
    at += numeral->sign.size();
  }
  return total + digits;
}

// 10万, 3亿, 5千: what the number before is multiplied by, unless the character belongs to a unit.
double take_multiplier(std::string_view text, std::size_t& at) {
  if (unit_at_start(text.substr(at)).unit != nullptr) return 1;
  double product = 1;
  if (take(text, at, "千")) product *= 1e3;
  if (take(text, at, "百")) product *= 1e2;
  if (take(text, at, "万")) product *= 1e4;
  if (take(text, at, "亿")) product *= 1e8;
  return product;
}

// --- Number and unit

bool begins_latin(std::string_view text, std::size_t at) {
  return at < text.size() && (is_letter(text[at]) || text[at] == '\xC2' || text[at] == '\xCE');
}

// What may be between a number and its unit, in 30-day, 30 天, 6 个月, 10多天.
std::size_t gap_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (!take(text, end, " ") && !take(text, end, "\xC2\xA0") && end < text.size() &&
      text[end] == '-' && begins_latin(text, end + 1)) {
    return 1;
  }
  for (const std::string_view filler : {"多", "余", "来", "个"}) take(text, end, filler);
  return end - at;
}

// Reads the unit after the number, and the half that may be before or after it: 1个半小时,
// 1年半.
void read_unit(std::string_view text, std::size_t& at, Quantity& quantity) {
  const std::size_t gap = gap_length(text, at);
  std::size_t start = at + gap;
  const bool has_half = take(text, start, "半");
  const FoundUnit found = unit_at_start(text.substr(start));
  if (found.unit == nullptr) return;
  at = start + found.length;
  const bool has_half_behind = !has_half && take(text, at, "半");
  quantity.value += has_half || has_half_behind ? 0.5 : 0;
  quantity.dimension = found.unit->dimension;
  quantity.scale = found.unit->scale;
  // A 个 before it makes sure that it is a unit: 6个月.
  quantity.is_certain = found.is_certain || gap > 2;
}

// 1990s and 20s are decades more often than seconds.
bool is_decade(std::string_view text, const Quantity& quantity, std::size_t unit_start) {
  return text.substr(unit_start, 1) == "s" && quantity.value >= 1000 && quantity.value < 2100 &&
         quantity.scale == 1;
}

Quantity western_quantity(std::string_view text, std::size_t start) {
  Quantity quantity;
  std::size_t at = start;
  const Number number = read_number(text, at);
  const std::size_t number_end = at;
  quantity.value = number.value * take_multiplier(text, at);
  quantity.stands_alone = !number.is_version && !is_attached(text, start);
  read_unit(text, at, quantity);
  if (is_decade(text, quantity, number_end)) quantity.stands_alone = false;
  quantity.range = {start, at - start};
  return quantity;
}

Quantity chinese_quantity(std::string_view text, std::size_t start) {
  Quantity quantity;
  std::size_t at = start;
  if (numeral_at(text, at) != nullptr) quantity.value = read_numerals(text, at);
  quantity.value *= take_multiplier(text, at);
  read_unit(text, at, quantity);
  quantity.range = {start, at - start};
  return quantity;
}

// 百分之五十, 百分之 50.
std::optional<Quantity> percentage(std::string_view text, std::size_t start) {
  std::size_t at = start;
  if (!take(text, at, "百分之")) return std::nullopt;
  take(text, at, " ");
  Quantity quantity;
  if (digit_at(text, at).length > 0) {
    quantity.value = read_number(text, at).value;
  } else if (numeral_at(text, at) != nullptr) {
    quantity.value = read_numerals(text, at);
  } else {
    return std::nullopt;
  }
  quantity.dimension = Dimension::kFraction;
  quantity.scale = 0.01;
  quantity.range = {start, at - start};
  return quantity;
}

std::optional<Quantity> quantity_at(std::string_view text, std::size_t at) {
  if (digit_at(text, at).length > 0) return western_quantity(text, at);
  if (text[at] >= 0) return std::nullopt;
  if (auto found = percentage(text, at)) return found;
  if (text.substr(at).starts_with("一半")) {
    return Quantity{{at, 6}, 50, 0.01, Dimension::kFraction, true, true};
  }
  const bool is_numeral = numeral_at(text, at) != nullptr || text.substr(at).starts_with("半");
  return is_numeral ? std::optional(chinese_quantity(text, at)) : std::nullopt;
}

bool is_close(double a, double b) { return a == b || std::abs(a - b) <= 1e-9 * std::abs(a); }

}  // namespace

std::vector<Quantity> quantities(std::string_view text) {
  std::vector<Quantity> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto quantity = quantity_at(text, at);
    const bool is_western = quantity && digit_at(text, at).length > 0;
    // Numerals alone are no quantity: 一 is in every other Chinese sentence.
    if (quantity && (is_western || quantity->dimension != Dimension::kNone)) {
      found.push_back(*quantity);
    }
    at += std::max(quantity ? quantity->range.length : 0, decode(text, at).length);
  }
  return found;
}

bool may_be_equal(const Quantity& a, const Quantity& b) {
  if (a.dimension == b.dimension && a.dimension != Dimension::kNone) {
    const double ours = a.value * a.scale;
    const double theirs = b.value * b.scale;
    // 1 GB is 1000 or 1024 MB; between bytes and terabytes that comes to a tenth.
    const bool is_rounded = a.dimension == Dimension::kBytes && a.scale != b.scale &&
                            std::abs(ours - theirs) <= 0.1 * std::max(ours, theirs);
    return is_rounded || is_close(ours, theirs);
  }
  const bool is_certain = a.is_certain && b.is_certain && a.dimension != Dimension::kNone &&
                          b.dimension != Dimension::kNone;
  if (!is_certain && is_close(a.value, b.value)) return true;
  const bool is_fraction =
      (a.dimension == Dimension::kFraction && b.dimension == Dimension::kNone) ||
      (b.dimension == Dimension::kFraction && a.dimension == Dimension::kNone);
  return is_fraction && is_close(a.value * a.scale, b.value * b.scale);
}

}  // namespace kbc
