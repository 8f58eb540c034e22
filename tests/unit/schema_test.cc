#include "validate/schema.h"

// First: it tells RapidJSON to throw.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "config/embedded.h"
#include "parse/parse.h"
#include "validate/explain.h"

namespace kbc {
namespace {

Schema compiled(std::string_view text) {
  Result<Schema> schema = Schema::compile(text);
  CAPTURE(text);
  if (!schema) FAIL(schema.error().message);
  return std::move(*schema);
}

struct Checked {
  Checked(const Schema& schema, std::string json) : text(std::move(json)) {
    REQUIRE(parse_json(text, Dialect::kJson, document).empty());
    faults = schema.validate(document);
  }
  std::string pointer(std::size_t index) const { return document.pointer(faults[index].node); }

  std::string text;
  Document document;
  std::vector<SchemaFault> faults;
};

// valijson's own verdict.
class Judge {
 public:
  explicit Judge(const std::string& schema_text) {
    rapidjson::Document document;
    document.Parse(schema_text.c_str());
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(document), schema_);
  }
  bool accepts(const std::string& text) {
    rapidjson::Document document;
    document.Parse(text.c_str());
    REQUIRE_FALSE(document.HasParseError());
    return validator_.validate(schema_, valijson::adapters::RapidJsonAdapter(document), nullptr);
  }

