#include "text/utf8.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "catch.h"

namespace kbc {
namespace {

void require_fault(std::string_view text, std::size_t offset, std::size_t length,
                   Utf8FaultKind kind) {
  const auto fault = first_invalid_utf8(text);
  CAPTURE(text);
  REQUIRE(fault.has_value());
  CHECK(fault->offset == offset);
  CHECK(fault->length == length);
  CHECK(fault->kind == kind);
}

TEST_CASE("valid UTF-8 has no fault", "[utf8]") {
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("plain ASCII of more than eight bytes\x7F"));
  CHECK_FALSE(first_invalid_utf8(std::string_view("\0", 1)));
  CHECK_FALSE(first_invalid_utf8("é 返回 \xF0\x9F\x9A\x80 end"));
  CHECK_FALSE(first_invalid_utf8("\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF"));
  CHECK_FALSE(first_invalid_utf8("\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST_CASE("each way to be wrong has its own name", "[utf8]") {
  require_fault("ab\x80", 2, 1, Utf8FaultKind::kStrayContinuation);
  require_fault("\xC3\xA9\xA9", 2, 1, Utf8FaultKind::kStrayContinuation);
  require_fault("x\xC0\xAFy", 1, 2, Utf8FaultKind::kOverlong);
  require_fault("\xC1\xBF", 0, 2, Utf8FaultKind::kOverlong);
  require_fault("\xE0\x9F\xBF", 0, 3, Utf8FaultKind::kOverlong);
  require_fault("\xF0\x8F\xBF\xBF", 0, 4, Utf8FaultKind::kOverlong);
  require_fault("\xED\xA0\x80", 0, 3, Utf8FaultKind::kSurrogate);
  require_fault("\xED\xBF\xBF", 0, 3, Utf8FaultKind::kSurrogate);
  require_fault("\xF4\x90\x80\x80", 0, 4, Utf8FaultKind::kTooLarge);
  require_fault("\xF7\xBF\xBF\xBF", 0, 4, Utf8FaultKind::kTooLarge);
  require_fault("\xF8\x88\x80\x80\x80", 0, 1, Utf8FaultKind::kNeverUsed);
  require_fault("a\xFF", 1, 1, Utf8FaultKind::kNeverUsed);
}

TEST_CASE("a character cut short is reported with the bytes that are there", "[utf8]") {
  require_fault("\xC3", 0, 1, Utf8FaultKind::kTruncated);
  require_fault("\xC3z", 0, 1, Utf8FaultKind::kTruncated);
  require_fault("\xE8\xBF", 0, 2, Utf8FaultKind::kTruncated);
  require_fault("\xE8\xBF\xE8\xBF\x94", 0, 2, Utf8FaultKind::kTruncated);
  require_fault("\xF0\x9F\x9A", 0, 3, Utf8FaultKind::kTruncated);
}

TEST_CASE("a fault is found at every offset of a long ASCII text", "[utf8]") {
  for (std::size_t offset = 0; offset < 40; ++offset) {
    std::string text(40, 'a');
    text[offset] = '\xFE';
    require_fault(text, offset, 1, Utf8FaultKind::kNeverUsed);
  }
}

TEST_CASE("every code point survives a round trip, and its prefixes are truncated", "[utf8]") {
  std::size_t wrong = 0;
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, value);
    const CodePoint back = decode(text, 0);
    if (back.value != value || back.length != text.size()) ++wrong;
    if (first_invalid_utf8(text) || count_code_points(text) != 1) ++wrong;
    if (previous_offset(text, text.size()) != 0) ++wrong;
    text.pop_back();
    if (!text.empty() && !first_invalid_utf8(text)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("what is no character is appended as the replacement character", "[utf8]") {
  for (const char32_t value : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string text = "a";
    append_utf8(text, value);
    CHECK(text == "a\xEF\xBF\xBD");
  }
}

TEST_CASE("decoding ends on any bytes", "[utf8]") {
  CHECK(decode("", 0).length == 0);
  CHECK(decode("a", 1).length == 0);
  CHECK(decode("a", 99).length == 0);
  const std::string_view text = "\xE8\xBF\xFF\xC0\x80z";
  std::size_t steps = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) ++steps;
  CHECK(steps == 6);
  CHECK(decode(text, 0).value == kReplacementCharacter);
  CHECK(decode(text, 5).value == U'z');
}

TEST_CASE("stepping back mirrors stepping forward", "[utf8]") {
  const std::string_view text = "a\xC3\xA9\xE8\xBF\x94\xF0\x9F\x9A\x80\x80\x80z";
  CHECK(previous_offset(text, 0) == 0);
  CHECK(previous_offset(text, 1) == 0);
  CHECK(previous_offset(text, 3) == 1);
  CHECK(previous_offset(text, 6) == 3);
  CHECK(previous_offset(text, 10) == 6);
  CHECK(previous_offset(text, 11) == 10);
  CHECK(previous_offset(text, 12) == 11);
}

TEST_CASE("code points are counted across the eight-byte steps", "[utf8]") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abcdefgh") == 8);
  CHECK(count_code_points("返回标识符被拒绝") == 8);
  std::string text;
  for (std::size_t count = 0; count < 50; ++count) {
    CHECK(count_code_points(text) == count);
    append_utf8(text, count % 3 == 0 ? U'a' : count % 3 == 1 ? U'返' : U'\U0001F680');
  }
}

TEST_CASE("code points are counted however many bytes there are", "[utf8]") {
  // Only continuations, which the count of one step has to hold.
  std::string rest;
  std::string ideographs;
  for (std::size_t count = 0; count < 700; ++count) {
    CHECK(count_code_points(rest) == 0);
    CHECK(count_code_points(ideographs) == count);
    CHECK(count_code_points(ideographs + "x") == count + 1);
    rest += '\x80';
    ideographs += "中";
  }
}

TEST_CASE("every kind of fault has a description of its own", "[utf8]") {
  CHECK(describe(Utf8FaultKind::kStrayContinuation) != describe(Utf8FaultKind::kNeverUsed));
  CHECK(describe(Utf8FaultKind::kSurrogate) == "a surrogate, which only UTF-16 has");
}

}  // namespace
}  // namespace kbc
