#include "validate/explain.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
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

TEST_CASE("a value that has none of several forms is told of each", "[schema][explain]") {
  const Schema schema = compiled(
      R"({"oneOf":[{"properties":{"a":{"type":"string"}},"required":["a","b"]},
                   {"type":"string"},{"required":["c"]},{"enum":[1]}]})");
  const Checked checked(schema, R"({"a":1})");
  REQUIRE(checked.faults.size() == 1);
  const FaultText text = explain(checked.faults[0], checked.document, schema);
  CHECK(text.message == "an object has none of the 4 forms that the schema allows here");
  CHECK(text.replacement.empty());
  CHECK(text.other_messages ==
        std::vector<std::string>{"form 2: expected a string, found an object",
                                 "form 3: field `c` is missing",
                                 "form 4: an object is not one of the allowed values",
                                 "form 1: expected a string, found the number `1`, at /a, and "
                                 "1 fault more"});
}

TEST_CASE("a form of values is told with them", "[schema][explain]") {
  const Schema schema = compiled(R"({"anyOf":[{"const":"de"},{"enum":["fr","it"]}]})");
  const Checked checked(schema, R"("xyz")");
  REQUIRE(checked.faults.size() == 1);
  CHECK(explain(checked.faults[0], checked.document, schema).other_messages ==
        std::vector<std::string>{
            "form 1: `xyz` is not one of the allowed values; write `de`",
            "form 2: `xyz` is not one of the allowed values; write `fr` or `it`"});
}

TEST_CASE("a value of no wanted type is told which", "[schema][explain]") {
  CHECK(message_of(R"({"oneOf":[{"type":"string"},{"type":"integer"}]})", "null") ==
        "expected a string or a whole number, found null");
  CHECK(message_of(R"({"anyOf":[{"const":"de"},{"const":"fr"}]})", R"("it")") ==
        "`it` has none of the 2 forms that the schema allows here");
  CHECK(message_of(R"({"maximum":18446744073709551616})", "18446744073709551617") ==
        "`18446744073709551617` is greater than 18446744073709551616");
  CHECK(message_of(R"({"propertyNames":{"format":"regex"}})", R"({"\\p{Letter}":1})") ==
        "`\\p{Letter}` is not a valid RE2 regex: unknown Unicode class `\\p{Letter}`");
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
  // A number with its sign is a percentage, however small.
  CHECK(message_of(R"({"type":"number","maximum":1})", "\"5%\"") ==
        "expected a number, found a string -> 0.05");
  CHECK(message_of(R"({"type":"number","maximum":1})", "\"85\"") ==
        "expected a number, found a string -> 0.85");
  CHECK(message_of(R"({"type":"integer"})", "\"25\"") ==
        "expected a whole number, found a string -> 25");
  CHECK(message_of(R"({"type":["string","null"]})", "[]") ==
        "expected a string or null, found an array");
  CHECK(message_of(R"({"type":"array"})", "null") == "expected an array, found null -> []");
  CHECK(message_of(R"({"type":"boolean"})", "\"true\"") ==
        "expected true or false, found a string -> true");
  CHECK(message_of(R"({"type":"array","minItems":1})", "null") == "expected an array, found null");
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
        "`2024-02-30` does not have the format `date`");
  CHECK(message_of(R"({"properties":{"entries":{}},"additionalProperties":false})",
                   "{\"entires\":1}") == "unknown field `entires` -> \"entries\"");
  // Another field of that name there would be.
  CHECK(message_of(R"({"properties":{"entries":{}},"additionalProperties":false})",
                   "{\"entires\":1,\"entries\":2}") == "unknown field `entires`");
}

// What help says of the value of the field `a`, under a schema of that field and other keywords.
std::string help_of(const std::string& field, const std::string& value,
                    const std::string& others = "") {
  const Schema schema = compiled("{\"properties\":{\"a\":" + field + "}" + others + "}");
  const Checked checked(schema, "{\"a\":" + value + "}");
  REQUIRE(checked.faults.size() == 1);
  const FaultText text = explain(checked.faults[0], checked.document, schema);
  return text.help + (text.replacement.empty() ? "" : " -> " + text.replacement);
}

TEST_CASE("a value is offered only where the schema allows it", "[schema][explain]") {
  const std::string rate = R"({"type":"number","minimum":0,"maximum":1})";
  CHECK(help_of(rate, "\"0.85\"") == "write `0.85` -> 0.85");
  for (const std::string text :
       {"\"85\"", "\"85%\"", "\"0,85\"", "\".85\"", "\" 0.85\"", "\"85 %\""}) {
    CAPTURE(text);
    CHECK(help_of(rate, text) == "write `0.85` -> 0.85");
  }
  for (const std::string value : {"\"8\"", "\"850\"", "\"high\"", "true", "{}", "\"\""}) {
    CAPTURE(value);
    CHECK(help_of(rate, value) == "write a number from 0 to 1");
  }
  CHECK(help_of(R"({"type":"integer","minimum":0})", "\"1,000\"") ==
        "write a whole number of at least 0");
  CHECK(help_of(R"({"type":"integer","minimum":0})", "-1") == "write a whole number of at least 0");
  CHECK(help_of(R"({"type":"integer","minimum":0})", "2.5") ==
        "write a whole number of at least 0");
  const std::string date = R"({"type":"string","format":"date"})";
  CHECK(help_of(date, "20260101") == "write `\"2026-01-01\"` -> \"2026-01-01\"");
  CHECK(help_of(date, "20260230") == "write a date in double quotes: `\"2026-01-31\"`");
  CHECK(help_of(R"({"type":"string","pattern":"^[a-z]"})", "5") ==
        "write a string in double quotes");
  CHECK(help_of(R"({"type":"string","enum":["true","false"]})", "true") ==
        "write `\"true\"` -> \"true\"");
  CHECK(help_of(R"({"type":"string","enum":["yes","no"]})", "true") == "write `yes` or `no`");
  CHECK(help_of(R"({"type":["string","null"],"minLength":1})", "[]") ==
        "write a string in double quotes, or `null` for none");
}

TEST_CASE("null is replaced by nothing, or may go, where the schema says so", "[schema][explain]") {
  CHECK(help_of(R"({"type":"array"})", "null") == "write `[]`, or leave the field out -> []");
  CHECK(help_of(R"({"type":"array"})", "null", R"(,"required":["a"])") == "write `[]` -> []");
  CHECK(help_of(R"({"type":"array","minItems":1})", "null", R"(,"required":["a"])") ==
        "write a list: `[…]`");
  CHECK(help_of(R"({"type":"array"})", "null",
                R"(,"required":["a"],"if":{},"then":{"properties":{"a":{"minItems":1}}})") ==
        "write a list: `[…]`");
  CHECK(help_of(R"({"type":"string"})", "null") == "write `\"\"`, or leave the field out -> \"\"");
  CHECK(help_of(R"({"type":"string","minLength":1})", "null") ==
        "write a string in double quotes, or leave the field out");
  CHECK(help_of(R"({"type":"object","required":["b"]})", "null", R"(,"required":["a"])") ==
        "write an object: `{ … }`");
}

}  // namespace
}  // namespace kbc
