// JSON that people wrote, with one member more.

#include "format/member_edit.h"

#include <string>

#include "catch.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// The text with a member in its root, or in the object that is the value of `in` there.
std::string with(const std::string& text, const std::string& name, const std::string& value,
                 const std::string& in = "") {
  Document document;
  REQUIRE(parse_json(text, Dialect::kJsonWithComments, document).empty());
  const std::uint32_t object = in.empty() ? 0 : document.member(0, in);
  std::string after = with_member(text, document, object, name, value);
  Document again;
  CAPTURE(after);
  REQUIRE(parse_json(after, Dialect::kJsonWithComments, again).empty());
  CHECK(again.member(in.empty() ? 0 : again.member(0, in), name) != Document::kNoNode);
  return after;
}

}  // namespace

TEST_CASE("a member is put on a line of its own where members have one", "[member-edit]") {
  CHECK(with("{\n  \"a\": 1\n}\n", "b", "2") == "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
  CHECK(with("{\r\n\t\"b\": 1\r\n}", "a", "2") == "{\r\n\t\"b\": 1,\r\n\t\"a\": 2\r\n}");
  CHECK(with("{\"a\": 1}", "b", "2") == "{\"a\": 1, \"b\": 2}");
  CHECK(with("{}\n", "a", "1") == "{\n  \"a\": 1\n}\n");
  CHECK(with("{ }", "a", "1") == "{\n  \"a\": 1\n}");
  CHECK(with("{\n}", "a", "1") == "{\n  \"a\": 1\n}");
  CHECK(with("{\n  \"x\": {}\n}", "a", "1", "x") == "{\n  \"x\": {\n    \"a\": 1\n  }\n}");
}

TEST_CASE("a new member takes no comment away", "[member-edit]") {
  CHECK(with("{\n  \"a\": 1 // of a, \"really\"\n}", "b", "2") ==
        "{\n  \"a\": 1, // of a, \"really\"\n  \"b\": 2\n}");
  CHECK(with("{\n  \"a\": 1 /* of\na */\n}", "b", "2") ==
        "{\n  \"a\": 1, /* of\na */\n  \"b\": 2\n}");
  CHECK(with("{\n  \"a\": 1 /* one, */}", "b", "2") == "{\n  \"a\": 1, \"b\": 2 /* one, */}");
  CHECK(with("{ // nothing yet\n}", "a", "1") == "{ // nothing yet\n  \"a\": 1\n}");
}

TEST_CASE("a member that is there gets another value", "[member-edit]") {
  CHECK(with("{\"a\": null, // gone\n\"b\": 1}", "a", "\"x\"") ==
        "{\"a\": \"x\", // gone\n\"b\": 1}");
}

}  // namespace kbc
