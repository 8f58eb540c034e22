// Calendar dates as entries write them: ISO 8601, `YYYY-MM-DD`, and nothing else.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/fault_name.h"

namespace kbc {

enum class DateFaultKind : std::uint8_t {
  kShape,      // not four digits, two digits and two digits joined by `-`
  kMonth,      // no such month
  kDay,        // no month has such a day
  kNoSuchDay,  // a day that this month does not have, in this year
};

// What keeps a text from being a date, at [offset, offset + length) of it.
struct DateFault {
  FaultName name;
  DateFaultKind kind = DateFaultKind::kShape;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message;     // "no such day: February 2023 has 28 days"
  std::string suggestion;  // the date that was probably meant, as kbc writes it; may be empty
};

using ParsedDate = std::variant<std::chrono::year_month_day, DateFault>;

// The day that the whole text names, or why it names none. Years 0000 to 9999, proleptic Gregorian
// calendar. A suggestion is made only where the text can mean one day alone: `2024/3/9`,
// `2024.03.09`, `20240309` and a date with a time of day after it.
ParsedDate parse_date(std::string_view text);

// What counts as today. A date has no time zone, so an author may rightly write a day that has
// begun where he is and not yet in UTC.
struct Today {
  std::chrono::year_month_day day;     // what today's dates are compared with
  std::chrono::year_month_day latest;  // the last day that has begun anywhere

  // In UTC and at UTC+14, so that a run gives the same findings in every time zone.
  static Today at(std::chrono::system_clock::time_point now);
  static Today now() { return at(std::chrono::system_clock::now()); }
  // The day everywhere.
  static Today exactly(std::chrono::year_month_day day) { return {day, day}; }
};

// `YYYY-MM-DD`. Requires: a year from 0 to 9999.
std::string format_date(std::chrono::year_month_day day);

}  // namespace kbc
