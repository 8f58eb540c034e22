#include "parse/literal.h"

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "catch.h"

namespace kbc {
namespace {

TEST_CASE("a number ends where RFC 8259 ends it", "[literal]") {
  struct Case {
    std::string_view text;
    std::size_t length;
  };
  const Case cases[] = {
      {"0", 1},
      {"-0", 2},
      {"7", 1},
      {"1234567890", 10},
      {"-12", 3},
      {"0.5", 3},
      {"-0.0", 4},
      {"10.25", 5},
      {"1e5", 3},
      {"1E5", 3},
      {"1e+5", 4},
      {"1e-5", 4},
      {"0e0", 3},
      {"1.5e300", 7},
      {"-1.5E-300", 9},
      {"1e999", 5},
      {"1e00001", 7},
      {"01", 1},
      {"00", 1},
      {"-01", 2},
      {"1.", 1},
      {"1.e5", 1},
      {"1e", 1},
      {"1e+", 1},
      {"1.5e", 3},
      {"1.2.3", 3},
      {"1,5", 1},
      {"0x1F", 1},
      {"1_000", 1},
      {"12 34", 2},
      {"1e5.5", 3},
      {"", 0},
      {"-", 0},
      {"+1", 0},
      {".5", 0},
      {"-.5", 0},
      {"--1", 0},
      {"e5", 0},
      {"NaN", 0},
      {"Infinity", 0},
      {"-Infinity", 0},
      {" 1", 0},
      {"\xEF\xBC\x91", 0},
  };
  for (const auto& [text, length] : cases) {
    CAPTURE(text);
    CHECK(number_length(text) == length);
  }
}

TEST_CASE("a number has the value that is nearest to what is written", "[literal]") {
  CHECK(parse_number("0.1") == 0.1);
  CHECK(parse_number("1e2") == 100.0);
  CHECK(parse_number("9007199254740993") == 9007199254740992.0);
  CHECK(parse_number("-0") == 0.0);
  CHECK(std::signbit(parse_number("-0")));
  CHECK(parse_number("1e999") == std::numeric_limits<double>::infinity());
  CHECK(parse_number("-1e999") == -std::numeric_limits<double>::infinity());
  CHECK(parse_number("1e-999") == 0.0);
  CHECK(parse_number("4.9e-324") == std::numeric_limits<double>::denorm_min());
  CHECK(parse_number(std::string(400, '9')) == std::numeric_limits<double>::infinity());
  CHECK(parse_number("0." + std::string(400, '9')) == 1.0);
}

TEST_CASE("a text is escaped only where JSON demands it", "[literal]") {
  CHECK(quote("") == R"("")");
  CHECK(quote("plain / text") == R"("plain / text")");
  CHECK(quote("a\"b\\c") == R"("a\"b\\c")");
  CHECK(quote("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(quote(std::string_view("\0\x01\x1F", 3)) == R"("\u0000\u0001\u001f")");
  CHECK(quote("\x7F é 中 \xF0\x9F\x9A\x80") == "\"\x7F é 中 \xF0\x9F\x9A\x80\"");
}

TEST_CASE("each byte of a value has its place in the literal", "[literal]") {
  CHECK(raw_offset(R"("abc")", 0) == 1);
  CHECK(raw_offset(R"("abc")", 2) == 3);
  CHECK(raw_offset(R"("abc")", 3) == 4);
  CHECK(raw_offset(R"("abc")", 99) == 4);
  CHECK(raw_offset(R"("")", 0) == 1);
  CHECK(raw_offset(R"("a\nb")", 1) == 2);
  CHECK(raw_offset(R"("a\nb")", 2) == 4);
  CHECK(raw_offset(R"("\\d+")", 1) == 3);
  // U+00E9 has two bytes, U+4E2D three, U+1F680 four.
  CHECK(raw_offset(R"("\u00e9x")", 2) == 7);
  CHECK(raw_offset(R"("\u4e2dx")", 3) == 7);
  CHECK(raw_offset(R"("\ud83d\ude80x")", 4) == 13);
  CHECK(raw_offset("\"é\\tx\"", 2) == 3);
  CHECK(raw_offset("\"é\\tx\"", 3) == 5);
}

TEST_CASE("a place inside a character is where the character begins", "[literal]") {
  CHECK(raw_offset(R"("\u4e2dx")", 1) == 1);
  CHECK(raw_offset(R"("\u4e2dx")", 2) == 1);
  CHECK(raw_offset(R"("\ud83d\ude80x")", 3) == 1);
}

}  // namespace
}  // namespace kbc
