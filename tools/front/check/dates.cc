#include "check/dates.h"

#include <cstddef>
#include <string>
#include <variant>

#include "text/date.h"

namespace kbc {
namespace {

EntryDate date_of(std::string_view field, const Text& text) {
  EntryDate date{field, &text, {}};
  if (!text.present()) return date;
  const ParsedDate parsed = parse_date(text.value);
  if (const auto* day = std::get_if<std::chrono::year_month_day>(&parsed)) date.day = *day;
  return date;
}

// The first day that is so many whole months after another.
std::chrono::year_month_day after_months(std::chrono::year_month_day day, int months) {
  const std::chrono::year_month month = day.year() / day.month() + std::chrono::months(months);
  const std::chrono::year_month_day same = month / day.day();
  return same.ok() ? same : (month + std::chrono::months(1)) / std::chrono::day(1);
}

}  // namespace

int months_between(std::chrono::year_month_day from, std::chrono::year_month_day to) {
  const auto months = (to.year() / to.month()) - (from.year() / from.month());
  return static_cast<int>(months.count()) - (to.day() < from.day() ? 1 : 0);
}

std::array<EntryDate, 3> dates_of(const Entry& entry) {
  return {date_of("first_seen", entry["first_seen"]),
          date_of("last_confirmed", entry["last_confirmed"]),
          date_of("last_updated", entry["last_updated"])};
}

std::optional<std::chrono::year_month_day> day_of_milestone(const Text& milestone) {
  constexpr std::size_t kMonthBytes = 7;  // yyyy-mm
  constexpr std::size_t kDayBytes = 10;
  std::string day(milestone.value.substr(0, kDayBytes + 1));
  if (day.size() == kMonthBytes) day += "-01";
  const ParsedDate parsed = parse_date(day);
  const auto* date = std::get_if<std::chrono::year_month_day>(&parsed);
  return date == nullptr ? std::nullopt : std::optional(*date);
}

std::optional<std::chrono::year_month_day> next_change(const Entry& entry, const Today& today) {
  std::optional<std::chrono::year_month_day> next;
  const auto add = [&](std::chrono::year_month_day day) {
    if (day > today.day && (!next || day < *next)) next = day;
  };
  const std::array<EntryDate, 3> dates = dates_of(entry);
  for (const EntryDate& date : dates) {
    if (!date.day) continue;
    add(*date.day);
    // What is said of a day ahead says which day it is today.
    if (*date.day > today.latest) add(std::chrono::sys_days(today.day) + std::chrono::days(1));
  }
  if (const auto& confirmed = dates[1].day) {
    for (const int months : {kStaleMonths, kVeryStaleMonths}) add(after_months(*confirmed, months));
  }
  for (const VersionItem& item : entry.versions) {
    for (const Text* milestone : {&item.deprecated, &item.removed}) {
      if (!milestone->present()) continue;
      if (const auto day = day_of_milestone(*milestone)) add(*day);
    }
  }
  return next;
}

}  // namespace kbc
