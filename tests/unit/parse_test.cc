#include "parse/parse.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/parsed.h"

namespace kbc {
namespace {

using Kind = kbc::Kind;
using FaultKind = JsonFault::Kind;

void require_valid(std::string_view text) {
  const Parsed parsed{std::string(text)};
  CAPTURE(text);
  CHECK(parsed.faults.empty());
  CHECK_FALSE(parsed.document.empty());
}

void require_fault(std::string_view text) {
  const Parsed parsed{std::string(text)};
  CAPTURE(text);
  CHECK_FALSE(parsed.faults.empty());
}

TEST_CASE("every value of RFC 8259 may stand alone", "[parse]") {
  for (const char* text :
       {"{}", "[]", "\"\"", "0", "true", "false", "null", " [ ] ", "\t{\n}\r\n"}) {
    require_valid(text);
  }
  for (const char* text :
       {"",  " ", "\n", "tru", "TRUE", "nul", "undefined", "'a'",      "a",  "\"",  "{",  "[",
        "}", "]", ",",  ":",   "{]",   "[}",  "[1",        "{\"a\":1", "\\", "\f1", "\v1"}) {
    require_fault(text);
  }
}

TEST_CASE("arrays and objects have their separators and no others", "[parse]") {
  for (const char* text :
       {"[1]", "[1,2]", "[ 1 , 2 ]", "[[],[[]]]", R"({"a":1})", R"({"a":1,"b":{}})", R"({"":0})",
        R"({ "a" : [ ] , "b" : null })", R"({"a":1,"a":2})", "[null,true,false,\"\",{},0]"}) {
    require_valid(text);
  }
  for (const char* text : {"[1,]",
                           "[,1]",
                           "[1,,2]",
                           "[,]",
                           "[1 2]",
                           "[1:2]",
                           "[1;2]",
                           "[1,2",
                           "1]",
                           "[1]]",
                           "[]{}",
                           R"({"a"})",
                           R"({"a":})",
                           R"({"a" 1})",
                           R"({"a":1,})",
                           R"({,"a":1})",
                           R"({"a":1,,"b":2})",
                           R"({"a":1 "b":2})",
                           R"({"a"::1})",
                           R"({a:1})",
                           R"({1:1})",
                           R"({null:1})",
                           R"({"a":1}})",
                           R"({"a":1},)",
                           R"({"a"=1})",
                           "[1] x",
                           "1 2",
                           "{} {}",
                           "// x\n1",
                           "/* x */ 1",
                           "1 # x"}) {
    require_fault(text);
  }
}

TEST_CASE("numbers are RFC 8259's", "[parse]") {
  for (const char* text : {"0",        "-0",
                           "1",        "-1",
                           "10",       "0.0",
                           "-0.0",     "0.10",
                           "1e1",      "1E1",
                           "1e+1",     "1e-1",
                           "0e0",      "0E+00",
                           "1.5e0005", "123456789012345678901234567890",
                           "1e999",    "-1e999",
                           "1e-999",   "1.7976931348623159e308",
                           "4.9e-324", "0.00000000000000000000000000000000000001"}) {
    require_valid(text);
    require_valid("[" + std::string(text) + "]");
  }
  for (const char* text : {"+1",
                           "01",
                           "-01",
                           "00",
                           "1.",
                           "-1.",
                           ".5",
                           "-.5",
                           "1.e1",
                           "1e",
                           "1e+",
                           "1E-",
                           "1.5e",
                           "--1",
                           "-",
                           "- 1",
                           "1 000",
                           "1,000",
                           "1_000",
                           "0x10",
                           "0b1",
                           "0o7",
                           "1f",
                           "1e5.5",
                           "1.2.3",
                           "NaN",
                           "Infinity",
                           "-Infinity",
                           "inf",
                           "\xEF\xBC\x91",
                           "1e\xEF\xBC\x91",
                           "\xC2\xB2"}) {
    require_fault(text);
    require_fault("[" + std::string(text) + "]");
  }
  require_valid(std::string(400, '9'));
  require_valid("0." + std::string(400, '0') + "1");
  require_valid("1e" + std::string(400, '9'));
}

TEST_CASE("strings are RFC 8259's", "[parse]") {
  for (const char* text : {R"("\"\\\/\b\f\n\r\t")", R"("\u0000\u001f\u00e9\u4E2D\uFFFF")",
                           R"("\ud83d\ude80")", R"("\uD800\uDC00\uDBFF\uDFFF")", "\"/\"", "\"'\"",
                           "\"\x7F\"", "\"é中\xF0\x9F\x9A\x80\"", "\"\xE2\x80\xA8\xE2\x80\xA9\"",
                           "\"\xEF\xBF\xBF\xF4\x8F\xBF\xBF\"", R"("//")", R"("/*")", R"("#")"}) {
    require_valid(text);
  }
  for (const char* text :
       {R"("\a")",    R"("\'")",     R"("\x41")",   R"("\0")",  R"("\U0041")", R"("\u")",
        R"("\u123")", R"("\u12G4")", R"("\u 123")", R"("\)",    R"("\")",      R"("\\\")",
        "\"a\nb\"",   "\"a\tb\"",    "\"\r\"",      "\"\x1F\"", "'a'",         R"("a)",
        R"(a")",      R"("a"b")",    R"("\d+")",    "\"\\\n\"", "\"\\é\""}) {
    require_fault(text);
  }
  // Both halves of the surrogates, to their ends, each alone.
  for (const char* half : {"d800", "dbff", "dc00", "dc01", "ddff", "de00", "dfff", "DC00"}) {
    require_fault("\"\\u" + std::string(half) + "\"");
    require_fault("\"a\\u" + std::string(half) + "b\"");
  }
  require_fault(std::string_view("\"\0\"", 3));
  require_fault(std::string_view("1\0", 2));
  require_fault(std::string_view("\0", 1));
  require_fault(std::string_view("{}\0{}", 5));
}

// The reader compares sixteen bytes at once, and not with all of these.
TEST_CASE("no control character is in a string, however long it is", "[parse]") {
  for (int c = 0; c < 0x20; ++c) {
    for (std::size_t before = 0; before < 40; ++before) {
      const std::string text =
          "[\"" + std::string(before, 'a') + static_cast<char>(c) + std::string(20, 'b') + "\"]";
      CAPTURE(c, before);
      const Parsed parsed(text);
      CHECK(!parsed.faults.empty());
    }
  }
}

TEST_CASE("a string ends where it does, whatever it begins with", "[parse]") {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string plain(before, 'a');
    for (const auto& [written, meant] : {std::pair<std::string, std::string>{R"(\")", "\""},
                                         {R"(\"x\"\\)", R"("x"\)"},
                                         {R"(\\\")", R"(\")"},
                                         {R"(\u0022\u4e2d)", "\"中"}}) {
      const Parsed parsed("[\"" + plain + written + "\",\"b\"]");
      REQUIRE(parsed.faults.empty());
      CHECK(parsed.at("/0").text == plain + meant);
      CHECK(parsed.source(parsed.at("/0").span) == '"' + plain + written + '"');
      CHECK(parsed.at("/1").text == "b");
    }
  }
}

