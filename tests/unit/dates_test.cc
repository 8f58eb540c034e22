#include "check/dates.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "check/registry.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {
namespace {

TEST_CASE("dates_of gives the three dates in their order", "[dates]") {
  const std::string_view text =
      R"({"last_updated": "2024-02-29", "first_seen": "2023-02-29", "last_confirmed": null})";
  Document document;
  REQUIRE(parse_json(text, Dialect::kJson, document).empty());
  const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
  const auto dates = dates_of(entry);
  CHECK(dates[0].field == "first_seen");
  CHECK(dates[0].text == &entry["first_seen"]);
  CHECK_FALSE(dates[0].day.has_value());  // there is no such day
  CHECK(dates[1].field == "last_confirmed");
  CHECK_FALSE(dates[1].day.has_value());
  CHECK(dates[2].field == "last_updated");
  REQUIRE(dates[2].day.has_value());
  CHECK(*dates[2].day == std::chrono::year(2024) / 2 / 29);
}

TEST_CASE("what a rule finds changes on no other day than the next one that is foretold",
          "[dates]") {
  const std::string_view text = R"({"first_seen": "2024-08-31", "last_confirmed": "2024-08-31",
      "last_updated": "2025-11-30", "versions": [
        {"version": "a 1", "deprecated": "2025-03", "removed": "2025-10-02", "status": "active"},
        {"version": "a 2", "deprecated": "2.1", "removed": "2025-02-30", "status": "removed"}]})";
  Document document;
  REQUIRE(parse_json(text, Dialect::kJson, document).empty());
  const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
  const Taxonomy taxonomy;
  const auto found_on = [&](const Today& today) {
    std::vector<Diagnostic> found;
    run_entry_checks(entry, document, {&taxonomy, today, nullptr}, 0, Severities(), found);
    std::vector<std::string> told;
    for (const Diagnostic& finding : found) {
      told.push_back(info_of(finding.rule).name + ": " + std::string(finding.message) +
                     (finding.exceptional ? " (exceptional)" : ""));
    }
    return told;
  };
  for (const int ahead : {0, 1}) {
    const auto today = [&](std::chrono::sys_days day) {
      return Today{day, day + std::chrono::days(ahead)};
    };
    std::size_t changes = 0;
    std::size_t foretold = 0;
    const std::chrono::sys_days last = std::chrono::year(2026) / 3 / 1;
    for (std::chrono::sys_days day = std::chrono::year(2024) / 7 / 1; day < last;) {
      CAPTURE(ahead, format_date(day));
      const auto next = next_change(entry, today(day));
      const std::vector<std::string> now = found_on(today(day));
      day += std::chrono::days(1);
      const bool is_foretold =
          next && std::chrono::sys_days(*next) <= day + std::chrono::days(ahead);
      if (is_foretold) ++foretold;
      if (found_on(today(day)) == now) continue;
      ++changes;
      CHECK(is_foretold);
    }
    CHECK(changes > 400);
    CHECK(foretold < changes + 20);
  }
}

}  // namespace
}  // namespace kbc
