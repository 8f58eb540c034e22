#include "load/line_index.h"

#include <string>
#include <string_view>

#include "catch.h"

namespace kbc {
namespace {

Position at(std::string_view text, std::uint32_t offset) { return LineIndex(text).at(offset); }

TEST_CASE("lines and columns count from 1", "[line_index]") {
  CHECK(at("ab\ncd\n", 0) == Position{1, 1});
  CHECK(at("ab\ncd\n", 1) == Position{1, 2});
  CHECK(at("ab\ncd\n", 2) == Position{1, 3});
  CHECK(at("ab\ncd\n", 3) == Position{2, 1});
  CHECK(at("ab\ncd\n", 4) == Position{2, 2});
}

TEST_CASE("the end of the text and all beyond is one place", "[line_index]") {
  CHECK(at("", 0) == Position{1, 1});
  CHECK(at("", 7) == Position{1, 1});
  CHECK(at("ab", 2) == Position{1, 3});
  CHECK(at("ab", 0xFFFFFFFF) == Position{1, 3});
  CHECK(at("ab\n", 3) == Position{2, 1});
}

TEST_CASE("a line ends with LF, CR or CR LF", "[line_index]") {
  CHECK(at("a\r\nb", 3) == Position{2, 1});
  CHECK(at("a\rb", 2) == Position{2, 1});
  CHECK(at("a\r\rb", 3) == Position{3, 1});
  CHECK(at("a\n\rb", 3) == Position{3, 1});
  CHECK(at("a\r\n\r\nb", 5) == Position{3, 1});
  CHECK(at("a\r", 2) == Position{2, 1});
  CHECK(at("a\r\n", 2) == Position{1, 3});  // between the two
}

TEST_CASE("columns count code points", "[line_index]") {
  // é has two bytes, 中 three, the rocket four.
  const std::string text = "é中\xF0\x9F\x9A\x80x";
  CHECK(at(text, 0) == Position{1, 1});
  CHECK(at(text, 2) == Position{1, 2});
  CHECK(at(text, 5) == Position{1, 3});
  CHECK(at(text, 9) == Position{1, 4});
  CHECK(at(text, 10) == Position{1, 5});
}

TEST_CASE("an offset inside a character belongs to the character after it", "[line_index]") {
  CHECK(at("中x", 1) == Position{1, 2});
  CHECK(at("中x", 2) == Position{1, 2});
  CHECK(at("中x", 3) == Position{1, 2});
}

TEST_CASE("bytes that are not UTF-8 have columns of their own", "[line_index]") {
  CHECK(at("\xFF\xFEx", 2) == Position{1, 3});
  CHECK(at(std::string_view("\0\0x", 3), 2) == Position{1, 3});
}

TEST_CASE("long lines are counted right on both sides of each stride", "[line_index]") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "é";
  const LineIndex lines(text);
  for (std::uint32_t i = 0; i <= 1000; ++i) {
    CAPTURE(i);
    CHECK(lines.at(2 * i) == Position{1, i + 1});
  }
  for (const std::size_t size : {255u, 256u, 257u, 512u, 513u}) {
    const std::string ascii(size, 'x');
    CAPTURE(size);
    CHECK(LineIndex(ascii).at(static_cast<std::uint32_t>(size)) ==
          Position{1, static_cast<std::uint32_t>(size) + 1});
  }
}

TEST_CASE("a line is given without its end", "[line_index]") {
  const std::string text = "first\r\nsecond\rthird\n\nfifth";
  const LineIndex lines(text);
  CHECK(lines.line(1) == "first");
  CHECK(lines.line(2) == "second");
  CHECK(lines.line(3) == "third");
  CHECK(lines.line(4).empty());
  CHECK(lines.line(5) == "fifth");
  CHECK(lines.line(6).empty());
  CHECK(lines.line(0).empty());
  CHECK(lines.line_start(2) == 7);
  CHECK(lines.line_start(5) == 21);
  CHECK(lines.line_start(6) == text.size());
  CHECK(lines.line_start(0) == text.size());
}

}  // namespace
}  // namespace kbc
