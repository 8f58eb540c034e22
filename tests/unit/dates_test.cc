#include "check/dates.h"

#include <chrono>
#include <string_view>

#include "catch.h"
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

}  // namespace
}  // namespace kbc