TEST_CASE("only four characters are blanks", "[parse]") {
  require_valid(" \t\r\n1 \t\r\n");
  for (const char* blank : {"\v", "\f", "\xC2\xA0", "\xE2\x80\xA8", "\xE2\x80\x8B", "\xE3\x80\x80",
                            "\xEF\xBB\xBF", "\x1A", "\b", "\xC2\x85"}) {
    require_fault("[" + std::string(blank) + "1]");
    require_fault("[1]" + std::string(blank));
  }
}

TEST_CASE("spans are the tokens themselves", "[parse]") {
  const Parsed parsed(R"( { "a" : [ 1 , "x\n" , true ] , "b" : { } } )");
  REQUIRE(parsed.faults.empty());
  const auto source = [&](const Node& node) { return parsed.source(node.span); };
  CHECK(source(parsed.document.root()) == R"({ "a" : [ 1 , "x\n" , true ] , "b" : { } })");
  CHECK(source(parsed.document[1]) == "\"a\"");
  CHECK(source(parsed.at("/a")) == R"([ 1 , "x\n" , true ])");
  CHECK(source(parsed.at("/a/0")) == "1");
  CHECK(source(parsed.at("/a/1")) == R"("x\n")");
  CHECK(source(parsed.at("/a/2")) == "true");
  CHECK(source(parsed.at("/b")) == "{ }");
}

TEST_CASE("nodes know their kind, value and size", "[parse]") {
  const Parsed parsed(
      R"({"s":"\u00e9\t","p":"plain","n":-1.50,"l":[null,false,true],"o":{"x":{}}})");
  REQUIRE(parsed.faults.empty());
  CHECK(parsed.document.root().count == 5);
  CHECK(parsed.at("/s").text == "é\t");
  CHECK(parsed.at("/s").escaped);
  CHECK(parsed.at("/p").text == "plain");
  CHECK_FALSE(parsed.at("/p").escaped);
  CHECK(parsed.at("/n").text == "-1.50");
  CHECK(parsed.at("/n").number() == -1.5);
  CHECK(parsed.at("/l").count == 3);
  CHECK(parsed.at("/l/0").is(Kind::kNull));
  CHECK(parsed.at("/l/1").is(Kind::kFalse));
  CHECK(parsed.at("/l/2").is(Kind::kTrue));
  CHECK(parsed.at("/l/2").ordinal == 2);
  CHECK(parsed.at("/o/x").is(Kind::kObject));
  CHECK(parsed.document.member(0, "n") != Document::kNoNode);
  CHECK(parsed.document.member(0, "N") == Document::kNoNode);
  CHECK(parsed.document.member(parsed.document.member(0, "l"), "n") == Document::kNoNode);
}

