#include "format/format.h"

#include <string>
#include <vector>

#include "catch.h"
#include "config/embedded.h"
#include "format/line_diff.h"
#include "parse/literal.h"
#include "parse/parse.h"

namespace kbc {
namespace {

std::string formatted(std::string_view text, std::string_view schema_text = kEntrySchema) {
  Document document, schema;
  REQUIRE(parse_json(text, Dialect::kJson, document).empty());
  REQUIRE(parse_json(schema_text, Dialect::kJson, schema).empty());
  const std::string once = formatted(document, schema);
  // A second time changes nothing.
  Document again;
  REQUIRE(parse_json(once, Dialect::kJson, again).empty());
  CHECK(formatted(again, schema) == once);
  CHECK(canonical(again, 0) == canonical(document, 0));
  return once;
}

TEST_CASE("names stand in the schema's order, unknown ones behind them", "[format]") {
  CHECK(formatted(R"({"zeta":1,"signature":"s","id":"a/b","$schema":"x","alpha":2})") ==
        "{\n  \"$schema\": \"x\",\n  \"id\": \"a/b\",\n  \"signature\": \"s\",\n"
        "  \"zeta\": 1,\n  \"alpha\": 2\n}\n");
  CHECK(formatted(R"({"dead_ends":[{"fail_rate":0.5,"action":"a"}]})") ==
        "{\n  \"dead_ends\": [\n    {\n      \"action\": \"a\",\n      \"fail_rate\": 0.5\n"
        "    }\n  ]\n}\n");
}

TEST_CASE("references of a schema are followed, in a circle too", "[format]") {
  const std::string schema = R"({"$ref": "#/definitions/node", "definitions": {"node": {
      "properties": {"b": {"$ref": "#/definitions/node"}, "a": {}}}, "loop": {"$ref": "#/definitions/loop"}}})";
  CHECK(formatted(R"({"a":1,"b":{"a":2,"b":3}})", schema) ==
        "{\n  \"b\": {\n    \"b\": 3,\n    \"a\": 2\n  },\n  \"a\": 1\n}\n");
  CHECK(
      formatted(
          "{}",
          R"({"$ref": "#/definitions/loop", "definitions": {"loop": {"$ref": "#/definitions/loop"}}})") ==
      "{}\n");
  CHECK(formatted(R"({"b":1,"a":2})", R"({"$ref": "https://example.com/x"})") ==
        "{\n  \"b\": 1,\n  \"a\": 2\n}\n");
  // Through an array, and names that a JSON Pointer escapes.
  for (const char* reference : {"#/definitions/a~1b~01", "#/allOf/0"}) {
    const std::string schema_text = R"({"$ref": ")" + std::string(reference) + R"(",
        "allOf": [{"properties": {"b": {}, "a": {}}}],
        "definitions": {"a/b~1": {"properties": {"b": {}, "a": {}}}}})";
    CHECK(formatted(R"({"a":2,"b":1})", schema_text) == "{\n  \"b\": 1,\n  \"a\": 2\n}\n");
  }
}

TEST_CASE("strings have no escape that UTF-8 can say", "[format]") {
  CHECK(formatted(R"(["\u00e9\ud83d\ude80\/\u0041\n\u0001\"\\"])") ==
        "[\n  \"é🚀/A\\n\\u0001\\\"\\\\\"\n]\n");
  CHECK(formatted("[ ]") == "[]\n");
  CHECK(formatted(" { } ") == "{}\n");
  CHECK(formatted(R"({"a":1,"a":2})") == "{\n  \"a\": 1,\n  \"a\": 2\n}\n");
}

TEST_CASE("numbers keep their value to the last bit", "[format]") {
  CHECK(plain_number("8.5e-1") == "0.85");
  CHECK(plain_number("0.850") == "0.85");
  CHECK(plain_number("1.0") == "1");
  CHECK(plain_number("85E-2") == "0.85");
  CHECK(plain_number("-0") == "-0");
  CHECK(plain_number("0e5") == "0");
  CHECK(plain_number("1e3") == "1000");
  CHECK(plain_number("1e-9") == "1e-09");
  CHECK(plain_number("1e999") == "1e999");
  CHECK(plain_number("1.000000000000000005") == "1.000000000000000005");
  CHECK(plain_number("9007199254740993.0") == "9007199254740993.0");
  CHECK(plain_number("0.1000000000000000055511151231257827") ==
        "0.1000000000000000055511151231257827");
  CHECK(plain_number("1e-400") == "1e-400");
  CHECK(plain_number("12345678901234567890") == "12345678901234567890");
  for (const std::string number : {"0.1", "1e-9", "0.30000000000000004", "5e-324", "1.7e308",
                                   "123456.789e3", "-2.5", "9007199254740993.0", "1e21"}) {
    CAPTURE(number);
    CHECK(parse_number(plain_number(number)) == parse_number(number));
    CHECK(plain_number(plain_number(number)) == plain_number(number));
  }
}

TEST_CASE("a difference is shown as diff -u shows it", "[format]") {
  CHECK(unified_diff("x", "a\n", "a\n").empty());
  CHECK(unified_diff("x", "a\nb\nc\n", "a\nB\nc\n") ==
        "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
  CHECK(unified_diff("x", "", "a\n") == "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unified_diff("x", "a", "a\n") ==
        "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  std::string before, after;
  for (int line = 0; line < 30; ++line) {
    before += std::to_string(line) + "\n";
    after += (line == 3 || line == 20 ? "x" : std::to_string(line)) + "\n";
  }
  CHECK(unified_diff("x", before, after) ==
        "--- a/x\n+++ b/x\n@@ -1,7 +1,7 @@\n 0\n 1\n 2\n-3\n+x\n 4\n 5\n 6\n"
        "@@ -18,7 +18,7 @@\n 17\n 18\n 19\n-20\n+x\n 21\n 22\n 23\n");
}

TEST_CASE("texts that have nothing in common are replaced whole", "[format]") {
  std::string before, after;
  for (int line = 0; line < 3000; ++line) {
    before += "a" + std::to_string(line) + "\n";
    after += "b" + std::to_string(line) + "\n";
  }
  const std::string diff = unified_diff("x", before, after);
  CHECK(diff.starts_with("--- a/x\n+++ b/x\n@@ -1,3000 +1,3000 @@\n-a0\n"));
  CHECK(diff.ends_with("+b2999\n"));
}

TEST_CASE("changed lines put in place of the old ones make the new text", "[format]") {
  const std::vector<std::string> texts = {"",        "a\n",          "a\nb\nc\n", "b\nc\nd\n",
                                          "a\nx\nc", "a\nb\nb\nc\n", "c\na\n",    "a\nb\nc"};
  for (const std::string& before : texts) {
    for (const std::string& after : texts) {
      std::string made;
      std::size_t from = 0;
      for (const ChangedLines& change : changed_lines(before, after)) {
        // A line that stays is between two of them.
        CHECK((from == 0 || change.span.begin > from));
        made.append(before, from, change.span.begin - from) += change.text;
        from = change.span.end;
      }
      CHECK(made.append(before, from) == after);
    }
  }
}

}  // namespace
}  // namespace kbc