 private:
  valijson::Schema schema_;
  valijson::Validator validator_;
};

// Values of every type and of every size that the schemas below ask about.
const std::vector<std::string> kValues = {
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "2",
    "3",
    "7",
    "10",
    "-1",
    "-7",
    "0.5",
    "1.0",
    "2.5",
    "99.99",
    "1e2",
    "1e300",
    "-1e300",
    R"("")",
    R"("a")",
    R"("ab")",
    R"("abc")",
    R"("é")",
    R"("é中🚀")",
    R"("red")",
    "[]",
    "[1]",
    "[1,2]",
    "[1,2,3]",
    "[1,1]",
    "[1,1.0]",
    R"(["a","b"])",
    R"(["a",1,null])",
    "[[1],[1]]",
    "[[1],[2]]",
    R"([{"a":1,"b":2},{"b":2,"a":1}])",
    "[null,false,0]",
    "[true,true]",
    "{}",
    R"({"a":1})",
    R"({"a":"x"})",
    R"({"b":1})",
    R"({"a":1,"b":2})",
    R"({"a":"x","b":2})",
    R"({"a":1,"b":2,"c":3})",
    R"({"ab":1})",
    R"({"a":{"a":{"a":1}}})",
    R"({"a":[1,2],"b":[]})",
    R"({"a":null})",
    R"({"kind":"n","value":1})",
    R"({"kind":"s","value":1})",
    R"({"kind":"s","value":"x"})",
    R"({"kind":"n","value":"x"})",
};

// Every keyword of draft-07 but `pattern`, `patternProperties` and `format`, which valijson hands
// to std::regex or to ideas of its own.
const std::vector<std::string> kSchemas = {
    "{}",
    R"({"type":"null"})",
    R"({"type":"boolean"})",
    R"({"type":"integer"})",
    R"({"type":"number"})",
    R"({"type":"string"})",
    R"({"type":"array"})",
    R"({"type":"object"})",
    R"({"type":["string","null"]})",
    R"({"type":["number","integer","boolean"]})",
    R"({"enum":["red","a",null,true]})",
    R"({"enum":[1,[1,2],{"a":1,"b":2}]})",
    R"({"enum":[{}, [], "", 0.5, 100]})",
    R"({"const":"ab"})",
    R"({"const":{"b":2,"a":1}})",
    R"({"const":[1,2,3]})",
    R"({"const":null})",
    R"({"const":false})",
    R"({"minimum":1})",
    R"({"minimum":-1.5,"maximum":2.5})",
    R"({"exclusiveMinimum":1})",
    R"({"exclusiveMaximum":2.5})",
    R"({"minimum":0,"exclusiveMinimum":2,"maximum":100,"exclusiveMaximum":10})",
    R"({"type":"integer","multipleOf":2})",
    R"({"multipleOf":0.5})",
    R"({"minLength":2})",
    R"({"maxLength":2})",
    R"({"minLength":3,"maxLength":3})",
    R"({"minItems":2})",
    R"({"maxItems":1})",
    R"({"uniqueItems":true})",
    R"({"uniqueItems":false})",
    R"({"items":{"type":"integer"}})",
    R"({"items":[{"type":"integer"},{"type":"integer"}]})",
    R"({"items":[{"type":"string"}],"additionalItems":{"type":"integer"}})",
    R"({"items":[{}],"additionalItems":false})",
    R"({"items":[{}, {}],"additionalItems":true})",
    R"({"contains":{"const":1}})",
    R"({"contains":{"type":"null"}})",
    R"({"minProperties":2})",
    R"({"maxProperties":1})",
    R"({"required":["a"]})",
    R"({"required":["a","b"]})",
    R"({"properties":{"a":{"type":"integer"}}})",
    R"({"properties":{"a":{}},"additionalProperties":false})",
    R"({"properties":{"a":{"type":"integer"}},"additionalProperties":{"minimum":2}})",
    R"({"additionalProperties":{"type":"integer"}})",
    R"({"additionalProperties":false})",
    R"({"propertyNames":{"maxLength":1}})",
    R"({"propertyNames":{"enum":["a","b"]}})",
    R"({"dependencies":{"a":["b"]}})",
    R"({"dependencies":{"a":{"minProperties":2}}})",
    R"({"dependencies":{"a":["b"],"c":{"required":["kind"]}}})",
    R"({"allOf":[{"minimum":1},{"maximum":7}]})",
    R"({"anyOf":[{"type":"string"},{"minimum":2}]})",
    R"({"oneOf":[{"type":"integer"},{"minimum":2}]})",
    R"({"oneOf":[{"required":["a"]},{"required":["b"]}]})",
    R"({"not":{"type":"string"}})",
    R"({"not":{}})",
    R"({"not":{"required":["a","b"]}})",
    R"({"if":{"type":"integer"},"then":{"minimum":2},"else":{"not":{"type":"string"}}})",
    R"({"if":{"required":["a"]},"then":{"required":["b"]}})",
    R"({"if":{"type":"string"},"else":{"type":"array"}})",
    R"({"then":{"type":"string"}})",
    R"({"properties":{"kind":{"enum":["n","s"]}},"required":["kind"],
        "if":{"properties":{"kind":{"const":"n"}}},
        "then":{"properties":{"value":{"type":"number"}}},
        "else":{"properties":{"value":{"type":"string"}}}})",
    R"({"definitions":{"n":{"type":"integer"}},"$ref":"#/definitions/n"})",
    R"({"definitions":{"n":{"minimum":2}},"items":{"$ref":"#/definitions/n"},
        "properties":{"a":{"$ref":"#/definitions/n"}}})",
    R"({"definitions":{"x/y~z":{"type":"string"}},"$ref":"#/definitions/x~1y~0z"})",
    R"({"type":["object","integer"],"additionalProperties":{"$ref":"#"}})",
    R"({"definitions":{"t":{"properties":{"a":{"$ref":"#/definitions/t"}},"maxProperties":1}},
        "$ref":"#/definitions/t"})",
    R"({"properties":{"a":true,"b":false}})",
    R"({"items":false})",
    R"({"items":{"items":{"minimum":2}}})",
    R"({"title":"x","description":"y","default":1,"examples":[1],"$comment":"z","x-own":3})",
};

// draft-07 calls these integers; valijson goes by how a number is written.
bool is_integer_by_value(std::string_view value) {
  return value == "1.0" || value == "1e2" || value == "1e300" || value == "-1e300" ||
         value == "[1,1.0]";
}

