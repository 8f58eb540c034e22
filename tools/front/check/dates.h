#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "lower/entry.h"
#include "text/date.h"

namespace kbc {

// Whole months from one day to a later one.
int months_between(std::chrono::year_month_day from, std::chrono::year_month_day to);

// From so many on an entry that nobody has confirmed is stale.
inline constexpr int kStaleMonths = 6;
inline constexpr int kVeryStaleMonths = 12;

// One of an entry's own dates.
struct EntryDate {
  std::string_view field;
  const Text* text;
  std::optional<std::chrono::year_month_day> day;  // nothing when absent or no date
};

// `first_seen`, `last_confirmed` and `last_updated`, the order in which they should be. Valid
// while the entry stays where it is.
std::array<EntryDate, 3> dates_of(const Entry& entry);

// The day from which on a milestone of a version counts; of a month its first. Nothing when it is
// no date.
std::optional<std::chrono::year_month_day> day_of_milestone(const Text& milestone);

// The first day after today on which a rule may find something else in the entry, if there is one.
std::optional<std::chrono::year_month_day> next_change(const Entry& entry, const Today& today);

}  // namespace kbc
