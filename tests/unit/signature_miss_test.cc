#include "regex/signature_miss.h"

#include <string>
#include <string_view>

#include "catch.h"

namespace kbc {
namespace {

using Cause = SignatureMiss::Cause;

// The cause, and what is marked in the regex.
void require_cause(std::string_view regex, std::string_view text, Cause cause,
                   std::string_view marked) {
  CAPTURE(regex, text);
  const Hir form = lower_pattern(parse_pattern(regex, CaseRule::kIgnoreCase));
  const auto miss = explain_miss(form, text);
  REQUIRE(miss);
  CHECK(static_cast<int>(miss->cause) == static_cast<int>(cause));
  CHECK(regex.substr(miss->span.begin, miss->span.size()) == marked);
}

TEST_CASE("each cause of a miss is told", "[signature_miss]") {
  require_cause("refs.*push", "failed to push some refs", Cause::kOtherOrder, "push");
  require_cause("push.*denied", "failed to push some refs", Cause::kPartAbsent, "denied");
  require_cause("push.*denied.*by.*hook", "failed to push", Cause::kMostPartsAbsent, "denied");
  require_cause("access.*denied", "failed to push", Cause::kAllPartsAbsent, "access");
  require_cause("failed.{0,3}refs", "failed to push some refs", Cause::kGapTooShort, ".{0,3}");
  require_cause("exit code \\d+", "exit code N", Cause::kPlaceholder, "\\d+");
  require_cause("push to remote: .+", "push to remote: ", Cause::kTextAfterEnd, ".+");
  require_cause("failed to push some refs", "failed to push", Cause::kTextAfterEnd,
                "failed to push some refs");
  require_cause("port .+ in use", "port in use", Cause::kExtraWord, ".+");
  require_cause("push.*refs", "failed to push\nsome refs", Cause::kLineBreak, "push.*refs");
}

TEST_CASE("of several branches the nearest one is explained", "[signature_miss]") {
  require_cause("nothing of it|push.*denied", "failed to push", Cause::kPartAbsent, "denied");
}

TEST_CASE("what would take too long is not explained", "[signature_miss]") {
  std::string regex = "x";
  for (int depth = 0; depth < 500; ++depth) regex = "(?:" + regex + "y*)*z";
  const Hir form = lower_pattern(parse_pattern(regex, CaseRule::kIgnoreCase));
  CHECK_FALSE(explain_miss(form, std::string(1999, 'z')));
}

}  // namespace
}  // namespace kbc