TEST_CASE("every keyword gives the verdict that valijson gives", "[schema]") {
  std::size_t accepted = 0;
  std::size_t refused = 0;
  for (const std::string& text : kSchemas) {
    const Schema schema = compiled(text);
    Judge judge(text);
    for (const std::string& value : kValues) {
      if (is_integer_by_value(value) && text.find("integer") != std::string::npos) continue;
      const bool is_valid = Checked(schema, value).faults.empty();
      if (is_valid != judge.accepts(value)) {
        FAIL_CHECK(text << " on " << value << ": valijson says "
                        << (judge.accepts(value) ? "valid" : "not valid"));
      }
      (is_valid ? accepted : refused) += 1;
    }
  }
  CHECK(accepted > 1000);
  CHECK(refused > 1000);
}

// What valijson 1.0 takes otherwise than the specification, and kbc does not.
TEST_CASE("numbers are compared as numbers", "[schema]") {
  const auto is_valid = [](std::string_view schema, std::string value) {
    return Checked(compiled(schema), std::move(value)).faults.empty();
  };
  CHECK_FALSE(is_valid(R"({"multipleOf":2})", "2.5"));
  CHECK(is_valid(R"({"multipleOf":0.1})", "0.3"));
  CHECK(is_valid(R"({"multipleOf":0.01})", "99.99"));
  CHECK_FALSE(is_valid(R"({"multipleOf":0.01})", "99.995"));
  CHECK_FALSE(is_valid(R"({"multipleOf":2})", "1e999"));
  CHECK(is_valid(R"({"type":"integer"})", "1.0"));
  CHECK(is_valid(R"({"type":"integer"})", "1e2"));
  CHECK_FALSE(is_valid(R"({"type":"integer"})", "1e999"));
  CHECK_FALSE(is_valid(R"({"uniqueItems":true})", "[1,1.0]"));
  CHECK_FALSE(is_valid(R"({"uniqueItems":true})", "[0,-0]"));
  CHECK(is_valid(R"({"uniqueItems":true})", R"([1,"1",true,null,"null"])"));
  CHECK(is_valid(R"({"enum":[1]})", "1.0"));
  CHECK(is_valid(R"({"const":100})", "1e2"));
  CHECK_FALSE(is_valid(R"({"enum":[1,2],"const":2})", "1"));
  CHECK(is_valid(R"({"enum":[1,2],"const":2})", "2"));
  CHECK_FALSE(is_valid(R"({"maximum":1})", "1e999"));
  CHECK_FALSE(is_valid(R"({"minimum":1})", "-1e999"));
}

TEST_CASE("patterns are RE2's and search", "[schema]") {
  const Schema schema = compiled(
      R"({"properties":{"s":{"pattern":"b+"},"i":{"pattern":"^[a-z]+$"}},
          "patternProperties":{"^x-":{"type":"integer"},"-y$":{"minimum":5}},
          "additionalProperties":false})");
  CHECK(Checked(schema, R"({"s":"abbc","i":"abc","x-a":1,"a-y":7,"x-y":9})").faults.empty());
  CHECK(Checked(schema, R"({"s":"ac"})").faults.at(0).keyword == Keyword::kPattern);
  CHECK(Checked(schema, R"({"i":"ab1"})").faults.at(0).keyword == Keyword::kPattern);
  CHECK(Checked(schema, R"({"i":"ab\n"})").faults.at(0).keyword == Keyword::kPattern);
  CHECK(Checked(schema, R"({"x-a":"1"})").faults.at(0).keyword == Keyword::kType);
  CHECK(Checked(schema, R"({"x-y":1})").faults.at(0).keyword == Keyword::kMinimum);
  CHECK(Checked(schema, R"({"y":1})").faults.at(0).keyword == Keyword::kUnknownName);
}

