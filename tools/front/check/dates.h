#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "lower/entry.h"

namespace kbc {

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
