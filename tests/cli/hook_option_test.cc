// `kbc validate --hook`: what a commit changes and breaks, and one line about the rest.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

constexpr std::string_view kSound = "\"confidence\": 0.8";

// One that is as it should be but for a rate of 80, and blanks that only make a warning.
std::string old_fault(const std::string& rate = "80") {
  std::string text = replaced(clean_entry(), kSound, "\"confidence\": " + rate);
  text = replaced(std::move(text), "Push again", "Push  again");
  text = replaced(std::move(text), "failed to push some refs to", "old fault of");
  text = replaced(std::move(text), "failed to push some refs", "old fault of");
  return replaced(std::move(text), "git/push-rejected", "git/old-fault");
}

std::string new_fault() { return replaced(clean_entry(), kSound, "\"confidence\": 90"); }

// A knowledge base that is older than its rules, all of it in one commit.
class LegacyFolder : public GitFolder {
 public:
  explicit LegacyFolder(std::string_view below = "") : GitFolder(below) {
    entry("git/old-fault", old_fault());
    clean("push-rejected");
    commit_all();
  }

  Outcome run_hook(const std::vector<std::string>& more = {},
                   const std::vector<std::string>& environment = {}) const {
    std::vector<std::string> all = {"validate",   "--hook",  "--today",
                                    "2026-01-15", "--color", "never"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, base(), {}, plain_environment(environment));
  }
};

const std::string kEarlier =
    "1 error, 1 warning, 0 info were there before and do not count; `kbc validate --staged` shows "
    "them\n";

}  // namespace

TEST_CASE("the hook shows what the commit adds, and counts what was there", "[hook-option]") {
  const LegacyFolder folder(GENERATE("", "some where/kb"));
  folder.entry("git/push-rejected", new_fault());
  folder.add_all();
  const Outcome outcome = folder.run_hook();
  CHECK(outcome.exit == 1);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out, StartsWith("entries/git/push-rejected.json:53:17: error[rate-percent]"));
  CHECK(occurrences(outcome.out, "error[") == 1);
  CHECK_THAT(outcome.out, EndsWith("\n\n" + kEarlier + "1 error, 0 warnings, 0 info in 1 entry\n"));
  CHECK(folder.run_hook({"--quiet"}).out.find(kEarlier) != std::string::npos);
}

TEST_CASE("what was there before never fails a commit", "[hook-option]") {
  const LegacyFolder folder;
  SECTION("the commit has nothing to do with the knowledge base's faults") {
    folder.clean("fetch-failed");
  }
  SECTION("it touches the entry that has them") {
    folder.entry("git/old-fault", replaced(old_fault(), "missing here", "missing there"));
  }
  SECTION("it moves them within their file") {
    folder.entry("git/old-fault",
                 replaced(old_fault(), "\"tags\": []", "\"tags\": [\"a\",\n\"b\"]"));
  }
  SECTION("it is about another file altogether") { folder.write("README.md", "about\n"); }
  folder.add_all();
  const Outcome outcome = folder.run_hook();
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, StartsWith(kEarlier + "0 errors, 0 warnings, 0 info in "));
  CHECK(folder.run_hook({"--fail-on", "warning"}).exit == 0);
}

TEST_CASE("a commit outside of the knowledge base leaves all as it was", "[hook-option]") {
  const LegacyFolder folder("kb");
  folder.write("README.md", "about\n");
  folder.add_all();
  const Outcome outcome = folder.run_hook();
  CHECK(outcome.exit == 0);
  CHECK(outcome.out == kEarlier + "0 errors, 0 warnings, 0 info in 0 entries\n");
}

TEST_CASE("a fault at a value that the commit changes is the commit's", "[hook-option]") {
  const LegacyFolder folder;
  folder.entry("git/old-fault", old_fault("85"));
  folder.add_all();
  const Outcome outcome = folder.run_hook();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, StartsWith("entries/git/old-fault.json:53:17: error[rate-percent]"));
  CHECK_THAT(outcome.out, ContainsSubstring("0 errors, 1 warning, 0 info were there before"));
}

TEST_CASE("the hook reports what a deletion breaks elsewhere", "[hook-option]") {
  const LegacyFolder folder;
  folder.entry("git/a", linked("a", "git/push-rejected"));
  folder.commit_all();
  folder.must({"rm", "--quiet", "entries/git/push-rejected.json"});
  const Outcome outcome = folder.run_hook({"--format", "short"});
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("entries/git/a.json:") &&
                              ContainsSubstring("error[link-unresolved]"));
  CHECK(occurrences(outcome.out, "old-fault") == 0);
}