TEST_CASE("each fault stands at the narrowest value", "[schema]") {
  const Schema schema = compiled(
      R"({"properties":{"list":{"items":{"properties":{"n":{"minimum":0}},"required":["n"],
          "additionalProperties":false}}}})");
  const Checked checked(schema, R"({"list":[{"n":1},{"n":-1},{},{"n":0,"x":1}]})");
  REQUIRE(checked.faults.size() == 3);
  CHECK(checked.faults[0].keyword == Keyword::kMinimum);
  CHECK(checked.pointer(0) == "/list/1/n");
  CHECK(checked.faults[1].keyword == Keyword::kRequired);
  CHECK(checked.pointer(1) == "/list/2");
  CHECK(checked.faults[1].name == "n");
  CHECK(checked.faults[2].keyword == Keyword::kUnknownName);
  CHECK(checked.pointer(2) == "/list/3/x");
}

TEST_CASE("of alternatives that all fail the nearest is told", "[schema]") {
  const Schema schema =
      compiled(R"({"anyOf":[{"type":"string"},{"required":["a","b"]},{"required":["a"]}]})");
  const Checked checked(schema, R"({"b":1})");
  REQUIRE(checked.faults.size() == 1);
  CHECK((checked.faults[0].keyword == Keyword::kType || checked.faults[0].name == "a"));
}

TEST_CASE("an item that stands in a list again is told with the first", "[schema]") {
  const Schema schema = compiled(R"({"uniqueItems":true})");
  const Checked checked(schema, R"(["a","b","a","a"])");
  REQUIRE(checked.faults.size() == 2);
  CHECK(checked.pointer(0) == "/2");
  CHECK(checked.pointer(1) == "/3");
  CHECK(checked.document.pointer(checked.faults[1].other) == "/0");
}

TEST_CASE("a misspelt name and the missing one are one mistake", "[schema]") {
  const Schema schema = compiled(
      R"({"properties":{"signature":{},"regex":{},"domain":{}},"required":["signature","regex"],
          "additionalProperties":false})");
  const Checked one(schema, R"({"signatur":"x","regex":"y"})");
  REQUIRE(one.faults.size() == 1);
  CHECK(one.faults[0].keyword == Keyword::kUnknownName);
  CHECK(one.faults[0].name == "signature");
  // One that nobody could mean hides nothing, and one name is given once.
  CHECK(Checked(schema, R"({"zzz":"x","regex":"y"})").faults.size() == 2);
  const Checked twice(schema, R"({"signatur":"x","signatures":"z","regex":"y"})");
  REQUIRE(twice.faults.size() == 2);
  CHECK(twice.faults[0].name == "signature");
  CHECK(twice.faults[1].name.empty());
  // At another object it is missing all the same.
  const Schema nested = compiled(
      R"({"properties":{"inner":{"properties":{"regex":{}},"additionalProperties":false}},
          "required":["regex"]})");
  CHECK(Checked(nested, R"({"inner":{"regx":1}})").faults.size() == 2);
}

TEST_CASE("what the parser had to guess is not told again", "[schema]") {
  const Schema schema = compiled(
      R"({"properties":{"a":{"type":"string","pattern":"^x"},"b":{"const":1}},"required":["a","b"],
          "additionalProperties":false})");
  const auto faults_of = [&](std::string text) {
    Document document;
    CHECK(parse_json(text, Dialect::kJson, document).size() == 1);
    REQUIRE_FALSE(document.empty());
    return schema.validate(document).size();
  };
  CHECK(faults_of(R"({"a": None, "b": 1})") == 0);
  CHECK(faults_of(R"({"a": "\d", "b": 1})") == 0);
  CHECK(faults_of(R"({"\a": "x", "b": 1})") == 0);  // perhaps `a`
  CHECK(faults_of(R"({"a": None, "b": 2})") == 1);
}

