#include "match/program.h"

#include <algorithm>
#include <random>
#include <string>

#include "catch.h"
#include "match/find_bytes.h"
#include "match/folded_text.h"
#include "plan/encode_program.h"
#include "plan/normal_variant.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

Token text(std::string value) {
  Token token;
  token.text = std::move(value);
  return token;
}

Token of(Token::Kind kind) {
  Token token;
  token.kind = kind;
  return token;
}

Token near(std::uint32_t least, std::uint32_t most) {
  Token token = of(Token::Kind::kNear);
  token.least = least;
  token.most = most;
  return token;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// The same, however much is known of the line.
ProgramOutcome outcome(const Variant& variant, std::string_view line) {
  const ProgramResult result = run_program(encode_program(variant), line);
  if (is_ascii(line)) {
    const ProgramResult again = run_program(encode_program(variant), line, true);
    CHECK(again.outcome == result.outcome);
    CHECK(again.found.begin == result.found.begin);
    CHECK(again.found.end == result.found.end);
  }
  return result.outcome;
}

}  // namespace

TEST_CASE("a program finds parts in their order", "[match]") {
  const Variant variant = {text("ab"), of(Token::Kind::kGap), text("cd")};
  CHECK(outcome(variant, "xabxcdx") == ProgramOutcome::kFound);
  CHECK(outcome(variant, "cdab") == ProgramOutcome::kNone);
  const ProgramResult result = run_program(encode_program(variant), "xab-cd");
  CHECK(result.found.begin == 1);
  CHECK(result.found.end == 6);
}

TEST_CASE("a part near by may be nearer to a later beginning", "[match]") {
  const Variant variant = {text("a"), near(0, 2), text("b"), of(Token::Kind::kGap), text("c")};
  CHECK(outcome(variant, "a---a-bc") == ProgramOutcome::kFound);
  CHECK(outcome(variant, "a---bc") == ProgramOutcome::kNone);
  CHECK(outcome({text("a"), near(2, 3), text("b")}, "ab a-b a国国b") == ProgramOutcome::kFound);
  CHECK(outcome({text("a"), near(2, 3), text("b")}, "ab a-b a国国国国b") == ProgramOutcome::kNone);
}

TEST_CASE("a part near by may stand behind wide characters, in a line that goes on", "[match]") {
  Token no_x = of(Token::Kind::kOne);
  no_x.set.fill('\xFF');
  no_x.set['x' / 8] = '\xFE';
  const Variant variant = {text("foo"), near(0, 2), no_x, text("bar")};
  const std::string rest(100, 'z');
  for (const std::string wide : {"é", "国", "😀"}) {
    CAPTURE(wide);
    CHECK(outcome(variant, "foo" + wide + wide + wide + "bar " + rest) == ProgramOutcome::kFound);
    CHECK(outcome(variant, "foo" + wide + wide + "xbar " + rest) == ProgramOutcome::kNone);
    CHECK(outcome(variant, "foo" + wide + wide + wide + wide + "bar " + rest) ==
          ProgramOutcome::kNone);
  }
}

TEST_CASE("a part of one length is found by its ends", "[match]") {
  const Token any = of(Token::Kind::kAny);
  const Variant variant = {text("6"), any, text("4")};
  CHECK(outcome(variant, "16:06:41 took 64 ms, or 6 4") == ProgramOutcome::kFound);
  CHECK(outcome(variant, "16:06:41 took 64 ms") == ProgramOutcome::kFound);
  CHECK(outcome(variant, "16:06:31 took 64 ms") == ProgramOutcome::kNone);
  CHECK(outcome(variant, "6国4") == ProgramOutcome::kFound);
  const Variant two = {text("a"), any, text("b"), near(0, 2), text("c"), any, text("d")};
  CHECK(outcome(two, "a-b---c-d, a-b--c-d") == ProgramOutcome::kFound);
  CHECK(outcome(two, "a-b---c-d, a-b---c-d") == ProgramOutcome::kNone);
}

TEST_CASE("a program takes steps in proportion to its line, or is given up", "[match]") {
  const auto text_of = [](std::size_t size) {
    std::string line;
    while (line.size() < size) line += "aab";
    return line;
  };
  // Each `a` may begin, and from each the whole rest is looked at.
  Token letters = of(Token::Kind::kRun);
  letters.set.fill('\xFF');
  letters.set['c' / 8] = '\xF7';
  const Variant slow = {text("a"), letters, text("c")};
  CHECK(outcome(slow, text_of(30)) == ProgramOutcome::kNone);
  CHECK(outcome(slow, text_of(30) + "c") == ProgramOutcome::kFound);
  CHECK(outcome(slow, text_of(100000)) == ProgramOutcome::kUnknown);
  const Variant fast = {text("a"), near(0, 9), text("b"), near(0, 9), text("c")};
  CHECK(outcome(fast, text_of(100000)) == ProgramOutcome::kNone);
}

TEST_CASE("a program that is no program is not known", "[match]") {
  CHECK(run_program("\x09\x01", "abc").outcome == ProgramOutcome::kUnknown);
  CHECK(run_program(std::string_view("\x02\x05"
                                     "ab",
                                     4),
                    "ab")
            .outcome == ProgramOutcome::kUnknown);
  CHECK(run_program("", "abc").outcome == ProgramOutcome::kFound);
}

TEST_CASE("looking for bytes is the same with and without wide registers", "[match]") {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string haystack, needle;
    for (auto left = random() % 70; left > 0; --left) haystack += "ab"[random() % 2];
    for (auto left = 1 + random() % 6; left > 0; --left) needle += "ab"[random() % 2];
    const std::size_t from = random() % 5;
    const std::size_t expected = haystack.find(needle, from);
    CHECK(find_bytes(haystack, needle, from) == expected);
    const Ends ends{needle.front(), needle.back(), needle.size()};
    const auto is_it = [&](std::size_t place) {
      return haystack.compare(place, needle.size(), needle) == 0;
    };
    CHECK(find_ends_portable(haystack, ends, from, is_it) == expected);
  }
}

TEST_CASE("folding a text is folding its characters", "[match]") {
  FoldedText folded;
  for (const std::string text :
       {"", "ABC", "A long line of ASCII with Capitals @[`{ and more", "K\u212A\u017FS", "É国İß Ω",
        "\xFF\xE2\x84 A", "sixteen letters É"}) {
    folded.fold(text);
    CHECK(folded.text() == fold_case(text));
    CHECK(unfolded_place(text, folded.text().size()) == text.size());
  }
}

}  // namespace kbc
