#include "decode/decoded_text.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "decode/carriers.h"
#include "decode/characters.h"
#include "decode/readings.h"
#include "text/terminal_sequence.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using Undo = bool (*)(std::string_view, DecodedText&);

// The text as it is if there is nothing to undo.
std::string undone(Undo undo, std::string_view text) {
  DecodedText out;
  return std::string(undo(text, out) ? out.text() : text);
}

std::string stripped(std::string_view text) { return undone(undo_terminal, text); }
std::string controls(std::string_view text) { return undone(undo_spelled_controls, text); }
std::string references(std::string_view text) { return undone(undo_references, text); }
std::string typography(std::string_view text) { return undone(undo_typography, text); }

using Texts = std::vector<std::string>;

// "via: text" of each.
template <typename Read>
Texts carried(const Read& read, std::string_view line) {
  Texts texts;
  read(line, [&](const DecodedText& text, const Via& via) {
    texts.push_back(via() + ": " + std::string(text.text()));
  });
  return texts;
}

Texts readings(std::string_view line, bool parts_matter = true) {
  Texts texts;
  if (!may_have_readings(line)) return texts;
  Readings().each(
      line, [&] { return parts_matter; },
      [&](const DecodedText& text, const std::string& via) {
        texts.push_back(via + ": " + std::string(text.text()));
      });
  return texts;
}

std::string part(std::string_view text, DecodedText::Range range) {
  return std::string(text.substr(range.begin, range.end - range.begin));
}

}  // namespace

TEST_CASE("terminal sequences are taken out, and nothing else", "[decode]") {
  CHECK(stripped("none at all") == "none at all");
  CHECK(stripped("\x1b[1;31merror:\x1b[m\x1b[K no\x1b[0m") == "error: no");
  CHECK(stripped("\x1b]8;;file:///a\x1b\\a.cc\x1b]8;;\x1b\\:1 \x1b]0;title\ab") == "a.cc:1 b");
  CHECK(stripped("\x1b(Bplain\x1b=") == "plain");
  // What is cut off, or is no sequence, takes nothing else with it.
  CHECK(stripped("abc\x1b#6def") == "abcdef");
  CHECK(stripped("abc\x1b%Gdef\x1b Fghi\x1b$(Cjkl") == "abcdefghijkl");
  CHECK(stripped("abc\x1bXa string\x1b\\def") == "abcdef");
  CHECK(stripped("abc\x1b#\ndef") == "abc\ndef");
  CHECK(stripped("a\x1b") == "a");
  CHECK(stripped("a\x1b[") == "a");
  CHECK(stripped("a\x1b[31\nb") == "a\nb");
  CHECK(stripped("a\x1b]8;;no end\nb") == "a\nb");
  CHECK(stripped("a\x1b[3é") == "aé");
  CHECK(stripped("a\x1b\né\x1bé") == "a\néé");
}

TEST_CASE("a range of a decoded text leads back to where it was", "[decode]") {
  const std::string text = "\x1b[1mbus.cc:\x1b[m\x1b[K \x1b[31mfatal\x1b[0m error";
  DecodedText plain;
  REQUIRE(undo_terminal(text, plain));
  REQUIRE(plain.text() == "bus.cc: fatal error");
  CHECK(part(text, plain.origin(8, 13)) == "fatal");
  CHECK(plain.origin(0, 19).begin == 4);
  CHECK(plain.origin(0, 19).end == text.size());
  CHECK(part(text, plain.origin(4, 10)) == "cc:\x1b[m\x1b[K \x1b[31mfa");
  CHECK(plain.origin(3, 3).begin == plain.origin(3, 3).end);

  DecodedText quoted;
  const std::string entities = "a &lt;b&gt; c";
  REQUIRE(undo_references(entities, quoted));
  REQUIRE(quoted.text() == "a <b> c");
  CHECK(part(entities, quoted.origin(2, 3)) == "&lt;");
  CHECK(part(entities, quoted.origin(3, 5)) == "b&gt;");
  CHECK(part(entities, quoted.origin(6, 7)) == "c");
}

