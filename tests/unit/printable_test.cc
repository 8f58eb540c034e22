#include "text/printable.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "text/utf8.h"

namespace kbc {

using namespace std::string_view_literals;

TEST_CASE("what a terminal would obey or hide is spelled out", "[printable]") {
  CHECK(printable("plain text, 100 %") == "plain text, 100 %");
  CHECK(printable("") == "");
  CHECK(printable("a\nb\r\tc") == "a<U+000A>b<U+000D><U+0009>c");
  CHECK(printable("\x1b[2Jgone\x7f") == "<U+001B>[2Jgone<U+007F>");
  CHECK(printable("a\0b"sv) == "a<U+0000>b");
  CHECK(printable("\xC2\x9B"
                  "31m") == "<U+009B>31m");  // CSI as one character
  CHECK(printable("\xE2\x80\xAE\xE2\x80\x8B\xEF\xBB\xBF") == "<U+202E><U+200B><U+FEFF>");
  CHECK(printable("\xE2\x80\xA8\xE2\x80\xA9") == "<U+2028><U+2029>");
  CHECK(printable("\xF3\xA0\x81\x81") == "<U+E0041>");
}

TEST_CASE("what has ink stays", "[printable]") {
  const std::string text = "`é` 中文 🙂 \u00a0 e\u0301 \uFFFD";
  CHECK(printable(text) == text);
}

TEST_CASE("every byte that is not UTF-8 becomes one replacement character", "[printable]") {
  const std::string_view broken = "a\xFF\xC3(\xE4\xB8\xED\xA0\x80z"sv;
  const std::string mended = "a\uFFFD\uFFFD(\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDz";
  CHECK(printable(broken) == mended);
  CHECK(valid_utf8(broken) == mended);
}

TEST_CASE("valid UTF-8 is kept, control characters too", "[printable]") {
  const std::string text = "a\n\x1b\u200b中\u0080";
  CHECK(valid_utf8(text) == text);
}

TEST_CASE("any two bytes become valid UTF-8 in one line", "[printable]") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      const std::string shown = printable(text);
      if (first_invalid_utf8(shown) || first_invalid_utf8(valid_utf8(text))) {
        FAIL_CHECK(first << ' ' << second);
      }
      if (shown.find_first_of("\n\r\x1b\x7f") != std::string::npos) {
        FAIL_CHECK(first << ' ' << second);
      }
    }
  }
}

}  // namespace kbc
