#include "version/milestone.h"

#include <optional>
#include <string>

#include "version/interval.h"
#include "version/number.h"

namespace kbc {
namespace {

VersionFault milestone_fault(std::string_view text) {
  const TextSpan whole{0, text.size()};
  if (looks_like_calendar(text) && !scan_number(text, Hyphen::kRange)) {
    return {"no-such-date"_fault, whole, "no such date: " + ticked_short(text),
            "write an existing day, as `2024-02-29`"};
  }
  const std::string found = text.empty() ? std::string("nothing") : ticked_short(text);
  VersionFault fault{"bad-milestone"_fault, whole,
                     "expected a version number or a date, found " + found,
                     "write `3.11`, `2024-02-29`, or null"};
  const auto number = looks_like_calendar(text) ? std::nullopt : rewritten_number(text);
  if (!number) return fault;
  fault.help = "write " + ticked_short(*number);
  fault.replacement = *number;
  fault.replaced = whole;
  return fault;
}

}  // namespace

std::variant<Milestone, VersionFault> parse_milestone(std::string_view text) {
  const std::optional<VersionNumber> number = parse_version_number(text);
  if (!number) return milestone_fault(text);
  if (!number->is_calendar) return Milestone{Milestone::Kind::kVersion, number->version, {}};
  constexpr std::size_t kMonthLength = 7;  // of 2023-01
  const Version month(text.substr(0, kMonthLength));
  const bool has_day = number->parts.size() > 2;
  return Milestone{has_day ? Milestone::Kind::kDay : Milestone::Kind::kMonth, number->version,
                   month};
}

std::partial_ordering operator<=>(const Milestone& a, const Milestone& b) {
  if (a.kind == b.kind) {
    if (!are_ordered(a.version, b.version)) return std::partial_ordering::unordered;
    return a.version <=> b.version;
  }
  const bool is_mixed = a.kind == Milestone::Kind::kVersion || b.kind == Milestone::Kind::kVersion;
  if (is_mixed) return std::partial_ordering::unordered;
  return a.month <=> b.month;
}

}  // namespace kbc
