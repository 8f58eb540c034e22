#include "validate/explain.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "unit/checked.h"

namespace kbc {
namespace {

std::string message_of(std::string_view schema_text, const std::string& value) {
  const Schema schema = compiled(schema_text);
  const Checked checked(schema, value);
  REQUIRE(checked.faults.size() == 1);
  const FaultText text = explain(checked.faults[0], checked.document, schema);
  return text.message + (text.replacement.empty() ? "" : " -> " + text.replacement);
}

TEST_CASE("faults in words", "[schema][explain]") {
  CHECK(message_of(R"({"type":"number"})", "\"0.85\"") ==
        "expected a number, found a string -> 0.85");
  CHECK(message_of(R"({"type":"string"})", "true") ==
        "expected a string, found `true` -> \"true\"");
  CHECK(message_of(R"({"type":"string"})", "5") ==
        "expected a string, found the number `5` -> \"5\"");
  CHECK(message_of(R"({"type":"integer"})", "2.5") ==
        "expected a whole number, found the number `2.5`");
  CHECK(message_of(R"({"type":"integer"})", "\"2.5\"") ==
        "expected a whole number, found a string");
  CHECK(message_of(R"({"type":"integer"})", "\"25\"") ==
        "expected a whole number, found a string -> 25");
  CHECK(message_of(R"({"type":["string","null"]})", "[]") ==
        "expected a string or null, found an array");
  CHECK(message_of(R"({"type":"array"})", "null") == "expected an array, found null -> []");
  CHECK(message_of(R"({"type":"boolean"})", "\"true\"") ==
        "expected true or false, found a string -> true");
  CHECK(message_of(R"({"minimum":0,"exclusiveMinimum":5})", "3") == "`3` is not greater than 5");
  CHECK(message_of(R"({"maximum":1e-7})", "3") == "`3` is greater than 1e-07");
  CHECK(message_of(R"({"multipleOf":0.5})", "0.3") == "`0.3` is not a multiple of 0.5");
  CHECK(message_of(R"({"minLength":1})", "\"\"") == "the text is empty");
  CHECK(message_of(R"({"minLength":2})", "\"x\"") == "the text has fewer than 2 characters");
  CHECK(message_of(R"({"maxLength":1})", "\"xy\"") == "the text has more than 1 character");
  CHECK(message_of(R"({"maxItems":1})", "[1,2]") == "the list has more than 1 item");
  CHECK(message_of(R"({"maxProperties":0})", "{\"a\":1}") == "the object has more than 0 fields");
  CHECK(message_of(R"({"items":[{}],"additionalItems":false})", "[1,2]") ==
        "the schema excludes this value");
  CHECK(message_of(R"({"enum":["active","removed"]})", "\"actve\"") ==
        "`actve` is not one of the allowed values -> \"active\"");
  CHECK(message_of(R"({"format":"date"})", "\"2024-02-30\"") ==
        "`2024-02-30` is not of the format `date`");
  CHECK(message_of(R"({"properties":{"entries":{}},"additionalProperties":false})",
                   "{\"entires\":1}") == "unknown field `entires` -> \"entries\"");
}

}  // namespace
}  // namespace kbc
