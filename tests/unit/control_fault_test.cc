#include "text/control_fault.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace kbc {
namespace {

// The text with every repair done that the faults offer.
std::string repaired(std::string text, Controls allowed) {
  const std::vector<ControlFault> faults = control_faults(text, allowed);
  for (auto fault = faults.rbegin(); fault != faults.rend(); ++fault) {
    const TextRange range = fault->repaired;
    if (fault->repair == ControlRepair::kRemove) text.erase(range.offset, range.length);
    if (fault->repair == ControlRepair::kBlank) text.replace(range.offset, range.length, " ");
  }
  return text;
}

}  // namespace

TEST_CASE("each kind of text has its own control characters", "[control]") {
  CHECK(control_faults("a\nb", Controls::kNone).size() == 1);
  CHECK(control_faults("a\nb", Controls::kNewlines).empty());
  CHECK(control_faults("a\tb", Controls::kNewlines).size() == 1);
  CHECK(control_faults("a\n\tb", Controls::kPlainText).empty());
  CHECK(control_faults("a\r\nb", Controls::kPlainText).size() == 1);
  CHECK(control_faults("a\t\r\n\v\f", Controls::kBlanks).empty());
  CHECK(control_faults("\b", Controls::kBlanks).size() == 1);
}

TEST_CASE("a row of line breaks is one fault and becomes one blank", "[control]") {
  const auto faults = control_faults("One. \n\t\n Two.\n", Controls::kNone);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].range == TextRange{5, 1});
  CHECK(faults[0].repaired == TextRange{4, 5});
  CHECK(faults[0].is_certain);
  CHECK(repaired("One. \n\t\n Two.\n", Controls::kNone) == "One. Two.");
}

TEST_CASE("a tab or line break may have been a backslash", "[control]") {
  const auto is_certain = [](std::string_view text) {
    return control_faults(text, Controls::kNone).at(0).is_certain;
  };
  CHECK_FALSE(is_certain("C:\temp"));
  CHECK_FALSE(is_certain("dir\new"));
  CHECK(is_certain("end.\nNew"));
  CHECK(is_certain("end \nnew"));
  CHECK(control_faults("C:\bin", Controls::kNone).at(0).repair == ControlRepair::kBackslash);
}

TEST_CASE("a carriage return before a line feed is superfluous", "[control]") {
  CHECK(repaired("a\r\nb", Controls::kNewlines) == "a\nb");
  CHECK(repaired("a\r\nb", Controls::kPlainText) == "a\nb");
}

TEST_CASE("a terminal escape sequence is one fault", "[control]") {
  const auto faults = control_faults("\x1b[1;31merror\x1b[0m", Controls::kPlainText);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].range == TextRange{0, 7});
  CHECK(repaired("\x1b[1;31merror\x1b[0m", Controls::kPlainText) == "error");
  CHECK(control_faults("\x1b[1;31", Controls::kNone).at(0).repair == ControlRepair::kUnknown);
  CHECK(control_faults("\xC2\x92", Controls::kNone).at(0).repair == ControlRepair::kUnknown);
}

TEST_CASE("allowed characters hide none of those after them", "[control]") {
  const std::string text = std::string(1000, '\t') + '\a' + std::string(100, '\n') + '\0';
  CHECK(control_faults(text, Controls::kPlainText).size() == 2);
}

}  // namespace kbc
