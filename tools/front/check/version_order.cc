#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "check/check.h"
#include "text/ticked.h"
#include "version/milestone.h"

namespace kbc {
namespace {

struct Stop {
  std::string_view field;
  const Text* text;
  std::optional<Milestone> milestone;  // nothing when absent or no milestone
};

Stop stop_of(std::string_view field, const Text& text) {
  Stop stop{field, &text, {}};
  if (!text.present()) return stop;
  auto parsed = parse_milestone(text.value);
  if (auto* milestone = std::get_if<Milestone>(&parsed)) stop.milestone = std::move(*milestone);
  return stop;
}

// A version and a date are in no order.
bool check_pair(const Stop& before, const Stop& after, Report& report) {
  if (!before.milestone || !after.milestone) return true;
  if (!(*after.milestone < *before.milestone)) return true;
  const std::string field(before.field);
  report
      .at(after.text->span, "wrong-order"_fault,
          "`" + std::string(after.field) + "` is before `" + field + "`, " +
              ticked(before.text->value))
      .note(before.text->span, "`" + field + "` is here");
  return false;
}

}  // namespace

void version_order(const Entry& entry, const Context&, Report& report) {
  for (const VersionItem& item : entry.versions) {
    const Stop introduced = stop_of("introduced", item.introduced);
    const Stop deprecated = stop_of("deprecated", item.deprecated);
    const Stop removed = stop_of("removed", item.removed);
    const bool begins_well = check_pair(introduced, deprecated, report);
    const bool ends_well = check_pair(deprecated, removed, report);
    if (begins_well && ends_well) check_pair(introduced, removed, report);
  }
}

extern const Explanation version_order_explanation = {
    "`introduced`, `deprecated` and `removed` are not in that order. Versions are compared with "
    "versions and dates with dates, never a version with a date. Where only a label decides that "
    "is "
    "no pre-release (`8.0.35` and `8.0.35-0ubuntu1`), nothing is reported.",
    "Nothing is removed before it exists; one of the values is wrong, and with it the span of "
    "versions that readers take from the entry.",
    R"("introduced": "3.2", "deprecated": "2.9", "removed": null)",
    R"("introduced": "2.3", "deprecated": "2.9", "removed": null)",
    "Correct the value that is wrong. Versions compare number by number, so 2.10 is after 2.9.",
};

}  // namespace kbc
