#include "check/dates.h"

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

}  // namespace kbc
