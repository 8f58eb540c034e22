#include "validate/schema.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "config/embedded.h"
#include "unit/checked.h"

namespace kbc {
namespace {

// What valijson 1.0 takes otherwise than the specification, and kbc does not.
TEST_CASE("numbers are compared as numbers", "[schema]") {
  const auto is_valid = [](std::string_view schema, std::string value) {
    return Checked(compiled(schema), std::move(value)).faults.empty();
  };
  CHECK_FALSE(is_valid(R"({"multipleOf":2})", "2.5"));
  CHECK(is_valid(R"({"multipleOf":0.1})", "0.3"));
  CHECK(is_valid(R"({"multipleOf":0.01})", "99.99"));
  CHECK_FALSE(is_valid(R"({"multipleOf":0.01})", "99.995"));
  CHECK(is_valid(R"({"multipleOf":2})", "1e999"));
  CHECK_FALSE(is_valid(R"({"multipleOf":3})", "10000000000000001"));
  CHECK_FALSE(is_valid(R"({"multipleOf":10})", "12345678901234567"));
  CHECK_FALSE(is_valid(R"({"multipleOf":0.123456789})", "1e308"));
  CHECK(is_valid(R"({"multipleOf":1e-8})", "12391239123"));
  CHECK_FALSE(is_valid(R"({"multipleOf":18446744073709551615})", "5"));
  CHECK(is_valid(R"({"type":"integer"})", "1.0"));
  CHECK(is_valid(R"({"type":"integer"})", "1e2"));
  CHECK(is_valid(R"({"type":"integer"})", "1e999"));
  CHECK_FALSE(is_valid(R"({"type":"integer"})", "123456789012345678901.5"));
  CHECK_FALSE(is_valid(R"({"uniqueItems":true})", "[1,1.0]"));
  CHECK_FALSE(is_valid(R"({"uniqueItems":true})", "[0,-0]"));
  CHECK(is_valid(R"({"uniqueItems":true})", R"([1,"1",true,null,"null"])"));
  CHECK(is_valid(R"({"enum":[1]})", "1.0"));
  CHECK(is_valid(R"({"const":100})", "1e2"));
  CHECK_FALSE(is_valid(R"({"enum":[1,2],"const":2})", "1"));
  CHECK(is_valid(R"({"enum":[1,2],"const":2})", "2"));
  CHECK_FALSE(is_valid(R"({"maximum":1})", "1e999"));
  CHECK_FALSE(is_valid(R"({"minimum":1})", "-1e999"));
  CHECK(is_valid(R"({"maximum":18446744073709551615})", "5"));
  CHECK(is_valid(R"({"maximum":9223372036854775808})", "9223372036854775808"));
  CHECK_FALSE(is_valid(R"({"maximum":9223372036854775808})", "9223372036854775809"));
  CHECK_FALSE(is_valid(R"({"minimum":9223372036854775808})", "5"));
  CHECK_FALSE(is_valid(R"({"exclusiveMinimum":18446744073709551615})", "5"));
  CHECK_FALSE(is_valid(R"({"const":9007199254740992})", "9007199254740993"));
  CHECK(is_valid(R"({"uniqueItems":true})", "[9007199254740992,9007199254740993]"));
  CHECK(is_valid(R"({"maxLength":2.0})", R"("ab")"));
  CHECK_FALSE(is_valid(R"({"maxLength":2.0})", R"("abc")"));
  CHECK_FALSE(is_valid(R"({"minItems":1e30})", "[1]"));
  CHECK(is_valid(R"({"maxItems":1e30})", "[1]"));
}

TEST_CASE("true and false are schemas", "[schema]") {
  CHECK(Checked(compiled("true"), "1").faults.empty());
  CHECK(Checked(compiled("false"), "1").faults.at(0).keyword == Keyword::kExcluded);
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

// One form alone speaks when only it is of the value's type: else it is not known what was meant.
TEST_CASE("of forms that all fail none speaks for the others", "[schema]") {
  const auto only_fault = [](std::string_view schema, std::string value) {
    const Checked checked(compiled(schema), std::move(value));
    REQUIRE(checked.faults.size() == 1);
    return checked.faults[0].keyword;
  };
  CHECK(only_fault(R"({"anyOf":[{"type":"string"},{"type":"number","maximum":0.5}]})", "0.8") ==
        Keyword::kMaximum);
  CHECK(only_fault(R"({"anyOf":[{"type":"string"},{"required":["a","b"]},{"required":["a"]}]})",
                   R"({"b":1})") == Keyword::kNoForm);
  CHECK(only_fault(R"({"oneOf":[{"type":"string"},{"type":"number"}]})", "null") ==
        Keyword::kNoForm);
  CHECK(only_fault(R"({"anyOf":[{"const":"de"},{"const":"fr"}]})", R"("it")") == Keyword::kNoForm);
  CHECK(only_fault(R"({"oneOf":[{"type":"integer"}]})", "null") == Keyword::kType);
  CHECK(only_fault(R"({"oneOf":[{},{}]})", "1") == Keyword::kExcluded);
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

TEST_CASE("formats are those of their RFCs", "[schema]") {
  const auto has_format = [](const std::string& format, const std::string& text) {
    const Schema schema = compiled("{\"format\":\"" + format + "\"}");
    CAPTURE(format, text);
    return Checked(schema, "\"" + text + "\"").faults.empty();
  };
  for (const char* time : {"23:59:60Z", "15:59:60-08:00", "01:29:60+01:30", "12:00:00.5z"}) {
    CHECK(has_format("time", time));
    CHECK(has_format("date-time", "1998-12-31T" + std::string(time)));
  }
  for (const char* time : {"22:59:60Z", "23:59:60+01:00", "23:58:60Z", "24:00:00Z", "12:00:00"}) {
    CHECK_FALSE(has_format("time", time));
    CHECK_FALSE(has_format("date-time", "1998-12-31T" + std::string(time)));
  }
  const std::string longest(63, 'a');
  for (const std::string host :
       {"a", "www.example.org", "xn--4gbwdl.xn--wgbh1c", longest.c_str()}) {
    CHECK(has_format("hostname", host));
  }
  const std::string too_long = longest + "a";
  for (const std::string host :
       {"", "a..b", ".a", "a.", "-a", "a-", "a_b", "ab--c", too_long.c_str()}) {
    CHECK_FALSE(has_format("hostname", host));
  }
  for (const char* mail :
       {"a.b+c@example.org", "a@[127.0.0.1]", "a@[IPv6:::1]", R"(\"a b..c@d\"@example.org)"}) {
    CHECK(has_format("email", mail));
  }
  for (const char* mail : {"a", ".a@b.org", "a.@b.org", "a..b@c.org", "a b@c.org", "a@-b.org",
                           "a@[127.0.0.300]", "@b.org", "a@"}) {
    CHECK_FALSE(has_format("email", mail));
  }
}

// Tags of RFC 5646, appendix A, and some that are none.
TEST_CASE("a locale is a tag of BCP 47", "[schema]") {
  const Schema schema = compiled(kEntrySchema);
  const auto is_tag = [&](const std::string& tag) {
    const Checked checked(schema, R"({"locale":")" + tag + "\"}");
    for (const SchemaFault& fault : checked.faults) {
      if (fault.keyword == Keyword::kPattern) return false;
    }
    return true;
  };
  for (const char* tag : {"de",
                          "i-enochian",
                          "zh-Hant",
                          "zh-cmn-Hans-CN",
                          "cmn-Hans-CN",
                          "zh-yue-HK",
                          "sr-Latn-RS",
                          "sl-rozaj-biske",
                          "de-CH-1901",
                          "hy-Latn-IT-arevela",
                          "es-419",
                          "de-CH-x-phonebk",
                          "az-Arab-x-AZE-derbend",
                          "x-whatever",
                          "qaa-Qaaa-QM-x-southern",
                          "en-US-u-islamcal",
                          "zh-CN-a-myext-x-private",
                          "en-a-myext-b-another",
                          "sgn-BE-FR",
                          "en-GB-oed"}) {
    CAPTURE(tag);
    CHECK(is_tag(tag));
  }
  for (const char* tag : {"", "en_US", "english", "de-419-DE", "a-DE", "en-", "-en", "en--US",
                          "en-u", "x-", "en US", "en-US-", "zh-x-toolongtag"}) {
    CAPTURE(tag);
    CHECK_FALSE(is_tag(tag));
  }
}

}  // namespace
}  // namespace kbc
