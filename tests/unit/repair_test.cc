// Texts that are not JSON: what is said of them, and what is read all the same.

#include "parse/repair.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "text/ticked.h"
#include "unit/parsed.h"

namespace kbc {
namespace {

using Kind = kbc::Kind;
using FaultKind = JsonFault::Kind;

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
  CHECK(mended(R"({"a" "x"})", "", "expected `:` after the name, found `\"x\"`").at("/a").text ==
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
  CHECK(all.faults[0].help == "put it into a field, or remove it; 97 more comments follow");
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
  CHECK(Parsed("[NaN]").faults[0].help == "write the intended number");
  CHECK(Parsed("[None]").faults[0].help == "write `null`");
  CHECK(Parsed("[ture]").faults[0].help == "write `true`");
  CHECK(Parsed("[hello]").faults[0].help == "a string needs double quotes: `\"hello\"`");
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

TEST_CASE("a name without quotes is read as it is meant", "[parse]") {
  const Parsed parsed =
      mended(R"({domain: "git", "b": 2})", "domain", "the name `domain` has no quotes");
  CHECK(parsed.faults[0].help == R"(write `"domain"`)");
  CHECK(parsed.at("/domain").text == "git");
  CHECK_FALSE(parsed.at("/domain").damaged);
  CHECK(parsed.source(parsed.document[1].span) == "domain");
  CHECK(mended(R"({"a":1,é:2})", "é", "the name `é` has no quotes").at("/é").text == "2");
  CHECK(Parsed("{ab: 1, cd: 2}").at("/cd").text == "2");
  require_broken("{a b: 1}", "a", "the name `a` has no quotes");
  require_broken("{ab}", "ab", "the name `ab` has no quotes");
}

TEST_CASE("a marker of a merge conflict is named", "[parse]") {
  require_broken("{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> b\n}", "<<<<<<< HEAD",
                 "unresolved merge conflict marker");
  require_broken("{\"a\": 1,\n=======\r\n}", "=======", "unresolved merge conflict marker");
}

TEST_CASE("a string that is not closed is guessed when all is well behind it", "[parse]") {
  const std::string message = "the string is not closed on its line";
  const Parsed parsed = mended("{\"a\": \"x,\n\"b\": 1}", "\"x,", message);
  CHECK(parsed.at("/a").damaged);
  CHECK(parsed.at("/b").text == "1");
  CHECK(mended("[\n\"x\n]", "\"x", message).at("/0").damaged);
  require_broken("{\"a\": \"one\ntwo\",\n\"b\": 1}", "\"one", message);
  require_broken("{\"a\": \"x\n\"b\": 1}", "\"x", message);
}

TEST_CASE("other strings that are not closed end the reading", "[parse]") {
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
  for (const std::string garbage : {"xx", "\"x\"", "1", "+1", "'x'", ";", "x y: z"}) {
    const std::string first = garbage.substr(0, garbage.find(' '));
    const Parsed parsed = mended("{\"a\": 1}\n" + garbage, first,
                                 "expected the end of the text, found " + ticked(first));
    CHECK(parsed.at("/a").text == "1");
    CHECK(parsed.faults[0].help == "remove it");
  }
  CHECK(Parsed(std::string("{\"a\": 1}\0", 9)).at("/a").text == "1");
  const Parsed early =
      mended("{\"a\": [1]}, \"b\": 2}", ",", "expected the end of the text, found `,`");
  CHECK(early.at("/b").text == "2");
  require_broken("{\"a\": [1]}, \"b\": 2", ",", "expected the end of the text, found `,`");
  require_broken("{\"a\": [1]}\n\"b\": 2}", "\"b\"", "expected the end of the text, found `\"b\"`");
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

TEST_CASE("UTF-32 is not called UTF-16", "[parse]") {
  for (const std::string& text :
       {std::string("\xFF\xFE\0\0{\0\0\0", 8), std::string("\0\0\xFE\xFF\0\0\0{", 8)}) {
    CHECK(Parsed(text).faults[0].message == "the text is UTF-32, not UTF-8");
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
                               "U+00A0 no-break space is not whitespace in JSON");
  CHECK(parsed.faults[0].help == "write an ordinary space; 1 more like it outside strings");
  CHECK(parsed.at("/b").text == "2");
}

TEST_CASE("an empty text is named so", "[parse]") {
  require_broken("", "", "the file is empty");
  require_broken(" \n", "", "the file is empty");
}

}  // namespace
}  // namespace kbc
