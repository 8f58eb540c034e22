// `kbc validate --since`: what a branch has to do with.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

std::string faulty(const std::string& slug) {
  std::string text =
      replaced(linked(slug, "git/" + slug),
               "\"leads_to\": [{\"error_id\": \"git/" + slug + "\", \"probability\": 0.5}]",
               "\"leads_to\": []");
  return replaced(std::move(text), "\"confidence\": 0.8", "\"confidence\": 80");
}

// On main: one entry with a fault, one clean, one that links to the clean one; then a branch.
class Branch : public GitFolder {
 public:
  explicit Branch(std::string_view below = "") : GitFolder(below) {
    entry("git/old-fault", faulty("old-fault"));
    clean("push-rejected");
    entry("git/a", linked("a", "git/push-rejected"));
    commit_all();
    must({"checkout", "--quiet", "-b", "branch"});
  }

  Outcome since(const std::string& reference, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all = {"validate",
                                    "--since",
                                    reference,
                                    "--today",
                                    "2026-01-15",
                                    "--select",
                                    "rate,link-unresolved",
                                    "--format",
                                    "short"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, base(), {}, plain_environment());
  }
};

}  // namespace

TEST_CASE("what was there before the branch is not reported", "[since]") {
  const Branch branch(GENERATE("", "some where/kb"));
  CHECK(branch.since("main").out.empty());
  CHECK(branch.since("main").exit == 0);
  branch.entry("git/new-fault", faulty("new-fault"));
  // Whether it is tracked, staged, or committed.
  CHECK(branch.since("main", {"--staged"}).out.empty());
  for (const char* step : {"untracked", "staged", "committed"}) {
    CAPTURE(step);
    const Outcome outcome = branch.since("main");
    CHECK(outcome.exit == 1);
    CHECK(occurrences(outcome.out, "\n") == 1);
    CHECK_THAT(outcome.out,
               ContainsSubstring("entries/git/new-fault.json:53:17: error[rate-percent]"));
    if (step == std::string("staged")) {
      CHECK(branch.since("main", {"--staged"}).out == outcome.out);
      branch.must({"commit", "--quiet", "--message", "new"});
    }
    branch.add_all();
  }
  CHECK_THAT(branch.since("main", {"--format", "text"}).out, ContainsSubstring("in 1 entry"));
  CHECK(branch.since("HEAD").exit == 0);
  CHECK(branch.since("main", {"entries/git/a.json"}).exit == 0);
}

TEST_CASE("all of a touched file is reported, wherever its faults come from", "[since]") {
  const Branch branch;
  branch.entry("git/old-fault", replaced(faulty("old-fault"), "Push again", "Push once more"));
  CHECK_THAT(branch.since("main").out,
             ContainsSubstring("old-fault.json:53:17: error[rate-percent]"));
}

TEST_CASE("what the branch breaks in files it does not touch is reported", "[since]") {
  const Branch branch;
  fs::remove(branch.path("entries/git/push-rejected.json"));
  const Outcome outcome = branch.since("main");
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "\n") == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("entries/git/a.json:") &&
                              ContainsSubstring("error[link-unresolved]"));
  branch.must({"checkout", "--quiet", "."});
  branch.write("kbc.json", "{\"rules\": {\"rate-percent\": \"warning\"}}\n");
  CHECK(branch.since("main").out.empty());
}

TEST_CASE("what main has learnt since the branch began is not the branch's", "[since]") {
  const Branch branch;
  branch.clean("mine");
  branch.commit_all();
  branch.must({"checkout", "--quiet", "main"});
  branch.entry("git/old-fault", faulty("old-fault") + "\n");
  branch.entry("git/other-fault", faulty("other-fault"));
  branch.commit_all();
  branch.must({"checkout", "--quiet", "branch"});
  CHECK(branch.since("main").out.empty());
}

TEST_CASE("a baseline and a configuration count before the change as after it", "[since]") {
  const Branch branch;
  branch.write("old.json", R"({"version": 1, "findings": {"git/gone": {"link-self": ["/id"]}}})");
  branch.commit_all();
  const Outcome unused = run({"validate", "--since", "HEAD", "--baseline", "old.json"},
                             branch.path(), {}, plain_environment());
  CHECK(unused.out.find("ignore-unused") == std::string::npos);
  branch.write("kbc.json", "{");
  branch.commit_all();
  branch.write("kbc.json", "{}");
  const Outcome broken = branch.since("HEAD");
  CHECK_THAT(broken.err, ContainsSubstring("cannot read the configuration of that commit"));
  CHECK_THAT(broken.out, ContainsSubstring("old-fault.json:53:17: error[rate-percent]"));
}