TEST_CASE("without a change to compare all findings count", "[hook-option]") {
  const LegacyFolder folder;
  const Outcome nothing_staged = folder.run_hook();
  CHECK(nothing_staged.exit == 1);
  CHECK_THAT(nothing_staged.out, ContainsSubstring("error[rate-percent]") &&
                                     ContainsSubstring("warning[text-whitespace]") &&
                                     EndsWith("1 error, 1 warning, 0 info in 2 entries\n"));
  CHECK(occurrences(nothing_staged.out, "were there before") == 0);
  // What is not staged is not there.
  folder.entry("git/draft", "{");
  CHECK(folder.run_hook().out == nothing_staged.out);
  folder.must({"checkout", "--quiet", "--orphan", "first"});
  CHECK(folder.run_hook().out == nothing_staged.out);
}

TEST_CASE("commits that pre-commit names are compared instead of the index", "[hook-option]") {
  const LegacyFolder folder;
  folder.must({"branch", "before"});
  folder.entry("git/push-rejected", new_fault());
  folder.commit_all();
  folder.must({"branch", "faulty"});
  folder.clean("push-rejected");
  folder.commit_all();
  const auto range = [&](const std::string& from, const std::string& to) {
    return folder.run_hook({}, {"PRE_COMMIT_FROM_REF=" + from, "PRE_COMMIT_TO_REF=" + to});
  };
  const Outcome faulty = range("before", "faulty");
  CHECK(faulty.exit == 1);
  CHECK_THAT(faulty.out, StartsWith("entries/git/push-rejected.json:53:17: error[rate-percent]") &&
                             ContainsSubstring(kEarlier));
  CHECK(range("faulty", "main").exit == 0);
  CHECK(range("before", "main").exit == 0);
  CHECK(range("faulty", "faulty").exit == 0);
  // What came to the other branch meanwhile is nothing of this one.
  folder.must({"checkout", "--quiet", "-b", "side", "before"});
  folder.clean("fetch-failed");
  folder.commit_all();
  CHECK(range("faulty", "side").exit == 0);
  CHECK(range("nowhere", "main").exit == 2);
  CHECK(range("--all", "main").exit == 2);
  const Outcome half = folder.run_hook({}, {"PRE_COMMIT_FROM_REF=before"});
  CHECK(half.exit == 2);
  CHECK_THAT(half.err, ContainsSubstring("only one of PRE_COMMIT_FROM_REF"));
}

TEST_CASE("formats for programs have what was there before, too", "[hook-option]") {
  const LegacyFolder folder;
  folder.clean("fetch-failed");
  folder.add_all();
  const Outcome json = folder.run_hook({"--format", "json"});
  CHECK_THAT(json.out, ContainsSubstring(R"("earlier":{"errors":1,"warnings":1,"infos":0})"));
  CHECK(json.err == "kbc: " + kEarlier);
  CHECK(folder.run_hook({"--format", "short"}).err == "kbc: " + kEarlier);
  const Outcome staged = folder.staged({"--format", "json"});
  CHECK(occurrences(staged.out, "earlier") == 0);
}

TEST_CASE("a rule that the commit turns on counts, one that it turns off does not",
          "[hook-option]") {
  const LegacyFolder folder;
  folder.write("kbc.json", R"({"rules": {"rate-percent": "off"}})");
  folder.add_all();
  CHECK(folder.run_hook().exit == 0);
  folder.commit_all();
  folder.write("kbc.json", "{}\n");
  folder.add_all();
  const Outcome outcome = folder.run_hook();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("error[rate-percent]") &&
                              ContainsSubstring("0 errors, 1 warning, 0 info were there before"));
}

TEST_CASE("the hook knows by itself what to check", "[hook-option]") {
  const LegacyFolder folder;
  for (const std::vector<std::string>& more : {std::vector<std::string>{"--staged"},
                                               {"--since", "HEAD"},
                                               {"--fix"},
                                               {"-"},
                                               {"--baseline", "b.json", "--update-baseline"}}) {
    const Outcome outcome = folder.run_hook(more);
    CAPTURE(more, outcome.out);
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, StartsWith("kbc: --hook cannot be combined with "));
  }
  const TemporaryFolder no_repository;
  no_repository.write("kbc.json", "{}\n");
  CHECK(run({"validate", "--hook"}, no_repository.path(), {}, plain_environment()).exit == 2);
}

