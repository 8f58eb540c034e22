#include "edit/json_edits.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// A text, its document, and what is to become of them; `text()` is checked to be JSON.
class Edited {
 public:
  explicit Edited(std::string text) : text_(std::move(text)) {
    REQUIRE(parse_json(text_, Dialect::kJsonWithComments, document_).empty());
    edits_.emplace(text_, document_);
  }

  std::uint32_t at(std::string_view pointer) const { return document_.at_pointer(0, pointer); }
  // The name of the member that the pointer leads to.
  std::uint32_t name(std::string_view pointer) const { return at(pointer) - 1; }
  JsonEdits& edits() { return *edits_; }

  std::string text() const {
    std::string edited = edits_->text();
    Document document;
    CAPTURE(edited);
    CHECK(parse_json(edited, Dialect::kJsonWithComments, document).empty());
    return edited;
  }

 private:
  std::string text_;
  Document document_;
  std::optional<JsonEdits> edits_;
};

std::string with_member(std::string text, std::string_view object = "") {
  Edited edited(std::move(text));
  edited.edits().add_member(edited.at(object), "new", "1");
  return edited.text();
}

std::string with_element(std::string text, std::string_view array = "/a") {
  Edited edited(std::move(text));
  edited.edits().add_element(edited.at(array), "9");
  return edited.text();
}

std::string without(std::string text, std::vector<std::string_view> elements) {
  Edited edited(std::move(text));
  for (const std::string_view element : elements) edited.edits().remove(edited.at(element));
  return edited.text();
}

}  // namespace

TEST_CASE("a member is added last, and laid out like the others", "[json_edits]") {
  CHECK(with_member("{}") == "{\n  \"new\": 1\n}");
  CHECK(with_member("{}\n") == "{\n  \"new\": 1\n}\n");
  CHECK(with_member("{\n}\n") == "{\n  \"new\": 1\n}\n");
  CHECK(with_member("{\"a\":0}") == "{\"a\":0,\"new\": 1}");
  CHECK(with_member("{\n\t\"a\": 0\n}\n") == "{\n\t\"a\": 0,\n\t\"new\": 1\n}\n");
  CHECK(with_member("{\r\n  \"a\": 0\r\n}\r\n") == "{\r\n  \"a\": 0,\r\n  \"new\": 1\r\n}\r\n");
  CHECK(with_member("{\n  \"a\": 0, \"b\": 1\n}\n") == "{\n  \"a\": 0, \"b\": 1, \"new\": 1\n}\n");
  CHECK(with_member("{\n  \"a\": {}\n}\n", "/a") == "{\n  \"a\": {\n    \"new\": 1\n  }\n}\n");
  CHECK(with_member("{\n  \"a\": {\"x\": 0}\n}\n", "/a") ==
        "{\n  \"a\": {\"x\": 0, \"new\": 1}\n}\n");
}

TEST_CASE("comments stay beside what they are about", "[json_edits]") {
  CHECK(with_member("{\n  \"a\": 0 // why\n}\n") == "{\n  \"a\": 0, // why\n  \"new\": 1\n}\n");
  CHECK(with_member("{\n  \"a\": 0 /* why */ // more\n  // end\n}\n") ==
        "{\n  \"a\": 0, /* why */ // more\n  \"new\": 1\n  // end\n}\n");
  CHECK(with_member("{\n  \"a\": 0 /* two\n  lines */\n}\n") ==
        "{\n  \"a\": 0, /* two\n  lines */\n  \"new\": 1\n}\n");
  CHECK(with_member("{\n  \"a\": 0 /* why */ }\n") == "{\n  \"a\": 0,\n  \"new\": 1 /* why */ }\n");
  CHECK(with_member("{ // nothing yet\n}\n") == "{\n  \"new\": 1 // nothing yet\n}\n");
  CHECK(with_member("{\n  // nothing yet\n}\n") == "{\n  \"new\": 1\n  // nothing yet\n}\n");
}

TEST_CASE("elements are added and removed with their commas", "[json_edits]") {
  CHECK(with_element("{\"a\":[]}") == "{\"a\":[9]}");
  CHECK(with_element("{\n  \"a\": []\n}\n") == "{\n  \"a\": [\n    9\n  ]\n}\n");
  CHECK(with_element("{\n  \"a\": [1, 2]\n}\n") == "{\n  \"a\": [1, 2, 9]\n}\n");
  CHECK(with_element("{\n  \"a\": [\n    1\n  ]\n}\n") == "{\n  \"a\": [\n    1,\n    9\n  ]\n}\n");

  CHECK(without("[1, 2, 3]", {"/0"}) == "[2, 3]");
  CHECK(without("[1, 2, 3]", {"/1"}) == "[1, 3]");
  CHECK(without("[1, 2, 3]", {"/2"}) == "[1, 2]");
  CHECK(without("[1, 2, 3]", {"/0", "/1"}) == "[3]");
  CHECK(without("[1, 2, 3]", {"/0", "/2"}) == "[2]");
  CHECK(without("[1, 2, 3]", {"/1", "/2"}) == "[1]");
  CHECK(without("[1, 2, 3]", {"/0", "/1", "/2"}) == "[]");
  CHECK(without("[\n  1\n]\n", {"/0"}) == "[]\n");
  CHECK(without("[ /* one */ 1 ]\n", {"/0"}) == "[ /* one */  ]\n");
}

TEST_CASE("what is removed, replaced and added is so at once", "[json_edits]") {
  const std::string list =
      "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 5, // five\n  \"c\": 6\n}\n";
  Edited edited(list);
  edited.edits().remove(edited.at("/a/1"));
  edited.edits().add_element(edited.at("/a"), "3");
  edited.edits().replace(edited.at("/b"), "\"five\"");
  edited.edits().remove(edited.name("/c"));
  edited.edits().add_member(0, "d", "[]");
  edited.edits().add_member(0, "e", "{}");
  CHECK(edited.text() ==
        "{\n  \"a\": [\n    1,\n    3\n  ],\n  \"b\": \"five\",\n  \"d\": [],\n  \"e\": {}\n}\n");

  Edited all("{\n  \"a\": [\n    1,\n    2\n  ]\n}\n");
  all.edits().remove(all.at("/a/0"));
  all.edits().remove(all.at("/a/1"));
  all.edits().add_element(all.at("/a"), "3");
  CHECK(all.text() == "{\n  \"a\": [\n    3\n  ]\n}\n");

  const Edited same(list);
  CHECK(same.text() == list);
}

}  // namespace kbc
