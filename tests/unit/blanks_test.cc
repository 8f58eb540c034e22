#include "text/blanks.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace kbc {
namespace {

using Kind = BlankFaultKind;

// The text with every repair done, certain or not.
std::string repaired(std::string text, Layout layout) {
  const std::vector<BlankFault> faults = blank_faults(text, layout);
  for (auto fault = faults.rbegin(); fault != faults.rend(); ++fault) {
    text.replace(fault->range.offset, fault->range.length, fault->replacement);
  }
  return text;
}

}  // namespace

TEST_CASE("blanks at the ends of a text are found", "[blanks]") {
  const auto faults = blank_faults("  push it\xC2\xA0", Layout::kProse);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].kind == Kind::kAtStart);
  CHECK(faults[0].range == TextRange{0, 2});
  CHECK(faults[1].kind == Kind::kAtEnd);
  CHECK(faults[1].range == TextRange{9, 2});
  CHECK(repaired("  push it ", Layout::kQuotation) == "push it");
  CHECK(blank_faults("", Layout::kProse).empty());
  CHECK(blank_faults("push it", Layout::kProse).empty());
}

TEST_CASE("behind a sentence or a line nothing was lost at the end", "[blanks]") {
  const auto is_certain = [](std::string_view text) {
    const auto faults = blank_faults(text, Layout::kSteps);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == Kind::kAtEnd);
    return faults[0].is_certain;
  };
  CHECK(is_certain("Push it. "));
  CHECK(is_certain("推送。 "));
  CHECK(is_certain("push it\n"));
  CHECK_FALSE(is_certain("Set the option "));
  CHECK_FALSE(is_certain("with args beginning with: "));
  CHECK_FALSE(is_certain("push it,  "));
}

TEST_CASE("the text is only whitespace has no certain repair", "[blanks]") {
  const auto faults = blank_faults(" \xE3\x80\x80 ", Layout::kProse);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].kind == Kind::kOnly);
  CHECK(faults[0].range == TextRange{0, 5});
  CHECK_FALSE(faults[0].is_certain);
}

TEST_CASE("two blanks between words are found in prose", "[blanks]") {
  const auto faults = blank_faults("Use  it.  Then push", Layout::kProse);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].kind == Kind::kDoubled);
  CHECK(faults[0].range == TextRange{3, 2});
  CHECK_FALSE(faults[0].is_certain);
  CHECK(faults[1].is_certain);
  CHECK(repaired("Use  it.  Then push", Layout::kProse) == "Use it. Then push");
  CHECK(blank_faults("FATAL:  Peer", Layout::kQuotation).empty());
}

TEST_CASE("columns, indentation and comments in steps are meant", "[blanks]") {
  for (const char* text : {"git push  # again", "if x:\n    push", "a    = 1\nbb   = 2", "cmd a  b",
                           "Run `a`:\n    b:  c"}) {
    CAPTURE(text);
    CHECK(blank_faults(text, Layout::kSteps).empty());
  }
  CHECK(repaired("Fetch.  Then push", Layout::kSteps) == "Fetch. Then push");
  CHECK(repaired("Run `a`, and  then `b`", Layout::kSteps) == "Run `a`, and then `b`");
  CHECK(repaired("Run it.\n", Layout::kSteps) == "Run it.");
}

TEST_CASE("two blanks are found at every place of a text of any length", "[blanks]") {
  for (std::size_t before = 1; before < 70; ++before) {
    for (const std::size_t after : {1, 2, 40}) {
      const std::string text = std::string(before, 'a') + "  " + std::string(after, 'b');
      CAPTURE(text);
      const std::vector<BlankFault> faults = blank_faults(text, Layout::kProse);
      REQUIRE(faults.size() == 1);
      CHECK(faults[0].range == TextRange{before, 2});
    }
  }
}

TEST_CASE("blanks in inline code are meant", "[blanks]") {
  CHECK(blank_faults("Run `git  push` and `  x  ` or ``a\xC2\xA0`b``.", Layout::kProse).empty());
  CHECK(repaired("Run  `a`  now", Layout::kProse) == "Run `a` now");
  CHECK(repaired("an open ` back  tick", Layout::kProse) == "an open ` back tick");
}

TEST_CASE("odd blanks become one blank", "[blanks]") {
  const auto faults = blank_faults("10\xC2\xA0MB", Layout::kQuotation);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].kind == Kind::kOdd);
  CHECK(faults[0].odd == 0xA0);
  CHECK(repaired("10\xC2\xA0MB", Layout::kProse) == "10 MB");
  CHECK(repaired("a \xC2\xA0"
                 "b",
                 Layout::kProse) == "a b");
  CHECK(repaired("a\xE3\x80\x80\xC2\xA0"
                 "b",
                 Layout::kProse) == "a b");
}

TEST_CASE("line breaks and tabs outside steps are no blanks", "[blanks]") {
  CHECK(blank_faults("push it\n", Layout::kProse).empty());
  CHECK(blank_faults("push\t\tit", Layout::kProse).empty());
  CHECK(blank_faults("push it\t", Layout::kSteps).empty());
}

}  // namespace kbc
