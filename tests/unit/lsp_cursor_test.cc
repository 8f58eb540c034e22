// Where the cursor is, in texts that are JSON and in those that somebody is typing.

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "lsp_base.h"

namespace kbc {
namespace {

using Where = Cursor::Where;
using Names = std::vector<std::string>;

Cursor at(const std::string& with_bar) { return Typed(with_bar).cursor(); }

}  // namespace

TEST_CASE("the cursor is in a value, whose place it knows", "[lsp]") {
  const Cursor cursor = at(R"({"id": "a/b", "versions": [{}, {"version": "py|thon 3"}]})");
  CHECK(cursor.where == Where::kValue);
  CHECK(cursor.pointer == "/versions/1/version");
  CHECK(cursor.shape == "/versions/*/version");
  CHECK(cursor.field() == FieldKind::kVersion);
  CHECK(cursor.text == "python 3");
  CHECK(cursor.typed == "py");
  CHECK(cursor.written == "\"py");
  CHECK(cursor.names == Names{"version"});
  CHECK_FALSE(cursor.needs_comma);
}

TEST_CASE("the cursor is in a name, beside the other names", "[lsp]") {
  const Cursor cursor = at(R"({"id": "a/b", "sign|": "x", "regex": "y"})");
  CHECK(cursor.where == Where::kName);
  CHECK(cursor.pointer == "/sign");
  CHECK(cursor.has_colon);
  CHECK(cursor.names == Names{"id", "regex"});
}

TEST_CASE("a string that is not closed ends with its line", "[lsp]") {
  const Cursor value = at("{\n  \"domain\": \"gi|\n  \"category\": \"x\"\n}");
  CHECK(value.where == Where::kValue);
  CHECK(value.shape == "/domain");
  CHECK(value.typed == "gi");
  CHECK_FALSE(value.is_closed);
  CHECK(value.needs_comma);
  CHECK(value.names == Names{"domain", "category"});

  const Cursor name = at("{\n  \"id\": \"a/b\",\n  \"do|\n  \"category\": \"x\"\n}");
  CHECK(name.where == Where::kName);
  CHECK(name.text == "do");
  CHECK(name.names == Names{"id", "category"});
}

TEST_CASE("where something is missing the cursor says what", "[lsp]") {
  const Cursor value = at("{\"domain\": |\n \"category\": \"x\"}");
  CHECK(value.where == Where::kValue);
  CHECK(value.pointer == "/domain");
  CHECK(value.token.size() == 0);
  CHECK(value.needs_comma);

  const Cursor name = at("{\"domain\": \"git\"\n |\n}");
  CHECK(name.where == Where::kName);
  CHECK(name.pointer == "");
  REQUIRE(name.comma_at);
  CHECK(*name.comma_at == 16);

  const Cursor element = at(R"({"tags": ["a", |]})");
  CHECK(element.where == Where::kValue);
  CHECK(element.pointer == "/tags/1");
  CHECK(element.shape == "/tags/*");
  CHECK_FALSE(element.comma_at);

  CHECK(at(R"({"a" |: 1})").where == Where::kNowhere);
  CHECK(at(R"({"a": 1}|)").where == Where::kNowhere);
  CHECK(at("|").where == Where::kNowhere);
}

TEST_CASE("an escape that is being typed does not end the string", "[lsp]") {
  const Cursor cursor = at(R"({"regex": "a\|", "id": "x"})");
  CHECK(cursor.shape == "/regex");
  CHECK(at(R"({"regex": "a\d+|b", "id": "x"})").typed == R"(a\d+)");
  CHECK(at(R"({"regex": "a\\d|b", "id": "x"})").typed == R"(a\d)");
  CHECK(at(R"({"regex": "a\d+|b", "id": "x"})").names == Names{"regex", "id"});
}

TEST_CASE("brackets that do not fit are passed over", "[lsp]") {
  const Cursor cursor = at(R"({"versions": [{"version": "a"], "id": "x|")");
  CHECK(cursor.where == Where::kValue);
  CHECK(cursor.pointer == "/id");
  CHECK(at(R"(}]{"id": "|")").pointer == "/id");
}

TEST_CASE("every place of every text has a cursor", "[lsp]") {
  const std::string text =
      "{\"a\": [1, {\"b\": \"\\u00\", c: 'x', }], \"d\": \n\"e\": tru, // x\n \"f\" \"\xF0\x9F";
  for (std::uint32_t offset = 0; offset <= text.size() + 2; ++offset) {
    const Cursor cursor = cursor_at(text, offset);
    CHECK(cursor.token.begin <= cursor.token.end);
    CHECK(cursor.token.end <= text.size());
  }
  const std::string deep(200'000, '[');
  CHECK(cursor_at(deep, 100'000).where == Where::kValue);
}

}  // namespace kbc