TEST_CASE("faults are told up to a number, in the order of their places", "[schema]") {
  const Schema schema = compiled(R"({"items":{"type":"string"}})");
  std::string text = "[0";
  for (int i = 0; i < 1000; ++i) text += ",0";
  const Checked checked(schema, text + "]");
  REQUIRE(checked.faults.size() == Schema::kMaxFaults);
  CHECK(checked.pointer(0) == "/0");
  CHECK(checked.pointer(Schema::kMaxFaults - 1) == "/" + std::to_string(Schema::kMaxFaults - 1));
}

void require_refused(const std::string& text, std::string_view message) {
  const Result<Schema> schema = Schema::compile(text);
  CAPTURE(text);
  REQUIRE_FALSE(schema);
  CHECK_THAT(schema.error().message, Catch::Contains(std::string(message)));
}

TEST_CASE("a broken schema is refused and says why", "[schema]") {
  require_refused("", "the file is empty");
  require_refused("{", "never closed");
  require_refused("[]", "a schema is a JSON object");
  require_refused("true", "a schema is a JSON object");
  require_refused(R"({"type":"strin"})", "");
  require_refused(R"({"type":7})", "");
  require_refused(R"({"properties":[]})", "");
  require_refused(R"({"required":"a"})", "");
  require_refused(R"({"minLength":-1})", "");
  require_refused(R"({"minLength":"x"})", "");
  require_refused(R"({"maximum":1e999})", "a number is out of range");
  require_refused(R"({"enum":1})", "");
  require_refused(R"({"allOf":1})", "");
  require_refused(R"x({"pattern":"("})x", "is not RE2");
  require_refused(R"x({"pattern":"(?=x)"})x", "is not RE2");
  require_refused(R"({"patternProperties":{"[":{}}})", "is not RE2");
  require_refused(R"({"items":{"pattern":"*"}})", "is not RE2");
}

TEST_CASE("a reference that leads nowhere or back to itself is refused", "[schema]") {
  require_refused(R"({"$ref":"#"})", "leads back to itself");
  require_refused(R"({"$ref":7})", "must be a string");
  require_refused(R"({"$ref":"#/definitions/x"})", "leads nowhere");
  require_refused(R"({"items":{"$ref":"#/items"}})", "leads back to itself");
  require_refused(
      R"({"definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}})",
      "leads back to itself");
  // Spellings that valijson takes for the same place.
  for (const char* spelling :
       {"#/", "#//", "#/allOf/00", "#/allOf/ 0", "#/allOf/+0", "#/allOf/0/", "#//allOf/0",
        "#/%61llOf/0", "#allOf/0", "", "allOf/0", "x.json", "http://example.org/x.json#",
        "#/allOf/-", "#/allOf/1", "#/allOf/0x", "#/~2", "#/~"}) {
    require_refused("{\"allOf\":[{\"$ref\":\"" + std::string(spelling) + "\"}]}", "leads nowhere");
  }
  require_refused(R"({"$id":"http://example.org/a.json","allOf":[{"$ref":"a.json"}]})",
                  "leads nowhere");
  std::string many = R"({"definitions":{"a":{}},"allOf":[)";
  for (int i = 0; i < 300; ++i) many += R"({"$ref":"#/definitions/a"},)";
  require_refused(many + "{}]}", "more than 256 references");
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

TEST_CASE("a schema that asks for too many steps says so", "[schema]") {
  std::string text = R"({"$ref":"#/definitions/a0","definitions":{)";
  for (int i = 0; i < 60; ++i) {
    const std::string next = "{\"$ref\":\"#/definitions/a" + std::to_string(i + 1) + "\"}";
    text += "\"a" + std::to_string(i) + "\":{\"allOf\":[" + next + "," + next + "]},";
  }
  const Schema schema = compiled(text + R"("a60":{"type":"string"}}})");
  const Checked checked(schema, "1");
  REQUIRE(checked.faults.size() == 1);
  CHECK(checked.faults[0].keyword == Keyword::kTooComplex);
  CHECK(checked.faults[0].node == 0);
}

TEST_CASE("a schema nested as deep as JSON may be is compiled", "[schema]") {
  std::string text = "{}";
  for (int i = 0; i < 63; ++i) text = R"({"not":)" + text + "}";
  CHECK(Checked(compiled(text), "1").faults.empty() == Judge(text).accepts("1"));
  CHECK_FALSE(Schema::compile(R"({"not":)" + text + "}"));
}

TEST_CASE("many required names are all looked for", "[schema]") {
  std::string names;
  std::string members;
  for (int i = 0; i < 100; ++i) {
    names += (i == 0 ? "\"r" : ",\"r") + std::to_string(i) + "\"";
    members += (i == 0 ? "\"r" : ",\"r") + std::to_string(i) + "\":1";
  }
  const Schema schema = compiled(R"({"required":[)" + names + "]}");
  CHECK(Checked(schema, "{" + members + "}").faults.empty());
  CHECK(Checked(schema, "{}").faults.size() == 100);
  const Checked without_last(schema, "{" + members.substr(0, members.rfind(',')) + "}");
  REQUIRE(without_last.faults.size() == 1);
  CHECK(without_last.faults[0].name == "r99");
}

std::string read_reference_entry() {
  std::ifstream file(std::string(KBC_SOURCE_FOLDER) +
                     "/entries/communication/mqtt-publish-identifier-in-use.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The entry schema without `pattern` and `format`, whose verdicts are kbc's own.
std::string comparable_schema() {
  std::string text(kEntrySchema);
  for (const std::string_view keyword : {"\"pattern\"", "\"format\""}) {
    for (std::size_t at = text.find(keyword); at != std::string::npos;
         at = text.find(keyword, at)) {
      text.replace(at, keyword.size(), "\"x-" + std::string(keyword.substr(1)));
    }
  }
  return text;
}

TEST_CASE("every value of the reference entry replaced, the verdicts are valijson's", "[schema]") {
  const std::string text = read_reference_entry();
  const std::string schema_text = comparable_schema();
  const Schema schema = compiled(schema_text);
  Judge judge(schema_text);
  const Checked entry(schema, text);
  REQUIRE(entry.faults.empty());
  REQUIRE(judge.accepts(text));
  std::size_t refused = 0;
  for (std::uint32_t node = 1; node < entry.document.size(); ++node) {
    if (entry.document[node].is_name) continue;
    const Span span = entry.document[node].span;
    for (const char* value :
         {"null", "true", "-1", "0", "0.5", "2", "12.5", "\"\"", "\"true\"", "\"active\"", "[]",
          "[\"x\",\"x\"]", "[{}]", "{}", "{\"linux\":\"x\"}"}) {
      const std::string changed = text.substr(0, span.begin) + value + text.substr(span.end);
      const bool is_valid = Checked(schema, changed).faults.empty();
      if (is_valid != judge.accepts(changed)) {
        FAIL_CHECK(entry.document.pointer(node) << " as " << value);
      }
      refused += is_valid ? 0 : 1;
    }
  }
  CHECK(refused > 500);
}

TEST_CASE("every name of the reference entry changed, the verdicts are valijson's", "[schema]") {
  const std::string text = read_reference_entry();
  const std::string schema_text = comparable_schema();
  const Schema schema = compiled(schema_text);
  Judge judge(schema_text);
  const Checked entry(schema, text);
  for (std::uint32_t node = 1; node < entry.document.size(); ++node) {
    if (!entry.document[node].is_name) continue;
    const Span span = entry.document[node].span;
    const std::string changed = text.substr(0, span.begin) + "\"x\"" + text.substr(span.end);
    CAPTURE(entry.document.pointer(node));
    CHECK(Checked(schema, changed).faults.empty() == judge.accepts(changed));
  }
}

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