TEST_CASE("pointers are escaped, and a name has that of its member", "[parse]") {
  const Parsed parsed(R"({"a/b":{"m~n":[0,[7]]},"":1})");
  REQUIRE(parsed.faults.empty());
  CHECK(parsed.document.pointer(0).empty());
  CHECK(parsed.document.pointer(1) == "/a~1b");
  CHECK(parsed.document.pointer(2) == "/a~1b");
  CHECK(parsed.at("/a~1b/m~0n/1/0").text == "7");
  CHECK(parsed.at("/").text == "1");
}

TEST_CASE("an offset leads to the innermost value that holds it", "[parse]") {
  const Parsed parsed(R"({"a": [10, {"b": 2}], "c": 3} )");
  const auto pointer = [&](std::string_view place) {
    const auto offset = static_cast<std::uint32_t>(parsed.text.find(place));
    return parsed.document.pointer(parsed.document.node_at(offset));
  };
  CHECK(pointer("10") == "/a/0");
  CHECK(pointer("{\"b\"") == "/a/1");
  CHECK(pointer("2}") == "/a/1/b");
  CHECK(pointer(", \"c\"").empty());
  CHECK(pointer("3") == "/c");
  CHECK(parsed.document.node_at(9999) == 0);
}

TEST_CASE("numbers beyond the range of double are read and keep their text", "[parse]") {
  const Parsed parsed(R"({"a":1e999,"b":-1E+400,"c":1e-400,"d":"1e999","e":5})");
  REQUIRE(parsed.faults.empty());
  CHECK(parsed.at("/a").text == "1e999");
  CHECK(parsed.at("/a").number() == std::numeric_limits<double>::infinity());
  CHECK(parsed.at("/b").number() == -std::numeric_limits<double>::infinity());
  CHECK(parsed.at("/c").number() == 0.0);
  CHECK(parsed.at("/d").text == "1e999");
  CHECK(parsed.at("/e").text == "5");
  CHECK_FALSE(parsed.at("/a").damaged);
}

TEST_CASE("a number that is masked for the reader leaves texts alone", "[parse]") {
  const Parsed parsed("{\"a\": 1e999, // don't say \"hello\n\"b\": \"took 1e5 s\"}",
                      Dialect::kJsonWithComments);
  REQUIRE(parsed.faults.empty());
  CHECK(parsed.at("/b").text == "took 1e5 s");
}

TEST_CASE("nesting is limited, and told at the bracket that goes too deep", "[parse]") {
  require_valid(std::string(64, '[') + std::string(64, ']'));
  const Parsed parsed(std::string(65, '[') + std::string(65, ']'));
  REQUIRE(parsed.faults.size() == 1);
  CHECK(parsed.faults[0].kind == FaultKind::kLimits);
  CHECK(parsed.faults[0].span == Span{64, 65});
  CHECK(parsed.document.empty());
  CHECK(Parsed(std::string(100'000, '[')).faults[0].kind == FaultKind::kLimits);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(Parsed(objects).faults[0].kind == FaultKind::kLimits);
  CHECK(Parsed(std::string(100'000, ']')).faults.size() == 1);
}

// One document with all that the grammar has.
const std::string kSample =
    "{\"a\": [1, -2.5e+3, \"x\\n\\u00e9\\ud83d\\ude80\", true], \"é中\": {\"b\": null, \"c\": [[], "
    "{}]}}\n";

TEST_CASE("cut at any byte the sample is no JSON any more", "[parse]") {
  require_valid(kSample);
  for (std::size_t length = 0; length + 1 < kSample.size(); ++length) {
    const Parsed parsed(kSample.substr(0, length));
    CAPTURE(length);
    CHECK_FALSE(parsed.faults.empty());
    for (const JsonFault& fault : parsed.faults) CHECK(fault.span.end <= length);
  }
}

TEST_CASE("whatever one byte of the sample becomes, places stay in the text", "[parse]") {
  for (std::size_t at = 0; at < kSample.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      std::string text = kSample;
      text[at] = static_cast<char>(value);
      const Parsed parsed(text);
      bool is_inside = true;
      for (const JsonFault& fault : parsed.faults) {
        is_inside =
            is_inside && fault.span.begin <= fault.span.end && fault.span.end <= text.size();
      }
      for (std::uint32_t node = 0; node < parsed.document.size(); ++node) {
        const Span span = parsed.document[node].span;
        is_inside = is_inside && span.begin < span.end && span.end <= text.size();
      }
      if (!is_inside) FAIL("byte " << at << " as " << value);
    }
  }
}

}  // namespace
}  // namespace kbc
