#include "analysis/fixes.h"

#include "catch.h"

namespace kbc {
namespace {

Fix fix_of(std::vector<Edit> edits, Safety safety = Safety::kSafe) {
  return {"mend it", safety, std::move(edits)};
}

// A finding for each fix.
std::vector<Diagnostic> findings_of(const std::vector<Fix>& fixes) {
  std::vector<Diagnostic> findings(fixes.size());
  for (std::size_t at = 0; at < fixes.size(); ++at) findings[at].details().fix = fixes[at];
  return findings;
}

// The text after the fixes that the first round takes.
std::string mended(std::string_view text, const std::vector<Fix>& fixes,
                   Safety most = Safety::kSafe) {
  const std::vector<Diagnostic> findings = findings_of(fixes);
  const ChosenFixes chosen = choose_fixes(findings, most, {});
  const auto edits = chosen.edits.find(0);
  return edits == chosen.edits.end() ? std::string(text) : apply_edits(text, edits->second);
}

}  // namespace

TEST_CASE("fixes that do not touch one another are made together", "[fixes]") {
  CHECK(mended("abcdef", {fix_of({{0, {4, 6}, "EF"}}), fix_of({{0, {0, 1}, "A"}})}) == "AbcdEF");
  CHECK(mended("abcdef", {fix_of({{0, {0, 2}, ""}}), fix_of({{0, {2, 4}, "x"}})}) == "xef");
}

TEST_CASE("of fixes that touch one another the first is made", "[fixes]") {
  const Fix first = fix_of({{0, {1, 3}, "x"}});
  for (const Span span :
       {Span{2, 4}, Span{0, 2}, Span{1, 3}, Span{0, 6}, Span{2, 2}, Span{1, 1}, Span{3, 3}}) {
    CAPTURE(span.begin, span.end);
    CHECK(mended("abcdef", {first, fix_of({{0, span, "y"}})}) == "axdef");
  }
  const std::vector<Fix> insertions = {fix_of({{0, {3, 3}, "1"}}), fix_of({{0, {3, 3}, "2"}})};
  CHECK(mended("abcdef", insertions) == "abc1def");
}

TEST_CASE("a fix is made whole or not at all", "[fixes]") {
  const Fix first = fix_of({{0, {1, 3}, "x"}});
  const Fix both = fix_of({{0, {2, 4}, "y"}, {1, {0, 1}, "z"}});
  CHECK(choose_fixes(findings_of({first, both}), Safety::kSafe, {}).edits.count(1) == 0);
  CHECK(choose_fixes(findings_of({both, first}), Safety::kSafe, {}).edits.count(1) == 1);
  CHECK(choose_fixes(findings_of({both}), Safety::kSafe, {1}).findings.empty());
}

TEST_CASE("unsafe fixes are made when they are wanted", "[fixes]") {
  const std::vector<Fix> fixes = {fix_of({{0, {0, 1}, "A"}}, Safety::kUnsafe)};
  CHECK(mended("abc", fixes) == "abc");
  CHECK(mended("abc", fixes, Safety::kUnsafe) == "Abc");
}

}  // namespace kbc
