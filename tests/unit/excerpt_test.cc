#include "output/excerpt.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// The excerpt, a bar, and a line with its mark.
std::string drawn(std::string_view text, std::size_t begin, std::size_t end) {
  const Excerpt excerpt = excerpt_of(text, span_of(begin, end));
  return excerpt.text + "|" + std::string(excerpt.blanks, ' ') + std::string(excerpt.marks, '^');
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("the line around the mark is shown", "[excerpt]") {
  CHECK(drawn("one\ntwo three\nfour", 8, 13) == "two three|    ^^^^^");
  CHECK(drawn("one\r\ntwo\r\n", 5, 8) == "two|^^^");
  CHECK(drawn("one\rtwo", 4, 5) == "two|^");
  CHECK(drawn("one", 0, 3) == "one|^^^");
}

TEST_CASE("an empty span marks one column", "[excerpt]") {
  CHECK(drawn("abc", 1, 1) == "abc| ^");
  CHECK(drawn("abc", 3, 3) == "abc|   ^");
  CHECK(drawn("", 0, 0) == "|^");
  CHECK(drawn("a\n\nb", 2, 2) == "|^");
}

TEST_CASE("a mark at or after the end of a line stands behind it", "[excerpt]") {
  CHECK(drawn("abc\ndef", 3, 4) == "abc|   ^");
  CHECK(drawn("abc\r\ndef", 3, 5) == "abc|   ^");
  CHECK(drawn("abc\r\ndef", 4, 5) == "abc|   ^");
  CHECK(drawn("abc", 17, 20) == "abc|   ^");
}

TEST_CASE("of several lines the first is marked", "[excerpt]") {
  CHECK(drawn("{\n  \"a\": [\n1\n]\n}", 9, 15) == "  \"a\": [|       ^");
  CHECK(drawn("abc\r\ndef\r\n", 1, 10) == "abc| ^^");
}

TEST_CASE("columns are those of a terminal", "[excerpt]") {
  CHECK(drawn("中文ab", 6, 7) == "中文ab|    ^");
  CHECK(drawn("a中文", 1, 7) == "a中文| ^^^^");
  CHECK(drawn("e\u0301x", 3, 4) == "e\u0301x| ^");
  CHECK(drawn("e\u0301x", 1, 3) == "e\u0301x| ^");  // a mark without width of its own
  CHECK(drawn("🙂x", 4, 5) == "🙂x|  ^");
  CHECK(drawn("\t\tx", 2, 3) == "  x|  ^");
}

TEST_CASE("nothing in a line can drive the terminal", "[excerpt]") {
  CHECK(drawn("a\x1b[2Jb", 1, 2) == "a<U+001B>[2Jb| ^^^^^^^^");
  CHECK(drawn("a\u202Eb", 4, 5) == "a<U+202E>b|         ^");
  CHECK(drawn("\u200B", 0, 3) == "<U+200B>|^^^^^^^^");
  CHECK(drawn(std::string_view("\0\x7f", 2), 1, 2) == "<U+0000><U+007F>|        ^^^^^^^^");
  CHECK(drawn("\x80\xFF", 1, 2) == "\uFFFD\uFFFD| ^");
}

TEST_CASE("a line of 100 columns is shown whole", "[excerpt]") {
  const std::string line = repeated("ab", 50);
  CHECK(drawn(line, 99, 100) == line + "|" + std::string(99, ' ') + "^");
  CHECK(drawn(line, 0, 1) == line + "|^");
  const std::string wide = repeated("中", 50);
  CHECK(drawn(wide, 147, 150) == wide + "|" + std::string(98, ' ') + "^^");
}

TEST_CASE("of a longer line a part around the mark is shown", "[excerpt]") {
  const std::string line = repeated("0123456789", 30);
  CHECK(drawn(line, 0, 1) == line.substr(0, 100) + "…|^");
  CHECK(drawn(line, 60, 61) == line.substr(0, 100) + "…|" + std::string(60, ' ') + "^");
  CHECK(drawn(line, 61, 62) == "…" + line.substr(1, 100) + "…|" + std::string(61, ' ') + "^");
  CHECK(drawn(line, 299, 300) == "…" + line.substr(239) + "|" + std::string(61, ' ') + "^");
  CHECK(drawn(line, 100, 300) ==
        "…" + line.substr(40, 100) + "…|" + std::string(61, ' ') + std::string(40, '^'));
}

TEST_CASE("the mark is in sight whatever stands before it", "[excerpt]") {
  for (const std::string_view filler : {"a", "\u200B", "\u0301", "中", "\x80", "\x1b", "\t"}) {
    const std::string before = repeated(filler, 400'000);
    const std::string text = before + "XYZ" + before;
    const Excerpt excerpt = excerpt_of(text, span_of(before.size(), before.size() + 3));
    CAPTURE(filler);
    CHECK(excerpt.text.find("XYZ") != std::string::npos);
    CHECK(excerpt.marks == 3);
    CHECK(excerpt.blanks <= 61);
    CHECK(excerpt.text.size() < 5000);
    CHECK(!first_invalid_utf8(excerpt.text));
  }
}

TEST_CASE("a character is never cut", "[excerpt]") {
  const std::string text = repeated("中文🙂é", 100);
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const Excerpt excerpt = excerpt_of(text, span_of(at, at));
    if ((static_cast<unsigned char>(at < text.size() ? text[at] : ' ') & 0xC0) == 0x80) continue;
    if (excerpt.text.find("\uFFFD") != std::string::npos) FAIL_CHECK(at);
  }
}

}  // namespace kbc
