// kbc's evaluator and valijson's, which share only the reading of the schema, held against each
// other.

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "config/embedded.h"
#include "paths.h"
#include "unit/checked.h"
#include "validate/valijson.h"

namespace kbc {
namespace {

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

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// Values of every type and of every size that the schemas below ask about.
const std::vector<std::string> kValues = words(R"(
null true false 0 -0 1 2 3 7 10 -1 -7 0.5 1.0 2.5 99.99 1e2 1e300 -1e300 "" "a" "ab" "abc"
"é" "é中🚀" "red" [] [1] [1,2] [1,2,3] [1,1] [1,1.0] ["a","b"] ["a",1,null] [[1],[1]]
[[1],[2]] [{"a":1,"b":2},{"b":2,"a":1}] [null,false,0] [true,true] {} {"a":1} {"a":"x"}
{"b":1} {"a":1,"b":2} {"a":"x","b":2} {"a":1,"b":2,"c":3} {"ab":1} {"a":{"a":{"a":1}}}
{"a":[1,2],"b":[]} {"a":null} {"kind":"n","value":1} {"kind":"s","value":1}
{"kind":"s","value":"x"} {"kind":"n","value":"x"}
)");

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

TEST_CASE("every value of the reference entry replaced, the verdicts are valijson's",
          "[schema][slow]") {
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

}  // namespace
}  // namespace kbc
