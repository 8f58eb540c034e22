// Schemas that are refused, and those that are nearly so.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "catch.h"
#include "unit/checked.h"
#include "validate/schema.h"

namespace kbc {
namespace {

void require_refused(const std::string& text, std::string_view message) {
  const Result<Schema> schema = Schema::compile(text);
  CAPTURE(text);
  REQUIRE_FALSE(schema);
  CHECK_THAT(schema.error().message, ContainsSubstring(std::string(message)));
}

TEST_CASE("a broken schema is refused and says why", "[schema]") {
  require_refused("", "the file is empty");
  require_refused("{", "never closed");
  require_refused("[]", "a schema must be a JSON object");
  require_refused("7", "a schema must be a JSON object");
  require_refused(R"({"type":"strin"})", "");
  require_refused(R"({"type":7})", "");
  require_refused(R"({"properties":[]})", "");
  require_refused(R"({"required":"a"})", "");
  require_refused(R"({"minLength":-1})", "");
  require_refused(R"({"minLength":"x"})", "");
  require_refused(R"({"minLength":2.5})",
                  "`minLength` is 2.5, which is no whole number of at least 0");
  require_refused(R"({"enum":1})", "");
  require_refused(R"({"allOf":1})", "");
  require_refused(R"x({"pattern":"("})x", "is not valid in RE2");
  require_refused(R"x({"pattern":"(?=x)"})x", "is not valid in RE2");
  require_refused(R"({"patternProperties":{"[":{}}})", "is not valid in RE2");
  require_refused(R"({"items":{"pattern":"*"}})", "is not valid in RE2");
}

TEST_CASE("a reference that leads nowhere or back to itself is refused", "[schema]") {
  require_refused(R"({"$ref":"#"})", "leads back to itself");
  require_refused(R"({"$ref":7})", "must be a string");
  require_refused(R"({"properties":{"properties":{"$ref":7}}})", "must be a string");
  compiled(R"({"properties":{"$ref":{"type":"string"}}})");
  require_refused(R"({"$ref":"#/definitions/x"})", "leads nowhere");
  require_refused(R"({"items":{"$ref":"#/items"}})", "leads back to itself");
  require_refused(
      R"({"definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}})",
      "leads back to itself");
  require_refused(R"({"definitions":{"a":7},"$ref":"#/definitions/a"})",
                  "leads to a value that is no schema");
  // Spellings that valijson takes for the same place.
  for (const char* spelling :
       {"#/", "#//", "#/allOf/00", "#/allOf/ 0", "#/allOf/+0", "#/allOf/0/", "#//allOf/0",
        "#allOf/0", "allOf/0", "x.json", "http://example.org/x.json#", "#/allOf/-", "#/allOf/1",
        "#/allOf/0x", "#/~2", "#/~"}) {
    require_refused("{\"allOf\":[{\"$ref\":\"" + std::string(spelling) + "\"}]}", "leads nowhere");
  }
  std::string many = R"({"definitions":{"a":{}},"allOf":[)";
  for (int i = 0; i < 5000; ++i) many += R"({"$ref":"#/definitions/a"},)";
  require_refused(many + "{}]}", "more than 4096 references");
  many = R"({"allOf":[{})";
  std::string definitions;
  for (int i = 0; i < 300; ++i) {
    const std::string name = "a" + std::to_string(i);
    many += R"(,{"$ref":"#/definitions/)" + name + "\"}";
    definitions += (i == 0 ? "\"" : ",\"") + name + "\":{}";
  }
  require_refused(many + R"(],"definitions":{)" + definitions + "}}",
                  "references lead to more than 256 schemas");
}

TEST_CASE("a reference leads to what it names in the file", "[schema]") {
  // Whether the schema with the reference holds a value to be an integer.
  const auto leads = [](const std::string& definitions, const std::string& reference) {
    const Schema schema =
        compiled("{" + definitions + R"(,"properties":{"a":{"$ref":")" + reference + "\"}}}");
    CAPTURE(definitions, reference);
    CHECK(Checked(schema, R"({"a":1})").faults.empty());
    CHECK(Checked(schema, R"({"a":"x"})").faults.size() == 1);
  };
  const auto defined = [](const std::string& name) {
    return R"("definitions":{")" + name + R"(":{"type":"integer"}})";
  };
  leads(defined("percent%field"), "#/definitions/percent%25field");
  leads(defined("a b"), "#/definitions/a%20b");
  leads(defined("a b"), "#/definitions/a b");
  leads(defined("a/b~c"), "#/definitions/a~1b~0c");
  leads(defined("n"), "#/%64efinitions/n");
  leads(R"("definitions":{"":{"definitions":{"":{"type":"integer"}}}})",
        "#/definitions//definitions/");
  leads(R"("own":[{"deep":{"type":"integer"}}])", "#/own/0/deep");
  const std::string named = R"("definitions":{"n":{"$id":"#number","type":"integer"}})";
  leads(named, "#number");
  leads(R"("$id":"http://example.org/a/b.json",)" + named, "b.json#number");
  leads(R"("$id":"http://example.org/a/b.json",)" + named, "/a/b.json#/definitions/n");
  leads(R"("$id":"http://example.org/a/b.json",)" + named,
        "http://example.org/a/b.json#/definitions/n");
  leads(R"("$id":"urn:example:a",)" + named, "urn:example:a#/definitions/n");
  leads(R"("$id":"http://example.org/a/b.json",
           "definitions":{"n":{"$id":"../c.json","definitions":{"m":{"type":"integer"}}}})",
        "http://example.org/c.json#/definitions/m");
  // An address in a value that is no schema names nothing, and one beside a reference neither.
  require_refused(R"({"enum":[{"$id":"#n"}],"properties":{"a":{"$ref":"#n"}}})", "leads nowhere");
  require_refused(R"({"definitions":{"a":{"$id":"#n","$ref":"#/definitions/b"},"b":{}},
                      "properties":{"a":{"$ref":"#n"}}})",
                  "leads nowhere");
  CHECK(
      Checked(compiled(R"({"const":{"$ref":"#/definitions/a"}})"), R"({"$ref":"#/definitions/a"})")
          .faults.empty());
}

TEST_CASE("a schema that says more than draft-07 is refused", "[schema]") {
  require_refused(R"({"$schema":"https://example.org/mine"})",
                  "kbc reads JSON Schema draft-07, not `https://example.org/mine`");
  for (const char* keyword : {"prefixItems", "unevaluatedProperties", "dependentRequired",
                              "minContains", "$anchor", "$dynamicRef", "divisibleBy"}) {
    require_refused("{\"properties\":{\"a\":{\"" + std::string(keyword) + "\":1}}}",
                    "the keyword `" + std::string(keyword) + "` is of ");
  }
  for (const auto& [wrong, right] :
       std::map<std::string, std::string>{{"requird", "required"},
                                          {"maxlength", "maxLength"},
                                          {"additionalProperites", "additionalProperties"},
                                          {"types", "type"}}) {
    require_refused("{\"items\":{\"" + wrong + "\":1}}",
                    "unknown keyword `" + wrong + "`; did you mean `" + right + "`?");
  }
  // What is no keyword may be anything, and names of members are no keywords.
  for (const char* text : {R"({"example":1,"note":"x","x-order":3,"markdownDescription":""})",
                           R"({"properties":{"requird":{},"prefixItems":{}}})",
                           R"({"default":{"requird":1},"enum":[{"maxlength":1}]})"}) {
    compiled(text);
  }
}

TEST_CASE("a schema of another draft is read if it means the same in draft-07", "[schema]") {
  const auto of = [](const std::string& draft, const std::string& more) {
    return R"({"$schema":"http)" + draft + "\"" + more + "}";
  };
  const std::string newest = "s://json-schema.org/draft/2020-12/schema";
  const std::string newer = "s://json-schema.org/draft/2019-09/schema";
  const std::string older = "://json-schema.org/draft-06/schema#";
  const std::string oldest = "://json-schema.org/draft-04/schema#";
  const std::string plain =
      R"(,"type":"object","properties":{"a":{"$ref":"#/$defs/b"}},"$defs":{"b":{"type":"null"}})";
  for (const std::string& draft : {newest, newer, older, oldest}) {
    CHECK(Checked(compiled(of(draft, plain)), R"({"a":1})").faults.size() == 1);
  }
  compiled(of(newer, R"(,"items":[{}])"));
  require_refused(of(newest, R"(,"items":[{}])"), "`items` does not mean the same in 2020-12");
  require_refused(of(newer, R"(,"dependencies":{})"), "`dependencies` does not mean");
  require_refused(
      of(newer, R"(,"properties":{"a":{"$ref":"#/$defs/b","minimum":1}},"$defs":{"b":{}})"),
      "`minimum` does not mean");
  require_refused(of(older, R"(,"if":{})"), "`if` does not mean the same in draft-06");
  require_refused(of(oldest, R"(,"id":"x")"), "`id` does not mean");
  require_refused(of(oldest, R"(,"items":{"const":1})"), "`const` does not mean");
}

TEST_CASE("a schema that comes back to itself at the same value is refused", "[schema]") {
  for (const char* text : {
           R"({"allOf":[{"$ref":"#"}]})",
           R"({"anyOf":[{"$ref":"#"},{}]})",
           R"({"oneOf":[{},{"$ref":"#"}]})",
           R"({"not":{"$ref":"#"}})",
           R"({"if":{"$ref":"#"}})",
           R"({"if":{},"then":{"$ref":"#"}})",
           R"({"if":{},"else":{"$ref":"#"}})",
           R"({"dependencies":{"a":{"$ref":"#"}}})",
           R"({"definitions":{"a":{"allOf":[{"$ref":"#/definitions/b"}]},
                              "b":{"anyOf":[{"not":{"$ref":"#/definitions/a"}}]}},
               "items":{"$ref":"#/definitions/a"}})",
       }) {
    require_refused(text, "refers to itself without end");
  }
  // Below the value it may.
  compiled(R"({"properties":{"a":{"$ref":"#"}},"items":{"$ref":"#"},"contains":{"$ref":"#"}})");
}

TEST_CASE("a chain of references is followed to its end", "[schema]") {
  std::string text = R"({"$ref":"#/definitions/a0","definitions":{)";
  for (int i = 0; i < 250; ++i) {
    text += "\"a" + std::to_string(i) + "\":{\"$ref\":\"#/definitions/a" + std::to_string(i + 1) +
            "\"},";
  }
  const Schema schema = compiled(text + R"("a250":{"type":"string"}}})");
  CHECK(Checked(schema, "\"x\"").faults.empty());
  CHECK(Checked(schema, "1").faults.size() == 1);
}

TEST_CASE("a schema with an address of its own may refer to its parts", "[schema]") {
  const Schema schema = compiled(
      R"({"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://example.org/entry.json",
          "definitions":{"n":{"type":"integer"}},"items":{"$ref":"#/definitions/n"}})");
  CHECK(Checked(schema, "[1,2]").faults.empty());
  CHECK(Checked(schema, "[1,\"x\"]").faults.size() == 1);
}

// The members and items that a rule goes over are steps, too: with a thousand of them the number of
// rules is exceeded a thousand times sooner.
TEST_CASE("a schema that asks for too many steps says so", "[schema]") {
  const auto keyword_of = [](int levels, const std::string& document) {
    std::string text = R"({"$ref":"#/definitions/a0","definitions":{)";
    for (int i = 0; i < levels; ++i) {
      const std::string next = "{\"$ref\":\"#/definitions/a" + std::to_string(i + 1) + "\"}";
      text += "\"a" + std::to_string(i) + "\":{\"allOf\":[" + next + "," + next + "]},";
    }
    const Schema schema = compiled(text + "\"a" + std::to_string(levels) + "\":{}}}");
    const Checked checked(schema, document);
    if (checked.faults.empty()) return std::optional<Keyword>();
    CHECK(checked.faults.size() == 1);
    CHECK(checked.faults[0].node == 0);
    return std::optional(checked.faults[0].keyword);
  };
  std::string items = "0", members = "\"a\":0";
  for (int i = 1; i < 1000; ++i) {
    items += ",0";
    members += ",\"a" + std::to_string(i) + "\":0";
  }
  for (const std::string& document : {"[" + items + "]", "{" + members + "}"}) {
    CHECK_FALSE(keyword_of(10, document));
    CHECK(keyword_of(18, document) == Keyword::kTooComplex);
    CHECK(keyword_of(60, document) == Keyword::kTooComplex);
  }
  CHECK_FALSE(keyword_of(16, "1"));
}

// A pattern looks at every byte of the text: 64 of them are a step.
TEST_CASE("long texts are steps where a rule reads them", "[schema]") {
  std::string text = R"({"$ref":"#/definitions/a0","definitions":{)";
  for (int i = 0; i < 14; ++i) {
    const std::string next = "{\"$ref\":\"#/definitions/a" + std::to_string(i + 1) + "\"}";
    text += "\"a" + std::to_string(i) + "\":{\"pattern\":\"^a\",\"allOf\":[" + next + "," + next +
            "]},";
  }
  const Schema schema = compiled(text + R"("a14":{"pattern":"^a"}}})");
  CHECK(Checked(schema, "\"" + std::string(640, 'a') + "\"").faults.empty());
  const Checked checked(schema, "\"" + std::string(640000, 'a') + "\"");
  REQUIRE(checked.faults.size() == 1);
  CHECK(checked.faults[0].keyword == Keyword::kTooComplex);
}

TEST_CASE("a schema nested as deep as JSON may be is compiled", "[schema]") {
  std::string text = "{}";
  for (int i = 0; i < 63; ++i) text = R"({"not":)" + text + "}";
  CHECK_FALSE(Checked(compiled(text), "1").faults.empty());  // an odd number of times `not`
  CHECK_FALSE(Schema::compile(R"({"not":)" + text + "}"));
}

}  // namespace
}  // namespace kbc