TEST_CASE("what a sparse checkout leaves out is not deleted", "[since]") {
  const Branch branch;
  branch.entry("ssh/b", linked("b", "git/push-rejected"));
  branch.commit_all();
  branch.must({"sparse-checkout", "set", "entries/ssh"});
  REQUIRE_FALSE(fs::exists(branch.path("entries/git")));
  const Outcome since = branch.since("HEAD");
  CHECK(since.exit == 0);
  CHECK(since.out.empty());
  branch.entry("ssh/b", linked("b", "git/gone"));
  CHECK_THAT(branch.since("HEAD").out, ContainsSubstring("no entry has the id `git/gone`"));
  const Outcome all =
      run({"validate", "--select", "link-unresolved"}, branch.base(), {}, plain_environment());
  CHECK_THAT(all.err, ContainsSubstring("this checkout is sparse"));
}

TEST_CASE("a reference that the clone lacks is told with what brings it", "[since]") {
  const Branch origin;
  const TemporaryFolder place;
  must_git(place.path(), {"clone", "--quiet", "--branch", "main", "--single-branch", "--depth", "1",
                          "file://" + origin.path(), "clone"});
  const auto message = [&](const std::string& reference) {
    const Outcome outcome =
        run({"validate", "--since", reference}, place.path("clone"), {}, plain_environment());
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  const std::string none = ": this clone has no such commit";
  const std::string line = "git fetch origin +refs/heads/branch:refs/remotes/origin/branch";
  CHECK(message("origin/branch") ==
        "kbc: --since: `origin/branch`" + none + "; `" + line + "` brings it\n");
  CHECK_THAT(message("v1.0"),
             ContainsSubstring(none + ", which is shallow; `git fetch --unshallow`"));
  CHECK(message("a b; rm") == "kbc: --since: `a b; rm`" + none + "\n");
  // The line that it prints does what it says.
  REQUIRE(run_program("sh", {"-c", line}, place.path("clone"), {}, plain_environment()).exit == 0);
  CHECK(run({"validate", "--since", "origin/branch", "--select", "link-unresolved"},
            place.path("clone"), {}, plain_environment())
            .exit == 0);
}

TEST_CASE("a reference that git does not know is an error", "[since]") {
  const Branch branch;
  for (const char* reference : {"nowhere", "--output=x", "", "main:kbc.json"}) {
    CAPTURE(reference);
    CHECK(branch.since(reference).exit == 2);
  }
  // Git is not asked about what it would take for an option.
  for (const std::string reference : {"-x", "--all", "--show-toplevel"}) {
    const Outcome outcome = run({"validate", "--since=" + reference}, branch.base(), {}, {});
    CHECK(outcome.exit == 2);
    CHECK(outcome.err == "kbc: --since: `" + reference + "` is not a commit\n");
  }
  branch.must({"checkout", "--quiet", "--orphan", "other"});
  branch.must({"commit", "--quiet", "--message", "other"});
  CHECK_THAT(branch.since("main").err, ContainsSubstring("no commit in common"));
  CHECK(branch.since("main", {"-"}).exit == 2);
  CHECK(branch.since("main", {"--baseline", "x", "--update-baseline"}).exit == 2);
  CHECK_FALSE(fs::exists(branch.path("x")));
}

TEST_CASE("an id that a branch takes away needs an alias or a reason", "[since]") {
  const GitFolder branch;
  branch.clean("push-rejected");
  branch.clean("push-denied");
  branch.commit_all();
  const auto since = [&](const std::vector<std::string>& paths = {}) {
    std::vector<std::string> arguments = {"validate", "--since", "HEAD",      "--format",
                                          "short",    "--today", "2026-01-15"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return run(arguments, branch.path(), {}, plain_environment());
  };
  const auto change = [&](const std::vector<std::string>& arguments) {
    CHECK(run(arguments, branch.path(), {}, plain_environment()).exit == 0);
  };
  const std::string gone =
      "kbc.json:1:1: error[id-removed]: no entry has the id `git/push-denied` any more\n";
  SECTION("where its file is removed") {
    fs::remove(branch.path("entries/git/push-denied.json"));
    CHECK(since().out.find(gone) != std::string::npos);
    CHECK(since().exit == 1);
    CHECK(since({"entries/git/push-denied.json"}).out.find(gone) != std::string::npos);
    CHECK(since({"entries/git/push-rejected.json"}).out.find(gone) == std::string::npos);
    branch.write("kbc.json", "{\"rules\": {\"id-removed\": \"off\"}}\n");
    CHECK(since().exit == 0);
    CHECK(since().out.find("ignore-unused") == std::string::npos);
  }
  SECTION("where its file is excluded") {
    branch.write("kbc.json", "{\"exclude\": [\"entries/git/push-denied.json\"]}\n");
    CHECK(since().out.find(gone) != std::string::npos);
  }
  SECTION("which kbc mv and kbc rm see to") {
    change({"mv", "git/push-denied", "git/push-forbidden"});
    CHECK(since().exit == 0);
    change({"rm", "git/push-rejected", "--reason", "it is over"});
    CHECK(since().exit == 0);
  }
  SECTION("but for one that its path contradicted, and nobody could build") {
    branch.entry("git/push-slow", clean_entry());
    branch.commit_all();
    fs::remove(branch.path("entries/git/push-slow.json"));
    CHECK(since().exit == 0);
  }
}

}  // namespace kbc
