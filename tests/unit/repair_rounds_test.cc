#include <fstream>
#include <iterator>

#include "analysis/repair.h"
#include "catch.h"
#include "cli/process.h"
#include "diagnostic/rule_id.h"

namespace kbc {
namespace {

// One file with the text, and a finding with a fix in it.
Analysis analysis_of(const std::string& file, const std::string& text, Edit edit) {
  Source source = source_from_text(text, "entries/a/b.json", "a/b");
  source.file = file;
  SourceSet sources;
  sources.add(std::move(source));
  std::vector<Diagnostic> findings(1);
  Diagnostic& finding = findings.front();
  finding.rule = RuleId::rate_percent;
  finding.details().fix = Fix{"mend it", Safety::kSafe, {std::move(edit)}};
  return {std::move(sources), 1, {}, 0, KnowledgeBase({}, {}), std::move(findings), {}, {}};
}

}  // namespace

TEST_CASE("a file that changed meanwhile is left alone", "[fix]") {
  const TemporaryFolder folder;
  folder.write("b.json", "[1]");
  Repairs repairs(Safety::kSafe);
  Analysis analysis = analysis_of(folder.path("b.json"), "[1]", {0, {1, 2}, "2"});
  REQUIRE(repairs.mend(analysis));
  CHECK(repairs.texts().at("entries/a/b.json") == "[2]");
  folder.write("b.json", "[1, 3]");
  const std::vector<Error> errors = repairs.write(Border());
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().message.find("changed during the check") != std::string::npos);
  CHECK(folder.read("b.json") == "[1, 3]");
}

TEST_CASE("fixes that undo each other come to an end", "[fix]") {
  Repairs repairs(Safety::kSafe);
  Analysis there = analysis_of("b.json", "[1]", {0, {1, 2}, "2"});
  CHECK(repairs.mend(there));
  Analysis back = analysis_of("b.json", "[2]", {0, {1, 2}, "1"});
  CHECK(!repairs.mend(back));
  CHECK(repairs.texts().at("entries/a/b.json") == "[2]");
}

TEST_CASE("a fix that would give worse JSON is not made", "[fix]") {
  Repairs repairs(Safety::kSafe);
  Analysis analysis = analysis_of("b.json", "[1]", {0, {0, 1}, ""});
  CHECK(!repairs.mend(analysis));
  CHECK(!repairs.has_changes());
}

}  // namespace kbc
