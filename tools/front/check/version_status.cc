#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "check/check.h"
#include "check/dates.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// In the order in which they are reached; the names of the statuses are those of the fields.
constexpr std::string_view kStages[] = {"active", "deprecated", "removed"};
constexpr int kDeprecated = 1;
constexpr int kRemoved = 2;

const Text& field_of(const VersionItem& item, int stage) {
  return stage == kRemoved ? item.removed : item.deprecated;
}

// Whether it is a date after today, or a month: what it announces has not happened yet.
bool lies_ahead(const Text& milestone, std::chrono::year_month_day today) {
  const std::optional<std::chrono::year_month_day> day = day_of_milestone(milestone);
  return day && *day > today;
}

// The stage that the fields say is reached.
int stage_reached(const VersionItem& item, std::chrono::year_month_day today) {
  for (int stage = kRemoved; stage >= kDeprecated; --stage) {
    const Text& field = field_of(item, stage);
    if (field.present() && !lies_ahead(field, today)) return stage;
  }
  return 0;
}

void report_behind(const VersionItem& item, int reached, Report& report) {
  const std::string name(kStages[reached]);
  const Text& field = field_of(item, reached);
  report
      .at(item.status.span, "contradicted-status"_fault,
          "status " + ticked(item.status.value) + " contradicts `" + name + "`, " +
              ticked(field.value))
      .note(field.span, "`" + name + "` is here")
      .fix("write `\"" + name + "\"`", item.status.span, "\"" + name + "\"");
}

void check_item(const VersionItem& item, std::chrono::year_month_day today, Report& report) {
  const auto* found = std::find(std::begin(kStages), std::end(kStages), item.status.value);
  if (!item.status.present() || found == std::end(kStages)) return;
  const int stage = static_cast<int>(found - std::begin(kStages));
  const int reached = stage_reached(item, today);
  if (stage < reached) return report_behind(item, reached, report);
  if (stage < kDeprecated || field_of(item, stage).present()) return;
  const std::string name(*found);
  report
      .at(item.status.span, "unsupported-status"_fault,
          "status `" + name + "` without a version or date in `" + name + "`")
      .help("write since when in that field, or write `\"" + std::string(kStages[reached]) +
            "\"` here");
}

}  // namespace

void version_status(const Entry& entry, const Context& context, Report& report) {
  for (const VersionItem& item : entry.versions) check_item(item, context.today.day, report);
}

extern const Explanation version_status_explanation = {
    "`status` contradicts `deprecated` and `removed`: it does not yet say what a field that is set "
    "says, or says what the field, which is null, does not. A date after today does not count yet.",
    "One reader filters by the status, another compares the versions; they must come to the same "
    "result.",
    R"("deprecated": "3.0", "removed": "4.0", "status": "active")",
    R"("deprecated": "3.0", "removed": "4.0", "status": "removed")",
    "Write the status that the fields say. If the status is right and the field is null, fill in "
    "the version or the day.",
};

}  // namespace kbc