TEST_CASE("a translation that a commit leaves behind is told of once", "[hook-option]") {
  const GitFolder folder;
  const auto write = [&](const std::string& cause, const std::string& translation,
                         const std::string& ignored = "") {
    std::string text = replaced(clean_entry(), "The remote branch holds commits", cause);
    text = replaced(std::move(text), "\"root_cause_zh\": null",
                    "\"root_cause_zh\": \"" + translation + "\"");
    if (!ignored.empty()) {
      text =
          replaced(std::move(text), "\"tags\"", "\"kbc_ignore\": [\"" + ignored + "\"], \"tags\"");
    }
    folder.entry("git/push-rejected", text);
  };
  const auto hook = [&] {
    folder.add_all();
    return run({"validate", "--hook", "--today", "2026-01-15", "--format", "short"}, folder.path(),
               {}, plain_environment());
  };
  const std::string chinese = "远程分支上有本地没有的提交。";
  write("The remote branch holds commits", chinese);
  folder.commit_all();
  write("The remote  branch holds commits", chinese);
  CHECK(occurrences(hook().out, "translation-stale") == 0);
  write("The server keeps commits", chinese);
  const Outcome stale = hook();
  CHECK_THAT(stale.out, ContainsSubstring("push-rejected.json:11:20: warning[translation-stale]: "
                                          "`root_cause` changes, and its translation does not\n"));
  CHECK(stale.exit == 0);
  CHECK(occurrences(folder.staged().out, "translation-stale") == 0);
  // An accepted one is not unused where the rule cannot run.
  write("The server keeps commits", chinese, "translation-stale");
  CHECK(occurrences(hook().out, "translation-stale") == 0);
  CHECK(occurrences(folder.staged().out, "ignore-unused") == 0);
  folder.write("kbc.json", R"({"rules": {"translation-stale": "off"}})");
  CHECK(occurrences(hook().out, "translation-stale") == 0);
  folder.write("kbc.json", "{}\n");
  write("The server keeps commits", "服务器上有本地没有的提交。");
  CHECK(occurrences(hook().out, "translation-stale") == 0);
}

TEST_CASE("a workaround's translation goes where its workaround goes", "[hook-option]") {
  const GitFolder folder;
  const auto item = [](const std::string& action) {
    return "{\"action\": \"" + action +
           "\", \"success_rate\": 0.9, \"how\": \"\", \"condition\": \"\", \"sources\": []}";
  };
  const auto write = [&](const std::vector<std::string>& actions,
                         const std::vector<std::string>& translations) {
    std::string text = clean_entry();
    const std::size_t begin = text.find("\"workarounds\": [");
    const std::string tail = "\"workarounds_zh\": [],\n";
    const std::size_t end = text.find(tail) + tail.size();
    std::string lists = "\"workarounds\": [";
    for (const std::string& action : actions) {
      lists += (&action == actions.data() ? "" : ", ") + item(action);
    }
    lists += "],\n\"workarounds_zh\": [";
    for (const std::string& one : translations) {
      lists += std::string(&one == translations.data() ? "" : ", ") + "\"" + one + "\"";
    }
    folder.entry("git/push-rejected", text.replace(begin, end - begin, lists + "],\n"));
    folder.add_all();
  };
  const auto stale = [&] {
    return occurrences(run({"validate", "--hook", "--today", "2026-01-15", "--format", "short"},
                           folder.path(), {}, plain_environment())
                           .out,
                       "translation-stale");
  };
  write({"Rebase first", "Force the push"}, {"先变基。", "强制推送。"});
  folder.commit_all();
  write({"Force the push", "Rebase first"}, {"强制推送。", "先变基。"});
  CHECK(stale() == 0);
  write({"Ask for help", "Rebase first", "Force the push"},
        {"寻求帮助。", "先变基。", "强制推送。"});
  CHECK(stale() == 0);
  write({"Force the push", "Rebase first"}, {"先变基。", "强制推送。"});
  CHECK(stale() == 2);
  write({"Rebase at once", "Force the push"}, {"先变基。", "强制推送。"});
  CHECK(stale() == 1);
}

}  // namespace kbc
