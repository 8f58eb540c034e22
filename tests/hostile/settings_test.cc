// A branch of a stranger that would soften how its own entries are checked.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// On its first commit a knowledge base that accepts nothing; then an entry with a fault.
class Branch : public GitFolder {
 public:
  Branch() {
    clean("push-rejected");
    write("schema.json", run({"schema"}, path()).out);
    write("taxonomy.json", run({"taxonomy"}, path()).out);
    write("old.json", kNothing);
    write("kbc.json", kConfig);
    commit_all();
    must({"tag", "base"});
    entry("git/bad",
          replaced(replaced(clean_entry(), "git/push-rejected", "git/bad"), "0.95", "95"));
  }

  Outcome validate(std::vector<std::string> more = {}) const {
    std::vector<std::string> all = {"validate", "--today",  "2026-01-15",
                                    "--format", "short",    "--config-from",
                                    "base",     "--select", "rate-percent,taxonomy-unknown,schema"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, base(), {}, plain_environment());
  }

  static constexpr std::string_view kConfig =
      "{\"schema\": \"schema.json\", \"taxonomy\": \"taxonomy.json\"}\n";
  static constexpr std::string_view kNothing = "{\"version\": 1, \"findings\": {}}\n";
};

bool finds_it(const Outcome& outcome) {
  return outcome.exit == 1 && occurrences(outcome.out, "entries/git/bad.json:") > 0 &&
         occurrences(outcome.out, "[rate-percent]") > 0;
}

}  // namespace

TEST_CASE("a branch cannot turn off the rules that check it", "[hostile][settings]") {
  const Branch branch;
  REQUIRE(finds_it(branch.validate()));
  CHECK(branch.validate().err.empty());
  const std::vector<std::string> configs = {
      "{\"rules\": {\"rate-percent\": \"off\"}}", "{\"exclude\": [\"entries/git/bad.json\"]}",
      "{\"exclude\": [\"**\"]}", "{\"entries\": \"elsewhere\"}", "{\"schema\": \"other.json\"}"};
  branch.write("other.json", "{}");
  for (const std::string& config : configs) {
    CAPTURE(config);
    branch.write("kbc.json", config);
    for (const bool staged : {false, true}) {
      branch.add_all();
      const Outcome outcome =
          staged ? branch.validate({"--staged"}) : branch.validate({"--since", "base"});
      CHECK(finds_it(outcome));
      CHECK(occurrences(outcome.err, "kbc.json") == 1);
      CHECK(occurrences(outcome.err, "here: review ") == 1);
    }
  }
}

TEST_CASE("a branch cannot soften the schema, and what it changes is said", "[hostile][settings]") {
  const Branch branch;
  branch.entry("git/bad", "{\"id\": \"git/bad\"}");
  branch.write("schema.json", "{}");
  branch.write("taxonomy.json", "{\"domains\": {}, \"categories\": {}, \"root_cause_types\": {}}");
  const Outcome outcome = branch.validate();
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "[schema-required]") > 0);
  CHECK(outcome.err == "kbc: schema.json and taxonomy.json change here: review them\n");
}

TEST_CASE("a branch may add names to the taxonomy, and take none away", "[hostile][settings]") {
  const Branch branch;
  fs::remove(branch.path("entries/git/bad.json"));
  branch.entry("moon/dust", replaced(replaced(clean_entry(), "git/push-rejected", "moon/dust"),
                                     "\"domain\": \"git\"", "\"domain\": \"moon\""));
  CHECK(branch.validate().exit == 1);
  branch.write("taxonomy.json",
               "{\"domains\": {\"moon\": \"\"}, \"categories\": {\"x\": \"\"}, "
               "\"root_cause_types\": {\"x\": \"\"}}");
  const Outcome outcome = branch.validate();
  CHECK(outcome.out == "");
  CHECK(outcome.exit == 0);
  CHECK(outcome.err == "kbc: taxonomy.json changes here: review it\n");
}

TEST_CASE("a branch can only take lines out of the baseline", "[hostile][settings]") {
  const Branch branch;
  const std::string accepted =
      "{\"version\": 1, \"findings\": {\"git/bad\": {\"rate-percent\": ["
      "\"/dead_ends/0/fail_rate\", \"/workarounds/0/success_rate\", \"/confidence\", "
      "\"/fix_success_rate\"]}}}\n";
  branch.write("old.json", accepted);
  CHECK(finds_it(branch.validate({"--baseline", "old.json"})));
  branch.write("new.json", accepted);
  const Outcome added = branch.validate({"--baseline", "new.json"});
  CHECK(finds_it(added));
  CHECK(occurrences(added.err, "new.json changes here: review it") == 1);
  branch.commit_all();
  branch.must({"tag", "-f", "base"});
  CHECK(branch.validate({"--baseline", "old.json"}).exit == 0);
  branch.write("old.json", Branch::kNothing);
  CHECK(finds_it(branch.validate({"--baseline", "old.json"})));
  fs::remove(branch.path("old.json"));
  CHECK(finds_it(branch.validate({"--baseline", "old.json"})));
}

TEST_CASE("what a branch records as removed is known, and is an error all the same",
          "[hostile][settings]") {
  const Branch branch;
  branch.entry("git/bad", linked("bad", "git/gone"));
  const auto validate = [&] {
    return run({"validate", "--today", "2026-01-15", "--config-from", "base", "--select",
                "link-unresolved"},
               branch.base(), {}, plain_environment());
  };
  CHECK(occurrences(validate().out, "was removed") == 0);
  branch.write("kbc.json",
               "{\"schema\": \"schema.json\", \"taxonomy\": \"taxonomy.json\", "
               "\"removed\": {\"git/gone\": {\"reason\": \"no git has it\"}}}");
  const Outcome outcome = validate();
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "the entry was removed: no git has it; remove the link") == 1);
  CHECK(outcome.err == "kbc: kbc.json changes here: review it\n");
}

TEST_CASE("where the base has no kbc.json, the built-in settings apply", "[hostile][settings]") {
  const Branch branch;
  branch.must({"rm", "--cached", "-q", "kbc.json"});
  branch.must({"-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "none"});
  branch.must({"tag", "-f", "base"});
  branch.write("kbc.json", "{\"rules\": {\"rate-percent\": \"off\"}}");
  CHECK(finds_it(branch.validate()));
}

TEST_CASE("the option --config-from takes a commit that is there", "[hostile][settings]") {
  const Branch branch;
  for (const std::string name : {"nowhere", "--output=x"}) {
    CAPTURE(name);
    const Outcome outcome = run({"validate", "--config-from=" + name}, branch.base());
    CHECK(outcome.exit == 2);
    CHECK(occurrences(outcome.err, "--config-from: ") == 1);
  }
}

}  // namespace kbc
