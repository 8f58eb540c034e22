#include "analysis/fixes.h"

#include "catch.h"

namespace kbc {
namespace {

Diagnostic with_fix(std::vector<Edit> edits, Safety safety = Safety::kSafe) {
  Diagnostic finding;
  finding.fixes.push_back({"mend it", safety, std::move(edits)});
  return finding;
}

// The text after the fixes that the first round takes.
std::string mended(std::string_view text, const std::vector<Diagnostic>& findings,
                   Safety most = Safety::kSafe, const std::set<FileId>& closed = {}) {
  const ChosenFixes chosen = choose_fixes(findings, most, closed);
  const auto edits = chosen.edits.find(0);
  return edits == chosen.edits.end() ? std::string(text) : apply_edits(text, edits->second);
}

}  // namespace

TEST_CASE("fixes that do not touch one another are made together", "[fixes]") {
  CHECK(mended("abcdef", {with_fix({{0, {4, 6}, "EF"}}), with_fix({{0, {0, 1}, "A"}})}) ==
        "AbcdEF");
  CHECK(mended("abcdef", {with_fix({{0, {0, 2}, ""}}), with_fix({{0, {2, 4}, "x"}})}) == "xef");
}

TEST_CASE("of fixes that touch one another the first is made", "[fixes]") {
  const Diagnostic first = with_fix({{0, {1, 3}, "x"}});
  for (const Span span :
       {Span{2, 4}, Span{0, 2}, Span{1, 3}, Span{0, 6}, Span{2, 2}, Span{1, 1}, Span{3, 3}}) {
    CAPTURE(span.begin, span.end);
    CHECK(mended("abcdef", {first, with_fix({{0, span, "y"}})}) == "axdef");
  }
  const std::vector<Diagnostic> insertions = {with_fix({{0, {3, 3}, "1"}}),
                                              with_fix({{0, {3, 3}, "2"}})};
  CHECK(mended("abcdef", insertions) == "abc1def");
}

TEST_CASE("a fix is made whole or not at all", "[fixes]") {
  const Diagnostic first = with_fix({{0, {1, 3}, "x"}});
  const Diagnostic both = with_fix({{0, {2, 4}, "y"}, {1, {0, 1}, "z"}});
  CHECK(choose_fixes({first, both}, Safety::kSafe, {}).edits.count(1) == 0);
  CHECK(choose_fixes({both, first}, Safety::kSafe, {}).edits.count(1) == 1);
  CHECK(choose_fixes({both}, Safety::kSafe, {1}).findings.empty());
}

TEST_CASE("unsafe fixes are made when they are wanted", "[fixes]") {
  const std::vector<Diagnostic> findings = {with_fix({{0, {0, 1}, "A"}}, Safety::kUnsafe)};
  CHECK(mended("abc", findings) == "abc");
  CHECK(mended("abc", findings, Safety::kUnsafe) == "Abc");
}

}  // namespace kbc
