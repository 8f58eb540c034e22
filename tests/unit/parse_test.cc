#include "parse/parse.h"

#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "parse/literal.h"

namespace kbc {
namespace {

using Kind = kbc::Kind;
using FaultKind = JsonFault::Kind;

struct Parsed {
  explicit Parsed(std::string json, Dialect dialect = Dialect::kJson)
      : text(std::move(json)), faults(parse_json(text, dialect, document)) {}

  // The value at a JSON Pointer of names and ordinals without escapes.
  const Node& at(std::string_view pointer) const {
    for (std::uint32_t node = 0; node < document.size(); ++node) {
      if (!document[node].is_name && document.pointer(node) == pointer) return document[node];
    }
    FAIL("no value at " << pointer);
    return document.root();
  }
  std::string_view source(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }

  std::string text;
  Document document;
  std::vector<JsonFault> faults;
};

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

// The text has this one fault, at what `place` is in it, and can be read all the same.
Parsed mended(const std::string& text, std::string_view place, std::string_view message) {
  Parsed parsed(text);
  CAPTURE(text);
  REQUIRE(parsed.faults.size() == 1);
  CHECK(parsed.source(parsed.faults[0].span) == place);
  CHECK(parsed.faults[0].message == message);
  REQUIRE_FALSE(parsed.document.empty());
  return parsed;
}

// The text has this one fault and is not read.
void require_broken(const std::string& text, std::string_view place, std::string_view message) {
  const Parsed parsed(text);
  CAPTURE(text);
  REQUIRE(parsed.faults.size() == 1);
  CHECK(parsed.source(parsed.faults[0].span) == place);
  CHECK(parsed.faults[0].message == message);
  CHECK(parsed.document.empty());
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
  require_fault(std::string_view("\"\0\"", 3));
  require_fault(std::string_view("1\0", 2));
  require_fault(std::string_view("\0", 1));
  require_fault(std::string_view("{}\0{}", 5));
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

TEST_CASE("a comma too many is left out", "[parse]") {
  CHECK(mended(R"({"a": [1, 2, ]})", ",", "a comma before the closing `]`").at("/a").count == 2);
  CHECK(mended(R"({"a": 1,})", ",", "a comma before the closing `}`").at("/a").text == "1");
  CHECK(mended("[1,,2]", ",", "two commas in a row").document.root().count == 2);
  CHECK(mended("[,1]", ",", "a comma before the first item").document.root().count == 1);
}

TEST_CASE("a comma or colon that was forgotten is put in where there is room", "[parse]") {
  const Parsed parsed = mended("{\"a\": 1\n\"b\": 2}", "", "expected `,` before `\"b\"`");
  CHECK(parsed.faults[0].span.begin == 7);
  CHECK(parsed.at("/b").text == "2");
  CHECK(mended("[1 2]", "", "expected `,` before `2`").document.root().count == 2);
  CHECK(mended("[{} {}]", "", "expected `,` before `{`").document.root().count == 2);
  CHECK(mended(R"({"a" "x"})", "", "expected `:` behind the name, found `\"x\"`").at("/a").text ==
        "x");
  CHECK(mended(R"({"a" = 1})", "=", "expected `:`, found `=`").at("/a").text == "1");
  CHECK(mended(R"({"a": 1; "b": 2})", ";", "expected `,` or `}`, found `;`").at("/b").text == "2");
  require_broken(R"({"a": 1"b": 2})", "", "expected `,` before `\"b\"`");
}

TEST_CASE("comments are left out", "[parse]") {
  const Parsed parsed =
      mended("{ // it's \"this\n\"a\": 1 }", "// it's \"this", "JSON has no comments");
  CHECK(parsed.at("/a").text == "1");
  CHECK(mended("/* x */ [1]", "/* x */", "JSON has no comments").at("/0").text == "1");
  CHECK(mended("# x\n[1]", "# x", "JSON has no comments").at("/0").text == "1");
  require_broken("[1] /* x", "/*", "the comment is never closed");
  // The first few stand for the rest.
  std::string many = "[";
  for (int i = 0; i < 100; ++i) many += "// x\n";
  const Parsed all(many + "1]");
  CHECK(all.faults.size() == 3);
  CHECK(all.faults[0].help == "say it in a field, or leave it out; 97 more comments follow");
  CHECK(all.at("/0").text == "1");
}

TEST_CASE("the dialect with comments has the two kinds of JavaScript", "[parse]") {
  const Parsed parsed("// a\n{ /* b */ \"x\": /**/ 1 } // c", Dialect::kJsonWithComments);
  CHECK(parsed.faults.empty());
  CHECK(parsed.at("/x").text == "1");
  CHECK(parsed.source(parsed.at("/x").span) == "1");
  for (const char* text : {"# a\n1", "1 /* a", "1 /*/", "1 / 2", "/", "[1,] // a"}) {
    CAPTURE(text);
    CHECK_FALSE(Parsed(text, Dialect::kJsonWithComments).faults.empty());
  }
}

TEST_CASE("quotes of another kind are read as they are meant", "[parse]") {
  CHECK(mended("{'a': 1}", "'a'", "a string in single quotes").at("/a").text == "1");
  const Parsed parsed = mended("[\"a\", 'b c']", "'b c'", "a string in single quotes");
  CHECK(parsed.at("/1").text == "b c");
  CHECK_FALSE(parsed.at("/1").damaged);
  CHECK(mended("[“a b”, 1]", "“a b”", "a string in typographic quotes").at("/0").text == "a b");
  CHECK(mended("[‘’]", "‘’", "a string in typographic quotes").at("/0").text.empty());
}

TEST_CASE("values that JSON does not have are guessed, and marked as guessed", "[parse]") {
  for (const char* word : {"True", "None", "NaN", "nil", "undefined", "hello", "$x", "01", "+1",
                           ".5", "1.", "0x1F", "-Infinity", "1_000"}) {
    const Parsed parsed("{\"a\": " + std::string(word) + ", \"b\": 2}");
    CAPTURE(word);
    REQUIRE(parsed.faults.size() == 1);
    CHECK(parsed.source(parsed.faults[0].span) == word);
    CHECK(parsed.at("/a").damaged);
    CHECK(parsed.at("/b").text == "2");
    CHECK_FALSE(parsed.at("/b").damaged);
  }
  CHECK(Parsed("[True]").faults[0].help == "write `true`");
  CHECK(Parsed("[NaN]").faults[0].help == "write `null`");
  CHECK(Parsed("[ture]").faults[0].help == "write `true`");
  CHECK(Parsed("[hello]").faults[0].help == "a text needs double quotes: `\"hello\"`");
  CHECK(Parsed("[+1]").faults[0].help == "write `1`");
  CHECK(Parsed("[-.5]").faults[0].help == "write `-0.5`");
  CHECK(Parsed("[007.]").faults[0].help == "write `7`");
  CHECK(Parsed("[0x1F]").faults[0].help ==
        "write it in decimal, with a digit on both sides of the point");
  CHECK(mended(R"({"a": , "b": 2})", ",", "expected a value, found `,`").at("/a").damaged);
}

TEST_CASE("an escape that JSON lacks damages its text and nothing else", "[parse]") {
  const Parsed parsed =
      mended(R"({"regex": "\d+\.\s", "b": "x"})", R"(\d)", R"(`\d` is not a JSON escape)");
  CHECK(parsed.faults[0].help == R"(write `\\d` for a backslash; 2 more follow)");
  CHECK(parsed.at("/regex").damaged);
  CHECK_FALSE(parsed.at("/b").damaged);
  CHECK(mended(R"(["\u12"])", R"(\u12)", R"(`\u12` is not a JSON escape)").at("/0").damaged);
  CHECK(mended("[\"\\é\"]", "\\é", "`\\é` is not a JSON escape").at("/0").damaged);
  CHECK(mended("[\"a\\ b\"]", "\\ ", "`\\ ` is not a JSON escape").at("/0").damaged);
  CHECK(mended("[\"a\tb\"]", "\t", "control character `\t` in a string").at("/0").damaged);
  CHECK(Parsed("[\"a\tb\"]").faults[0].help == "write `\\t`, or remove it");
}

TEST_CASE("strings that are not closed end the reading", "[parse]") {
  require_broken("{\"a\": \"x,\n\"b\": 1}", "\"x,", "the string is not closed on its line");
  require_broken("[\"x", "\"x", "the string is not closed on its line");
  require_broken("[\"a\\\n\"]", "\"a\\", "the string is not closed on its line");
  require_broken(R"({"a": "say "hello" now"})", "hello", "expected `,` or `}`, found `hello`");
  CHECK(Parsed(R"({"a": "say "hello" now"})").faults[0].help ==
        R"(a quote inside a string is written `\"`)");
}

TEST_CASE("brackets that are left open are told at the bracket", "[parse]") {
  require_broken("{\"a\": [1, 2}", "}", "expected `]`, found `}`");
  require_broken("{\"a\": [1, 2]", "{", "`{` is never closed");
  require_broken("[[1, 2]", "[", "`[` is never closed");
  CHECK(Parsed("[[1, 2]").faults[0].span.begin == 0);
}

TEST_CASE("a bracket that is wrong or missing shows by what follows", "[parse]") {
  const Parsed wrong = mended(R"({"a": [1, 2}, "b": 3})", "}", "expected `]`, found `}`");
  CHECK(wrong.faults[0].help == "write `]`");
  CHECK(wrong.source(*wrong.faults[0].other) == "[");
  CHECK(wrong.at("/b").text == "3");
  const Parsed missing = mended("{\"a\": [{\"b\": 1 ], \"c\": 3}", "]", "expected `}`, found `]`");
  CHECK(missing.faults[0].help == "write `}` before it");
  CHECK(missing.at("/a/0/b").text == "1");
  CHECK(missing.at("/c").text == "3");
  const Parsed unclosed =
      mended("{\"a\": [\"x\"\n  \"b\": 1}", "", "expected `,` or `]`, found `\"b\"`");
  CHECK(unclosed.faults[0].help == "close the array with `]` first");
  CHECK(unclosed.at("/b").text == "1");
}

TEST_CASE("what stands behind the value is left out, or shows that it ended too early", "[parse]") {
  CHECK(mended("{\"a\": 1} {\"b\": 2}", "{", "expected the end of the text, found `{`")
            .at("/a")
            .text == "1");
  CHECK(mended("{\"a\": 1}}", "}", "expected the end of the text, found `}`").at("/a").text == "1");
  CHECK(mended("[1],", ",", "expected the end of the text, found `,`").at("/0").text == "1");
  require_broken("{\"a\": [1]}, \"b\": 2}", ",", "expected the end of the text, found `,`");
}

TEST_CASE("several slips are all told in one reading", "[parse]") {
  const Parsed parsed("{\n  // note\n  'a': True,\n  \"b\": [1, 2,],\n  \"c\": 3,\n}\n");
  std::vector<std::string> places;
  for (const JsonFault& fault : parsed.faults) places.emplace_back(parsed.source(fault.span));
  CHECK(places == std::vector<std::string>{"// note", "'a'", "True", ",", ","});
  CHECK(parsed.at("/c").text == "3");
}

TEST_CASE("at most so many faults are told", "[parse]") {
  std::string text = "[";
  for (int i = 0; i < 100; ++i) text += "True,";
  const Parsed parsed(text + "1]");
  CHECK(parsed.faults.size() == kMaxJsonFaults);
  CHECK(parsed.document.empty());
}

TEST_CASE("a byte-order mark is told and left out", "[parse]") {
  const Parsed parsed =
      mended("\xEF\xBB\xBF{\"a\": 1}", "\xEF\xBB\xBF", "the text begins with a byte-order mark");
  CHECK(parsed.faults[0].kind == FaultKind::kEncoding);
  CHECK(parsed.faults[0].replacement == "");
  CHECK(parsed.at("/a").text == "1");
  CHECK(Parsed("\xEF\xBB\xBF").document.empty());
}

TEST_CASE("bytes that are not UTF-8 are told with their values", "[parse]") {
  const Parsed parsed =
      mended("{\"a\": \"caf\xE9\", \"b\": 1}", "\xE9",
             "byte 0xe9 is not UTF-8: " + std::string("a character that is cut short"));
  CHECK(parsed.faults[0].kind == FaultKind::kEncoding);
  CHECK(parsed.at("/a").damaged);
  CHECK_FALSE(parsed.at("/b").damaged);
  const Parsed many("[\"" + std::string(50, '\xFF') + "\"]");
  CHECK(many.faults.size() == 3);
  CHECK(many.faults[0].help == "save the file as UTF-8; 47 more places are not UTF-8");
  CHECK(many.at("/0").damaged);
}

TEST_CASE("another encoding is named and read no further", "[parse]") {
  using namespace std::string_literals;
  for (const std::string& text :
       {"\xFF\xFE{\0}\0"s, "\xFE\xFF\0{\0}"s, "{\0}\0"s, "\0{\0}"s, "\xFF\xFE"s}) {
    require_broken(text, text.substr(0, 1), "the text is UTF-16, not UTF-8");
  }
}

TEST_CASE("half a surrogate pair is told, wherever it stands", "[parse]") {
  for (const std::string half : {R"(\ud83d)", R"(\ude80)", R"(\uD800)", R"(\uDFFF)"}) {
    const Parsed parsed = mended("{\"a\": \"x" + half + "y\", \"b\": 1}", half,
                                 "`" + half + "` is half of a surrogate pair");
    CHECK(parsed.faults[0].kind == FaultKind::kEncoding);
    CHECK(parsed.at("/a").damaged);
    CHECK(parsed.at("/b").text == "1");
    CHECK(Parsed("{\"" + half + "\": 1}").faults.size() == 1);
  }
  CHECK(Parsed(R"(["\ude80\ud83d"])").faults.size() == 2);
  CHECK(Parsed(R"(["\ud83d\ud83d\ude80"])").faults.size() == 1);
  CHECK(Parsed(R"(["\\ud83d"])").faults.empty());
  CHECK(Parsed(R"(["\ud83d\ude80"])").at("/0").text == "\xF0\x9F\x9A\x80");
}

TEST_CASE("blanks that JSON does not have are read as blanks", "[parse]") {
  const Parsed parsed = mended("{\n\xC2\xA0 \"a\": 1,\n\xC2\xA0 \"b\": 2}", "\xC2\xA0",
                               "U+00A0 no-break space is no blank in JSON");
  CHECK(parsed.faults[0].help == "write an ordinary blank; 1 more like it stand outside strings");
  CHECK(parsed.at("/b").text == "2");
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

TEST_CASE("an empty text is named so", "[parse]") {
  require_broken("", "", "the file is empty");
  require_broken(" \n", "", "the file is empty");
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