TEST_CASE("every byte that is copied leads back to itself", "[decode]") {
  static const std::string kPieces[] = {"\x1b[0m",  "#033[1m",
                                        "^[[0m",    "\\x1b[m",
                                        "[31m",     "&lt;",
                                        "&amp;lt;", "&#10;",
                                        "“",        " ",
                                        "é",        "  \t",
                                        "> ",       "**",
                                        "`",        "\\*",
                                        "\xff",     "\n",
                                        "word ",    "#012",
                                        "\x1b",     std::string(1, '\0')};
  std::mt19937 random(23);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) {
      text += kPieces[random() % std::size(kPieces)];
    }
    DecodedText all;
    all.copy(text, 0, text.size());
    for (const Undo undo :
         {undo_terminal, undo_spelled_controls, undo_references, undo_typography}) {
      DecodedText next;
      if (!undo(all.text(), next)) continue;
      next.compose(all);
      all = next;
      CAPTURE(text, all.text());
      std::size_t last = 0;
      for (std::size_t at = 0; at < all.text().size(); ++at) {
        const DecodedText::Range range = all.origin(at, at + 1);
        REQUIRE(range.begin >= last);
        REQUIRE(range.begin <= range.end);
        REQUIRE(range.end <= text.size());
        if (all.text()[at] == 'w') REQUIRE(part(text, range) == "w");
        last = range.begin;
      }
    }
    CHECK_FALSE(first_invalid_utf8(typography(text)));
  }
}

TEST_CASE("controls that a logger spelled are controls", "[decode]") {
  CHECK(controls("#033[1;31mfatal:#033[0m no") == "fatal: no");
  CHECK(controls("\\x1b[31mfatal:\\x1B[m no") == "fatal: no");
  CHECK(controls("\\u001b[31mfatal:\\u001B[K no") == "fatal: no");
  CHECK(controls("\\033[31mfatal:\\e[0m no") == "fatal: no");
  CHECK(controls("^[[31mfatal:^[[0m no") == "fatal: no");
  CHECK(controls("␛[31mfatal:�[0m no") == "fatal: no");
  CHECK(controls("[31mfatal:[0m no") == "fatal: no");
  CHECK(controls("one#012two#011three#015") == "one\ntwo\tthree");
  // Text that only looks like it.
  const std::string paths = "issue #99, C:\\e\\x1b, ^[a-z], #099 #0 [;m";
  CHECK(controls(paths) == paths);
  CHECK(controls("[m] [K] [31] [error] a[3]mb") == "[m] [K] [31] [error] a[3]mb");
}

TEST_CASE("references of HTML are characters", "[decode]") {
  CHECK(references("can&#39;t &lt;open&gt; &quot;x&quot; &amp;&#x41;") == "can't <open> \"x\" &A");
  CHECK(references("&amp;lt;b&amp;gt;") == "<b>");
  CHECK(references("a &b; &; &#; &#x; &#99999999; &notaname; & &lt") ==
        "a &b; &; &#; &#x; &#99999999; &notaname; & &lt");
  CHECK(references("&#xD800;&#0;").size() > 0);
}

TEST_CASE("characters that only look plain become plain", "[decode]") {
  CHECK(typography("Cannot find module ‘x’ – “y” … z") == "Cannot find module 'x' - \"y\" ... z");
  CHECK(typography("no  such\tfile   here ") == "no such file here ");
  CHECK(typography("\xEF\xBB\xBF"
                   "fatal") == "fatal");
  CHECK(typography("> > fatal: a\n> b\n  c > d") == "fatal: a\nb\n c > d");
  CHECK(typography("a\xff"
                   "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(typography(std::string_view("f\0a\0t", 5)) == "fat");
  CHECK(typography("国，é ß") == "国，é ß");
}

TEST_CASE("what stands in a line that was seen is not read again where parts do not matter",
          "[decode]") {
  const auto rest = [](std::string_view line) { return readings(line, false); };
  CHECK(rest(R"({"log":"a plain text\n","stream":"stderr"})").empty());
  CHECK(rest(R"(level=error msg="a plain text")").empty());
  CHECK(readings(R"({"log":"a plain text\n"})").size() == 1);
  CHECK(rest(R"({"log":"a \"quoted\" text\n"})") == Texts{"json .log: a \"quoted\" text\n"});
  CHECK(rest(R"({"log":"one\ntwo"})") == Texts{"json .log: one\ntwo"});
  CHECK(rest(R"({"log":"a  b"})") == Texts{R"(typography: {"log":"a b"})", "json .log: a  b"});
}

TEST_CASE("Markdown's marks are taken out", "[decode]") {
  CHECK(undone(undo_markdown, "**fatal**: `git` \\_x\\_ a_b * c\\d") ==
        "fatal: git _x_ a_b * c\\d");
}

