#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "lower/entry.h"

namespace kbc {

// Whole months from one day to a later one.
int months_between(std::chrono::year_month_day from, std::chrono::year_month_day to);

// From so many on an entry that nobody has confirmed is stale.
inline constexpr int kStaleMonths = 6;

// One of an entry's own dates.
struct EntryDate {
  std::string_view field;
  const Text* text;
  std::optional<std::chrono::year_month_day> day;  // nothing when absent or no date
};

// `first_seen`, `last_confirmed` and `last_updated`, the order in which they should be. Valid
// while the entry stays where it is.
std::array<EntryDate, 3> dates_of(const Entry& entry);

}  // namespace kbc
