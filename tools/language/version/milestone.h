#pragma once

#include <compare>
#include <string_view>
#include <variant>

#include "version/fault.h"
#include "version/version.h"

namespace kbc {

// When something was introduced, deprecated or removed: a version number, or a date, which is an
// ISO date or a calendar version without a day.
struct Milestone {
  enum class Kind { kVersion, kMonth, kDay };

  Kind kind = Kind::kVersion;
  Version version;
  Version month;  // of a date, its year and month
};

std::variant<Milestone, VersionFault> parse_milestone(std::string_view text);

// Unordered between a version and a date. A month and a day in it are equivalent.
std::partial_ordering operator<=>(const Milestone& a, const Milestone& b);

}  // namespace kbc
