#include "text/date.h"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include "catch.h"

namespace kbc {
namespace {

using namespace std::chrono_literals;
using std::chrono::year_month_day;

year_month_day valid(std::string_view text) {
  const ParsedDate parsed = parse_date(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<year_month_day>(parsed));
  return std::get<year_month_day>(parsed);
}

DateFault fault(std::string_view text) {
  const ParsedDate parsed = parse_date(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<DateFault>(parsed));
  const DateFault found = std::get<DateFault>(parsed);
  CHECK(found.offset <= text.size());
  CHECK(found.length <= text.size() - found.offset);
  return found;
}

TEST_CASE("a real day is read", "[date]") {
  CHECK(valid("2024-02-29") == 2024y / 2 / 29);
  CHECK(valid("0000-01-01") == 0y / 1 / 1);
  CHECK(valid("9999-12-31") == 9999y / 12 / 31);
  CHECK(valid("2000-02-29") == 2000y / 2 / 29);
}

TEST_CASE("a day that its month does not have is named", "[date]") {
  CHECK(fault("2024-02-30").message == "no such day: February 2024 has 29 days");
  CHECK(fault("2023-02-29").message == "no such day: February 2023 has 28 days");
  CHECK(fault("1900-02-29").message == "no such day: February 1900 has 28 days");
  CHECK(fault("2023-04-31").message == "no such day: April 2023 has 30 days");
  CHECK(fault("2023-04-31").kind == DateFaultKind::kNoSuchDay);
  CHECK(fault("2023-04-31").offset == 8);
  CHECK(fault("2023-04-31").length == 2);
}

TEST_CASE("a month or a day that no year has", "[date]") {
  CHECK(fault("2023-13-01").message == "no such month: `13`");
  CHECK(fault("2023-00-01").kind == DateFaultKind::kMonth);
  CHECK(fault("2023-00-01").offset == 5);
  CHECK(fault("2023-01-00").message == "no such day: `00`");
  CHECK(fault("2023-01-32").kind == DateFaultKind::kDay);
}

TEST_CASE("nothing but the one notation is a date", "[date]") {
  const std::string_view texts[] = {"",           "2024",           "2024-1-2",    "24-01-02",
                                    "2024/01/02", "20240102",       " 2024-01-02", "2024-01-0a",
                                    "2024-01-2",  "-024-01-02",     "2024-W01-1",  "+024-01-02",
                                    "soon",       "２０２４-01-02", "2024–01–02"};
  for (const std::string_view text : texts) CHECK(fault(text).kind == DateFaultKind::kShape);
}

TEST_CASE("what follows the date is the fault, not the date", "[date]") {
  const DateFault found = fault("2024-01-02T10:00:00Z");
  CHECK(found.offset == 10);
  CHECK(found.length == 10);
  CHECK(found.message == "text after the date");
  CHECK(found.suggestion == "2024-01-02");
}

TEST_CASE("a date in another notation is suggested in ours", "[date]") {
  CHECK(fault("2024/3/9").suggestion == "2024-03-09");
  CHECK(fault("2024/3/9 12:30").suggestion == "2024-03-09");
  CHECK(fault("2024.03.09T12:30").suggestion == "2024-03-09");
  CHECK(fault("20240309 12:30").suggestion == "2024-03-09");
  CHECK(fault("2024/3/9 or so").suggestion.empty());
  CHECK(fault("2024.03.09").suggestion == "2024-03-09");
  CHECK(fault("2024-3-9").suggestion == "2024-03-09");
  CHECK(fault("20240309").suggestion == "2024-03-09");
  CHECK(fault("20240309T101112Z").suggestion == "2024-03-09");
}

TEST_CASE("nothing is suggested where the text does not name one day", "[date]") {
  CHECK(fault("03/09/2024").suggestion.empty());
  CHECK(fault("2024/02/30").suggestion.empty());
  CHECK(fault("2024-03").suggestion.empty());
  CHECK(fault("2024/03-09").suggestion.empty());
  CHECK(fault("2024030912").suggestion.empty());
  CHECK(fault("2024-03-09x").suggestion.empty());
}

TEST_CASE("a date of any length and any bytes ends", "[date]") {
  CHECK(fault(std::string(1 << 20, '9')).kind == DateFaultKind::kShape);
  CHECK(fault("2024-01-02" + std::string(1 << 20, '\0')).offset == 10);
  CHECK(fault("\xFF\xFE\x80").kind == DateFaultKind::kShape);
}

TEST_CASE("a date is written with leading zeros", "[date]") {
  CHECK(format_date(2024y / 3 / 9) == "2024-03-09");
  CHECK(format_date(7y / 12 / 31) == "0007-12-31");
}

TEST_CASE("today is a real day that can be written and read", "[date]") {
  const year_month_day today = Today::now().day;
  CHECK(today.ok());
  CHECK(valid(format_date(today)) == today);
}

TEST_CASE("the last day that has begun anywhere is that of UTC+14", "[date]") {
  const auto at = [](std::chrono::hours hours) {
    return Today::at(std::chrono::sys_days(2026y / 12 / 31) + hours);
  };
  CHECK(at(9h).day == 2026y / 12 / 31);
  CHECK(at(9h).latest == 2026y / 12 / 31);
  CHECK(at(10h).day == 2026y / 12 / 31);
  CHECK(at(10h).latest == 2027y / 1 / 1);
  CHECK(Today::exactly(2026y / 1 / 2).latest == 2026y / 1 / 2);
}

}  // namespace
}  // namespace kbc
