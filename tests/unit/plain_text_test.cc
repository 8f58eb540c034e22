#include "text/plain_text.h"

#include <random>
#include <string>

#include "catch.h"
#include "text/terminal_sequence.h"

namespace kbc {
namespace {

std::string plain(std::string_view text) {
  PlainText plain;
  plain.set(text);
  return std::string(plain.text());
}

}  // namespace

TEST_CASE("a plain text has no sequences that steer a terminal", "[text]") {
  CHECK(plain("none at all") == "none at all");
  CHECK(plain("\x1b[1;31merror:\x1b[m\x1b[K no\x1b[0m") == "error: no");
  CHECK(plain("\x1b]8;;file:///a\x1b\\a.cc\x1b]8;;\x1b\\:1 \x1b]0;title\ab") == "a.cc:1 b");
  CHECK(plain("\x1b(Bplain\x1b=") == "plain");
  // What is cut off, or is no sequence, takes nothing else with it.
  CHECK(plain("a\x1b") == "a");
  CHECK(plain("a\x1b[") == "a");
  CHECK(plain("a\x1b[31\nb") == "a\nb");
  CHECK(plain("a\x1b]8;;no end\nb") == "a\nb");
  CHECK(plain("a\x1b[3é") == "aé");
  CHECK(plain("a\x1b\né\x1bé") == "a\néé");
}

TEST_CASE("a range of a plain text leads back to where it stood", "[text]") {
  const std::string text = "\x1b[1mbus.cc:\x1b[m\x1b[K \x1b[31mfatal\x1b[0m error";
  PlainText plain;
  plain.set(text);
  REQUIRE(plain.text() == "bus.cc: fatal error");
  const PlainText::Range word = plain.origin(8, 13);
  CHECK(text.substr(word.begin, word.end - word.begin) == "fatal");
  const PlainText::Range all = plain.origin(0, 19);
  CHECK(all.begin == 4);
  CHECK(all.end == text.size());
  const PlainText::Range both = plain.origin(4, 10);
  CHECK(text.substr(both.begin, both.end - both.begin) == "cc:\x1b[m\x1b[K \x1b[31mfa");
  CHECK(plain.origin(3, 3).begin == plain.origin(3, 3).end);
  plain.set("nothing to take out");
  CHECK(plain.origin(2, 5).begin == 2);
  CHECK(plain.origin(2, 5).end == 5);
}

TEST_CASE("every byte of a plain text stands where it leads back to", "[text]") {
  std::mt19937 random(23);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    static const std::string kPieces[] = {"\x1b", "[",  "3", "1;", "m",     "]",
                                          "\a",   "\\", "é", "\n", "word ", "\x1b[0m"};
    for (auto left = random() % 30; left > 0; --left)
      text += kPieces[random() % std::size(kPieces)];
    PlainText plain;
    plain.set(text);
    CHECK(plain.text().find(kEscape) == std::string_view::npos);
    std::size_t last = 0;
    for (std::size_t at = 0; at < plain.text().size(); ++at) {
      const PlainText::Range range = plain.origin(at, at + 1);
      REQUIRE(range.end == range.begin + 1);
      REQUIRE(range.end <= text.size());
      CHECK(text[range.begin] == plain.text()[at]);
      CHECK((at == 0 || range.begin > last));
      last = range.begin;
    }
  }
}

}  // namespace kbc
