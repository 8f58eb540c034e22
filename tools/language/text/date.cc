#include "text/date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/ascii.h"

namespace kbc {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::string_view kShape = "dddd-dd-dd";
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool fits(char c, char shape) { return shape == 'd' ? is_digit(c) : c == shape; }

// How many bytes of the text follow the shape.
std::size_t matching_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && length < kShape.size() && fits(text[length], kShape[length])) {
    ++length;
  }
  return length;
}

// Requires: digits only, nine at most.
unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

year_month_day make_day(unsigned y, unsigned m, unsigned d) {
  return year(static_cast<int>(y)) / month(m) / day(d);
}

unsigned last_day(unsigned y, unsigned m) {
  const auto last = year(static_cast<int>(y)) / month(m) / std::chrono::last;
  return static_cast<unsigned>(last.day());
}

// Takes digits off the front, at most `most` of them; nothing if there are fewer than `least`.
std::optional<unsigned> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  while (count < most && count < text.size() && is_digit(text[count])) ++count;
  if (count < least) return std::nullopt;
  const unsigned value = number(text.substr(0, count));
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

bool may_follow_a_date(std::string_view rest) {
  return rest.empty() ||
         (rest.size() > 1 && (rest[0] == 'T' || rest[0] == ' ') && is_digit(rest[1]));
}

// 2024-3-9, 2024/03/09, 2024.03.09, also with a time after it.
std::optional<year_month_day> read_with_separators(std::string_view text) {
  const auto y = take_number(text, 4, 4);
  const char separator = text.empty() ? '\0' : text.front();
  if (!y || (separator != '-' && separator != '/' && separator != '.')) return std::nullopt;
  text.remove_prefix(1);
  const auto m = take_number(text, 1, 2);
  if (!m || !take(text, separator)) return std::nullopt;
  const auto d = take_number(text, 1, 2);
  if (!d || !may_follow_a_date(text)) return std::nullopt;
  return make_day(*y, *m, *d);
}

// 20240309, also with a time after it.
std::optional<year_month_day> read_compact(std::string_view text) {
  const auto y = take_number(text, 4, 4);
  const auto m = take_number(text, 2, 2);
  const auto d = take_number(text, 2, 2);
  if (!y || !m || !d || !may_follow_a_date(text)) return std::nullopt;
  return make_day(*y, *m, *d);
}

// The day that an otherwise clear text means in another notation, formatted; empty if none.
std::string suggestion_for(std::string_view text) {
  auto meant = read_with_separators(text);
  if (!meant) meant = read_compact(text);
  return meant && meant->ok() ? format_date(*meant) : std::string();
}

DateFault shape_fault(std::string_view text, std::size_t matched) {
  std::string suggestion = suggestion_for(text);
  if (matched == kShape.size()) {
    return {"text-after-date"_fault, DateFaultKind::kShape, matched,
            text.size() - matched,   "text after the date", std::move(suggestion)};
  }
  return {"not-a-date"_fault, DateFaultKind::kShape, 0,
          text.size(),        "not a date",          std::move(suggestion)};
}

std::string no_such_day(unsigned y, unsigned m) {
  return "no such day: " + std::string(kMonths[m - 1]) + " " + std::to_string(y) + " has " +
         std::to_string(last_day(y, m)) + " days";
}

}  // namespace

ParsedDate parse_date(std::string_view text) {
  const std::size_t matched = matching_length(text);
  if (matched < kShape.size() || text.size() > kShape.size()) return shape_fault(text, matched);
  const unsigned y = number(text.substr(0, 4));
  const unsigned m = number(text.substr(5, 2));
  const unsigned d = number(text.substr(8, 2));
  const std::string month_text(text.substr(5, 2));
  const std::string day_text(text.substr(8, 2));
  if (m < 1 || m > 12) {
    return DateFault{"no-such-month"_fault,
                     DateFaultKind::kMonth,
                     5,
                     2,
                     "no such month: `" + month_text + "`",
                     ""};
  }
  if (d < 1 || d > 31) {
    return DateFault{
        "no-such-day"_fault, DateFaultKind::kDay, 8, 2, "no such day: `" + day_text + "`", ""};
  }
  if (d > last_day(y, m)) {
    return DateFault{
        "no-such-day-in-month"_fault, DateFaultKind::kNoSuchDay, 8, 2, no_such_day(y, m), ""};
  }
  return make_day(y, m, d);
}

Today Today::at(std::chrono::system_clock::time_point now) {
  constexpr std::chrono::hours kEarliestZone(14);  // the Line Islands of Kiribati
  return {std::chrono::floor<std::chrono::days>(now),
          std::chrono::floor<std::chrono::days>(now + kEarliestZone)};
}

std::string format_date(year_month_day date) {
  const auto padded = [](unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
         padded(static_cast<unsigned>(date.month()), 2) + "-" +
         padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace kbc