TEST_CASE("JSON carries its strings", "[decode]") {
  CHECK(carried(read_json, R"({"log":"a\n\"b\" \u00e9\ud83d\ude00","n":1,"stream":"stderr"})") ==
        Texts{"json .log: a\n\"b\" é😀", "json .stream: stderr"});
  CHECK(carried(read_json, R"(web-1 | {"err": {"message": "no", "stack": ["x y", "z w"]}})") ==
        Texts{"json .err.message: no", "json .err.stack: x y", "json .err.stack: z w"});
  CHECK(carried(read_json, R"({"log":"{\"msg\":\"in\\nner\"}"})") ==
        Texts{"json .log: {\"msg\":\"in\\nner\"}", "json .log .msg: in\nner"});
  CHECK(carried(read_json, "{\"MESSAGE\":[102,97,116,97,108, 33]}") ==
        Texts{"json .MESSAGE: fatal!"});
  CHECK(carried(read_json, R"({"cut":"off he)") == Texts{"json .cut: off he"});
  CHECK(carried(read_json, R"({"a":[1,2],"b":[1,300,2,3,4]} "c" [)").empty());
  CHECK(carried(read_json, "no object \"at\": all").empty());
  // Not deeper than three levels.
  CHECK(carried(read_json,
                R"({"a":"{\"b\":\"{\\\"c\\\":\\\"{\\\\\\\"d\\\\\\\":\\\\\\\"x\\\\\\\"}\\\"}\"}"})")
            .size() == 3);
}

TEST_CASE("logfmt and Python's bytes carry what they quote", "[decode]") {
  CHECK(carried(read_logfmt, R"(level=error msg="no \"x\"\n" err.text="y z" a= ="b" c="cut)") ==
        Texts{"logfmt msg: no \"x\"\n", "logfmt err.text: y z", "logfmt c: cut"});
  CHECK(carried(read_python_bytes, R"(E: b'it\'s \xc3\xa9\n' b"two" ab'x' b)") ==
        Texts{"bytes: it's é\n", "bytes: two"});
}

TEST_CASE("a value inside a value leads back to the line", "[decode]") {
  const std::string line = R"({"log":"{\"msg\":\"can&#39;t open\"}"})";
  bool is_found = false;
  const auto always = [] { return true; };
  Readings().each(line, always, [&](const DecodedText& text, const std::string& via) {
    const std::size_t at = text.text().find("can't");
    if (at == std::string_view::npos || via != "json .log .msg") return;
    is_found = true;
    CHECK(part(line, text.origin(at, at + 5)) == "can&#39;t");
    CHECK(part(line, text.origin(at + 6, at + 10)) == "open");
  });
  CHECK(is_found);
}

TEST_CASE("UTF-16 is read in either order, with a mark or without", "[decode]") {
  const std::u16string text = u"fatal: nö “x”";
  for (const bool is_little : {true, false}) {
    for (const bool has_mark : {true, false}) {
      std::string bytes;
      const auto put = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += is_little ? low : high;
        bytes += is_little ? high : low;
      };
      if (has_mark) put(0xFEFF);
      for (const char16_t unit : text) put(unit);
      const Texts read = readings(bytes);
      REQUIRE_FALSE(read.empty());
      CHECK(read.front() == "utf-16: fatal: nö “x”");
    }
  }
}

TEST_CASE("a line that carries nothing has no other reading", "[decode]") {
  for (const char* line :
       {"", "fatal: refusing to merge unrelated histories", "it's 5 o'clock [error] (x) #12 a&b",
        "2026-01-10 12:00:01 web-1 nginx[12]: ok, 17% of 4096; done"}) {
    CAPTURE(line);
    CHECK_FALSE(may_have_readings(line));
  }
  // A mark at any place of a long line is seen.
  for (std::size_t size = 1; size < 80; ++size) {
    for (std::size_t at = 0; at + 1 < size; ++at) {
      std::string line(size, 'x');
      line[at] = '\\';
      CAPTURE(size, at);
      REQUIRE(may_have_readings(line));
      line[at] = line[at + 1] = ' ';
      REQUIRE(may_have_readings(line));
      line[at] = 'x';
      line[at + 1] = '\xC3';
      REQUIRE(may_have_readings(line));
    }
  }
}

TEST_CASE("the readings of a line stay in proportion to it", "[decode]") {
  std::string nested = R"({"a":"x \" y"})";
  for (int depth = 0; depth < 12; ++depth) nested = "{\"a\":[" + nested + "," + nested + "]}";
  for (const std::string& line :
       {nested, std::string(1 << 20, '&'), std::string(1 << 20, '"'), std::string(1 << 20, '{'),
        std::string(1 << 20, '['), std::string(1 << 20, '\\'), std::string(1 << 20, '\x1b'),
        std::string(1 << 20, '\0')}) {
    std::size_t bytes = 0;
    Readings().each(
        line, [] { return true; },
        [&](const DecodedText& text, const std::string&) { bytes += text.text().size(); });
    CHECK(bytes <= Readings::kMostGrowth * line.size() + Readings::kRoom);
  }
}

}  // namespace kbc
