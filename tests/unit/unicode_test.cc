#include "text/unicode.h"

#include <utf8proc.h>

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "text/code_points.h"
#include "text/nfc.h"
#include "text/printable.h"
#include "text/scripts.h"
#include "text/utf8.h"

namespace kbc {
namespace {

std::string utf8(std::u32string_view values) {
  std::string text;
  for (const char32_t value : values) append_utf8(text, value);
  return text;
}

// The library's own normalisation of a whole short text, to compare with.
std::string reference_nfc(std::string_view text) {
  utf8proc_uint8_t* out = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &out, options);
  if (length < 0) return "utf8proc failed";
  std::string normal(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
  std::free(out);
  return normal;
}

std::vector<char32_t> values(const std::vector<FoundCharacter>& found) {
  std::vector<char32_t> list;
  for (const FoundCharacter& character : found) list.push_back(character.value);
  return list;
}

bool is_clean(std::u32string_view text) { return invisible_characters(utf8(text)).empty(); }

TEST_CASE("composed text is NFC, decomposed text is not", "[nfc]") {
  CHECK(is_nfc(""));
  CHECK(is_nfc("plain ASCII"));
  CHECK(is_nfc(utf8(U"caf\u00E9 返回标识符，可用")));
  CHECK_FALSE(is_nfc(utf8(U"cafe\u0301")));
  CHECK_FALSE(is_nfc(utf8(U"\u212B")));              // ångström sign, a singleton
  CHECK_FALSE(is_nfc(utf8(U"\u1100\u1161\u11A8")));  // conjoining jamo of one syllable
  CHECK_FALSE(is_nfc(utf8(U"\uAC00\u11A8")));        // a syllable and its last consonant
  CHECK_FALSE(is_nfc(utf8(U"a\u0301\u0323")));       // marks in the wrong order
  CHECK_FALSE(is_nfc(utf8(U"\u0958")));              // excluded from composition
  CHECK(is_nfc(utf8(U"\u0915\u093C")));
  CHECK(is_nfc(utf8(U"\n\u0301")));  // a mark with nothing to combine with
}

TEST_CASE("the place is the one character with its marks", "[nfc]") {
  CHECK(first_not_nfc(utf8(U"caf\u00E9")) == std::nullopt);
  CHECK(first_not_nfc(utf8(U"cafe\u0301s e\u0301")) == TextRange{3, 3});
  CHECK(first_not_nfc(utf8(U"返\u212B返")) == TextRange{3, 3});
  CHECK(first_not_nfc(utf8(U"e\u0301")) == TextRange{0, 3});
  CHECK(first_not_nfc(utf8(U"x\u0302 a\u0301")) == TextRange{4, 3});
  CHECK(first_not_nfc(utf8(U"\u0915\u094D\u0958")) == TextRange{6, 3});
}

TEST_CASE("the rewritten text is composed", "[nfc]") {
  CHECK(to_nfc("") == "");
  CHECK(to_nfc(utf8(U"cafe\u0301 返 \u212B!")) == utf8(U"caf\u00E9 返 \u00C5!"));
  CHECK(to_nfc(utf8(U"\u1100\u1161\u11A8")) == utf8(U"\uAC01"));
  CHECK(to_nfc(utf8(U"a\u0301\u0323")) == utf8(U"\u1EA1\u0301"));
}

TEST_CASE("every character is normalised as utf8proc does it, after any other", "[nfc]") {
  const std::u32string_view before[] = {U"", U"a", U"\uAC00", U"\u09C7", U"e\u0323"};
  std::size_t wrong = 0;
  for (char32_t value = 0; value < 0x2FA20; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    for (const std::u32string_view start : before) {
      std::string text = utf8(start);
      append_utf8(text, value);
      const std::string expected = reference_nfc(text);
      if (to_nfc(text) != expected || is_nfc(text) != (text == expected)) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("replacing the place mends it", "[nfc]") {
  std::string text = utf8(U"e\u0301 返\u212B \u1100\u1161 a\u0301\u0323 \u0958");
  const std::string expected = to_nfc(text);
  std::size_t places = 0;
  for (auto place = first_not_nfc(text); place && places < 10; place = first_not_nfc(text)) {
    text.replace(place->offset, place->length,
                 to_nfc(std::string_view(text).substr(place->offset, place->length)));
    ++places;
  }
  CHECK(text == expected);
  CHECK(places == 5);
}

TEST_CASE("a megabyte of marks in the worst order ends", "[nfc]") {
  std::string text = "a";
  for (int count = 0; count < 200'000; ++count) append_utf8(text, U'\u0301');
  for (int count = 0; count < 200'000; ++count) append_utf8(text, U'\u0323');
  std::string alternating = "a";
  for (int count = 0; count < 200'000; ++count) append_utf8(alternating, U'\u0F73');
  CHECK(to_nfc(text).substr(0, 5) == utf8(U"\u1EA1\u0323"));
  CHECK_FALSE(is_nfc(alternating));
}

TEST_CASE("bytes that are no characters stay as they are", "[nfc]") {
  const std::string_view text = "\xFF\xC3 a\x80\xE8\xBF end";
  CHECK(is_nfc(text));
  CHECK(to_nfc(text) == text);
  CHECK(to_nfc(std::string(1 << 20, '\x80')).size() == 1 << 20);
}

TEST_CASE("control characters are found with their place", "[unicode]") {
  CHECK(control_characters("no control at all, é 返", Newlines::kForbidden).empty());
  const auto found =
      control_characters("a\tb\x1B[0m\r\n\x7F\xC2\x85 \xC2\xA9", Newlines::kForbidden);
  CHECK(values(found) == std::vector<char32_t>{9, 27, 13, 10, 0x7F, 0x85});
  CHECK(found[1].offset == 3);
  CHECK(found[5].length == 2);
  CHECK(values(control_characters("a\r\nb", Newlines::kAllowed)) == std::vector<char32_t>{13});
  CHECK(control_characters(std::string_view("a\0b", 3), Newlines::kAllowed).size() == 1);
}

TEST_CASE("characters that nobody sees are found", "[unicode]") {
  for (const char32_t value :
       U"\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2064\uFEFF\u00AD\u061C"
       U"\u202A\u202E\u2066\u2069\u206F\u3164\uFE0F\U000E0041\U000E0100"
       U"\u180E\u115F\u034F\uFFF9") {
    if (value == 0) continue;
    CAPTURE(describe_character(value));
    const auto found = invisible_characters(utf8({std::u32string(U"ab") + value + U"cd"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].offset == 2);
    CHECK(found[0].value == value);
  }
  CHECK(is_clean(U"plain, é 返回标识符 한글 \u00A0\u3000"));
}

TEST_CASE("joiners are left alone where the spelling needs them", "[unicode]") {
  CHECK(is_clean(U"\u0645\u06CC\u200C\u0634\u0648\u062F"));  // Persian
  CHECK(is_clean(U"\u0915\u094D\u200D\u0937"));              // Devanagari, after the virama
  CHECK(is_clean(U"\u0915\u094D\u200D end"));                // a half form that stands alone
  CHECK_FALSE(is_clean(U"\u0645\u200Cx"));
  CHECK_FALSE(is_clean(U"x\u200C\u0645"));
  CHECK_FALSE(is_clean(U"\u0645 \u200C"));
  CHECK_FALSE(is_clean(U"返\u200D回"));
}

TEST_CASE("emoji keep their joiners, selectors and tags", "[unicode]") {
  CHECK(is_clean(U"\U0001F468\u200D\U0001F469\u200D\U0001F467"));  // family
  CHECK(is_clean(U"\U0001F3F3\uFE0F\u200D\U0001F308"));            // rainbow flag
  CHECK(is_clean(U"\U0001F9D1\U0001F3FD\u200D\U0001F4BB"));        // with a skin tone
  CHECK(is_clean(U"\u26A0\uFE0F careful \u2714\uFE0F 1\uFE0F\u20E3"));
  CHECK(is_clean(U"\U0001F3F4\U000E0067\U000E0062\U000E007F"));  // a flag by tags
  CHECK_FALSE(is_clean(U"\U0001F468\u200Dx"));
  CHECK_FALSE(is_clean(U"1\uFE0F"));
  CHECK_FALSE(is_clean(U"\U0001F468\U000E0067"));
}

TEST_CASE("an override that hides code is found twice", "[unicode]") {
  const auto found = invisible_characters(utf8(U"if \u202Eadmin\u202C x"));
  CHECK(values(found) == std::vector<char32_t>{0x202E, 0x202C});
}

// Default_Ignorable_Code_Point of Unicode 15, the unassigned ones included.
TEST_CASE("every character that is drawn as nothing is found", "[unicode]") {
  constexpr CodePointRange kIgnorable[] = {
      {0xAD, 0xAD},       {0x34F, 0x34F},   {0x61C, 0x61C},     {0x115F, 0x1160},
      {0x17B4, 0x17B5},   {0x180B, 0x180F}, {0x200B, 0x200F},   {0x202A, 0x202E},
      {0x2060, 0x206F},   {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
      {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
      {0xE0000, 0xE0FFF},
  };
  std::size_t count = 0;
  for (const CodePointRange& range : kIgnorable) {
    for (char32_t value = range.low; value <= range.high; ++value, ++count) {
      std::string text = "a";
      append_utf8(text, value);
      text += "b";
      const bool is_style = value == 0xFE0E || value == 0xFE0F;
      if (invisible_characters(text).size() != 1 || (!is_style && !is_unprintable(value))) {
        FAIL_CHECK("U+" << std::hex << std::uint32_t{value});
      }
    }
  }
  CHECK(count == 4174);
}

TEST_CASE("private characters are found", "[unicode]") {
  CHECK(private_characters(utf8(U"a\uD7FB\uF900\uFDCF\uFDF0\U000EFFFD 返回")).empty());
  CHECK(private_characters(utf8(U"\uFDD0 \uFDEF \uFFFE \uFFFF \U000EFFFF")).size() == 5);
  CHECK(values(private_characters(utf8(U"\uE000x\uF8FF\U000F0000\U0010FFFD"))) ==
        std::vector<char32_t>{0xE000, 0xF8FF, 0xF0000, 0x10FFFD});
}

TEST_CASE("blanks other than the space are found", "[unicode]") {
  CHECK(odd_blanks("a b\tc\n 返回").empty());
  const auto found = odd_blanks(utf8(U"a\u00A0b\u3000c\u202Fd\u2009e\u2028f\u2800"));
  CHECK(values(found) == std::vector<char32_t>{0xA0, 0x3000, 0x202F, 0x2009, 0x2028, 0x2800});
  CHECK(found[1].offset == 4);
}

TEST_CASE("the number of findings is bounded", "[unicode]") {
  CHECK(control_characters(std::string(1 << 20, '\x01'), Newlines::kForbidden).size() ==
        kMaxFoundCharacters);
  std::string text;
  for (int count = 0; count < 300'000; ++count)
    append_utf8(text, count % 2 ? U'\u200B' : U'\u00A0');
  CHECK(invisible_characters(text).size() == kMaxFoundCharacters);
  CHECK(odd_blanks(text).size() == kMaxFoundCharacters);
  CHECK(invisible_characters(std::string(1 << 20, '\xE2')).empty());
}

TEST_CASE("characters are described by number and name", "[unicode]") {
  CHECK(describe_character(0x200B) == "U+200B zero width space");
  CHECK(describe_character(0xA0) == "U+00A0 no-break space");
  CHECK(describe_character(0x07) == "U+0007 bell");
  CHECK(describe_character(0x1F) == "U+001F unit separator");
  CHECK(describe_character(0x7F) == "U+007F delete");
  CHECK(describe_character(0x9B) == "U+009B C1 control");
  CHECK(describe_character(0xE0067) == "U+E0067 tag character");
  CHECK(describe_character(U'a') == "U+0061");
}

TEST_CASE("Han is told from other scripts, at the ends of its ranges too", "[unicode]") {
  for (const char32_t value : U"一龥返々〇\u3400\u9FFF\U00020000\U000323AF\uF900") {
    if (value != 0) CHECK(is_han(value));
  }
  for (const char32_t value : U"aéあア한。，！\u2E9A\u4DC0\uA000\U000323B0\U0001F680") {
    CHECK_FALSE(is_han(value));
  }
  CHECK(has_script("CONNACK 返回", is_han));
  CHECK_FALSE(has_script("CONNACK。あ", is_han));
  CHECK_FALSE(has_script("", is_han));
}

TEST_CASE("letters are told from digits, signs and marks", "[unicode]") {
  CHECK(has_letters("12 é"));
  CHECK(has_letters("返"));
  CHECK_FALSE(has_letters("12 %。☃"));
  CHECK_FALSE(has_letters(""));
}

TEST_CASE("a text is mostly of a script when its words are", "[unicode]") {
  CHECK(is_mostly_in("MQTT CONNACK 返回标识符被拒绝 (0x02) 或服务器不可用 (0x03)", is_han));
  CHECK(is_mostly_in("错误", is_han));
  CHECK_FALSE(is_mostly_in("MQTT 返回 v2 é", is_han));
  CHECK_FALSE(
      is_mostly_in("The shell prints 无法访问, which means that it cannot be accessed", is_han));
  CHECK_FALSE(is_mostly_in("permission denied", is_han));
  CHECK_FALSE(is_mostly_in("12345", is_han));
  CHECK_FALSE(is_mostly_in("", is_han));
}

}  // namespace
}  // namespace kbc
