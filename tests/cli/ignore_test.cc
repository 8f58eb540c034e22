// Findings that are accepted: by entries, by kbc.json, by a baseline.

#include <string>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace kbc {
namespace {

std::string ignoring(const std::string& names) {
  return replaced(clean_entry(), "\"aliases\": []",
                  "\"aliases\": [],\n  \"kbc_ignore\": [" + names + "]");
}

std::string with_percentage(std::string entry) {
  return replaced(std::move(entry), "\"fail_rate\": 0.95", "\"fail_rate\": 95");
}

}  // namespace

TEST_CASE("ignore-unused can be turned off in kbc.json", "[ignore]") {
  for (const std::string name : {"ignore-unused", "ignore"}) {
    const KnowledgeBaseFolder base("{\"rules\": {\"" + name + "\": \"off\", \"url\": \"off\"}}");
    base.entry("git/push-rejected", ignoring("\"date-stale\", \"no-such-rule\""));
    const Outcome outcome = base.validate({"--format", "short"});
    CHECK(outcome.out.empty());
    CHECK(outcome.exit == 0);
    // --select asks for it all the same.
    CHECK_THAT(base.validate({"--select", "ignore-unused", "--format", "short"}).out,
               ContainsSubstring("no-such-rule"));
  }
}

TEST_CASE("a baseline accepts unused ignores, in entries and in kbc.json", "[ignore]") {
  const KnowledgeBaseFolder base("{\"rules\": {\"url\": \"off\"}}");
  base.entry("git/push-rejected", ignoring("\"date-stale\""));
  CHECK(occurrences(base.validate({"--format", "short"}).out, "[ignore-unused]") == 2);
  const Outcome update = base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK(update.err == "kbc: 2 findings written to b.json\n");
  CHECK(base.read("b.json") ==
        "{\n  \"version\": 1,\n  \"findings\": {\n    \"git/push-rejected\": {\n"
        "      \"ignore-unused\": [\"/kbc_ignore/0\"]\n    },\n    \"kbc.json\": {\n"
        "      \"ignore-unused\": [\"/rules/url\"]\n    }\n  }\n}\n");
  CHECK(base.validate({"--baseline", "b.json", "--format", "short"}).out.empty());
  // Its own lines are told when they are of no use any more.
  base.write("kbc.json", "{}");
  const Outcome unused = base.validate({"--baseline", "b.json", "--format", "short"});
  CHECK_THAT(unused.out, ContainsSubstring("b.json:8:25: warning[ignore-unused]"));
  CHECK(occurrences(unused.out, "\n") == 1);
  CHECK(base.validate({"--baseline", "b.json", "--format", "short", "--select", "ignore"})
            .out.empty());
}

TEST_CASE("updating a baseline keeps the lines of rules that did not run", "[ignore]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage(clean_entry()));
  base.write("b.json",
             "{\"version\": 1, \"findings\": {\"git/push-rejected\": "
             "{\"date-stale\": [\"/last_confirmed\"], \"no-rule\": [\"\"]}}}");
  const Outcome update =
      base.validate({"--baseline", "b.json", "--update-baseline", "--select", "rate"});
  CHECK(update.err == "kbc: 1 finding written to b.json; 1 line for other rules kept\n");
  CHECK_THAT(base.read("b.json"),
             ContainsSubstring("\"rate-percent\": [\"/dead_ends/0/fail_rate\"]") &&
                 ContainsSubstring("\"date-stale\": [\"/last_confirmed\"]") &&
                 !ContainsSubstring("no-rule"));
  base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK_THAT(base.read("b.json"), !ContainsSubstring("date-stale"));
  // What cannot be written was not put anywhere.
  const Outcome failed = base.validate({"--baseline", "no/such/b.json", "--update-baseline"});
  CHECK(failed.exit == 2);
  CHECK_THAT(failed.err, !ContainsSubstring("put into"));
}

TEST_CASE("what is no line of a baseline is an error at its place", "[ignore]") {
  const KnowledgeBaseFolder base;
  base.clean("a");
  const auto error = [&](const std::string& text) {
    base.write("b.json", text);
    const Outcome outcome = base.validate({"--baseline", "b.json"});
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK_THAT(error("{\"version\": 1, \"findings\": {\"git/a\": []}}"),
             ContainsSubstring("b.json:1:38"));
  CHECK_THAT(error("{\"version\": 1, \"findings\": {\"git/a\": {\"x\": {}}}}"),
             ContainsSubstring("b.json:1:44"));
  CHECK_THAT(error("{\"version\": 1, \"findings\": {\"git/a\": {\"x\": [1]}}}"),
             ContainsSubstring("b.json:1:45"));
  CHECK_THAT(error("{\"version\": 1, \"finding\": {}}"), ContainsSubstring("b.json:1:16"));
  CHECK_THAT(error("{\"version\": 2, \"findings\": {}}"), ContainsSubstring("b.json:1:13"));
  CHECK_THAT(error("{\"version\": 1}"), ContainsSubstring("b.json:1:1"));
  CHECK_THAT(error("[]"), ContainsSubstring("b.json:1:1"));
}

TEST_CASE("many ignores in one entry cost linear time", "[ignore][hostile]") {
  std::string names = "\"rate-percent\"";
  for (int index = 0; index < 60000; ++index) names += ",\"x" + std::to_string(index) + "\"";
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage(ignoring(names)));
  // Quadratic time took half a minute. The limit is one of the processor's time, which the kernel
  // counts: on a busy machine it is as long as on an idle one.
  const Outcome outcome = run_program(
      "sh",
      {"-c", "ulimit -t 20; exec \"$0\" validate --today 2026-01-15 --format short", kbc_binary()},
      base.path());
  CHECK(outcome.exit == 0);
  CHECK(occurrences(outcome.out, "[ignore-unused]") == 60000);
  CHECK_THAT(outcome.out, !ContainsSubstring("rate-percent]"));
}

}  // namespace kbc
