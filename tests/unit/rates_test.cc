#include "check/rates.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "check/checks.h"
#include "diagnostic/rule_id.h"
#include "lower/lower.h"
#include "parse/parse.h"
#include "text/number_text.h"

namespace kbc {
namespace {

Number number(double value) { return {value, "written", {0, 7}}; }

TEST_CASE("rates_of gives every rate that is present", "[rates]") {
  const std::string_view text = R"({
    "confidence": 0.1, "fix_success_rate": 0.2, "evidence_count": 9,
    "dead_ends": [{"fail_rate": 0.3}, {"fail_rate": "0.9"}, {"action": "a"}],
    "workarounds": [{"success_rate": 0.4}, {"success_rate": 0.5}],
    "transition_graph": {"leads_to": [{"probability": 0.6}], "preceded_by": [{"probability": 0.7}],
                         "frequently_confused_with": [{"probability": 0.8}]}
  })";
  Document document;
  REQUIRE(parse_json(text, Dialect::kJson, document).empty());
  const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
  std::string literals;
  for (const Number* rate : rates_of(entry)) literals += std::string(rate->literal) + " ";
  CHECK(literals == "0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 ");
  CHECK(rates_of(Entry()).empty());
}

TEST_CASE("with a workaround whose rate is none nobody knows which is the best", "[rates]") {
  const auto findings = [](const std::string& workarounds) {
    const std::string text = R"({"fix_success_rate": 0.9, "workarounds": [)" + workarounds + "]}";
    Document document;
    REQUIRE(parse_json(text, Dialect::kJson, document).empty());
    const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
    std::vector<Diagnostic> diagnostics;
    Pointers pointers(document);
    Report report(RuleId::rate_inconsistent, 0, &pointers, diagnostics);
    rate_inconsistent(entry, Context{}, report);
    return diagnostics.size();
  };
  CHECK(findings(R"({"success_rate": 0.2})") == 1);
  CHECK(findings(R"({"success_rate": 0.2}, {"success_rate": 0.3})") == 1);
  CHECK(findings(R"({"success_rate": 0.2}, {"success_rate": 0.85})") == 1);
  CHECK(findings(R"({"success_rate": 0.2}, {"success_rate": 0.9})") == 0);
  CHECK(findings(R"({"success_rate": 0.2}, {"success_rate": 95})") == 0);
  CHECK(findings(R"({"success_rate": 0.2}, {"action": "a"})") == 0);
  CHECK(findings("") == 0);
}

TEST_CASE("a rate is a fraction from 0 to 1", "[rates]") {
  CHECK(is_rate(number(0)));
  CHECK(is_rate(number(-0.0)));
  CHECK(is_rate(number(1)));
  CHECK_FALSE(is_rate(number(1.0000001)));
  CHECK_FALSE(is_rate(number(-0.0000001)));
  CHECK_FALSE(is_rate(number(std::numeric_limits<double>::infinity())));
  CHECK_FALSE(is_rate(number(-std::numeric_limits<double>::infinity())));
  CHECK_FALSE(is_rate(Number()));
}

TEST_CASE("a percentage is whole or at least 10", "[rates]") {
  for (const double value : {2.0, 7.0, 10.0, 10.5, 85.0, 99.9, 100.0}) {
    CAPTURE(value);
    CHECK(is_percentage(number(value)));
  }
  for (const double value :
       {-85.0, 0.85, 1.0, 1.5, 9.99, 100.5, 250.0, std::numeric_limits<double>::infinity()}) {
    CAPTURE(value);
    CHECK_FALSE(is_percentage(number(value)));
  }
  CHECK_FALSE(is_percentage(Number()));
}

TEST_CASE("decimal writes no digits that binary made up", "[decimal]") {
  CHECK(decimal(0.85) == "0.85");
  CHECK(decimal(99.9 / 100) == "0.999");
  CHECK(decimal(0.1 + 0.2) == "0.3");
  CHECK(decimal(1) == "1");
  CHECK(decimal(0) == "0");
  CHECK(decimal(1.0 / 3) == "0.333333333333");
  CHECK(decimal(123456) == "123456");
}

}  // namespace
}  // namespace kbc
