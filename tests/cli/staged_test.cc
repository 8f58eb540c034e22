// `kbc validate --staged`: what git will commit, whatever the working tree holds.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kPush = "entries/git/push-rejected.json";

std::string faulty_entry() {
  return replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80");
}

// The findings' places and rules alone: `entries/git/a.json:53:17: error[rate-percent]`.
std::string faults(const Outcome& outcome) {
  std::string all;
  for (std::size_t at = 0; at < outcome.out.size();) {
    const std::size_t end = outcome.out.find('\n', at);
    const std::string line = outcome.out.substr(at, end - at);
    all += line.substr(0, line.find("]: ") + 1) + "\n";
    at = end + 1;
  }
  return all;
}

}  // namespace

TEST_CASE("an entry that is not staged is not there", "[staged]") {
  const GitFolder folder;
  folder.clean("push-rejected");
  folder.add_all();
  folder.entry("git/draft", "{");
  CHECK(folder.staged().exit == 0);
  folder.must({"add", "--intent-to-add", "entries/git/draft.json"});
  CHECK(folder.staged().exit == 0);
  folder.add_all();
  CHECK_THAT(folder.staged().out, ContainsSubstring("entries/git/draft.json:1:"));
}

TEST_CASE("a fix that is not staged does not count", "[staged]") {
  const GitFolder folder;
  folder.entry("git/push-rejected", faulty_entry());
  folder.add_all();
  folder.entry("git/push-rejected", "\n\n" + clean_entry());
  const Outcome outcome = folder.staged();
  CHECK(outcome.exit == 1);
  CHECK(faults(outcome) == kPush + ":53:17: error[rate-percent]\n");
  const Outcome text = folder.staged({"--format", "text"});
  CHECK_THAT(text.out, ContainsSubstring(" 53 |   \"confidence\": 80,\n"));
}

TEST_CASE("after a staged text that is too large the next is read whole", "[staged]") {
  const GitFolder folder;
  folder.entry("git/a-large", "[\"" + std::string(std::size_t{3} << 20, 'x') + "\"]\n");
  folder.entry("git/push-rejected", faulty_entry());
  folder.add_all();
  folder.entry("git/a-large", "[]\n");
  folder.entry("git/push-rejected", clean_entry());
  const Outcome outcome = folder.staged({"--jobs", "1"});
  CHECK(outcome.err.empty());
  CHECK(faults(outcome) == "entries/git/a-large.json:1:1: error[json-limits]\n" + kPush +
                               ":53:17: error[rate-percent]\n");
}

TEST_CASE("a fault that is not staged does not count", "[staged]") {
  const GitFolder folder;
  folder.clean("push-rejected");
  folder.add_all();
  folder.entry("git/push-rejected", faulty_entry());
  CHECK(folder.staged().exit == 0);
  // Neither does one that git has been told not to look at.
  folder.must({"update-index", "--assume-unchanged", kPush});
  CHECK(folder.staged().exit == 0);
  fs::remove(folder.path(kPush));
  CHECK(folder.staged().exit == 0);
}

TEST_CASE("a staged deletion breaks links, a deletion on disk does not", "[staged]") {
  const GitFolder folder;
  folder.entry("git/a", linked("a", "git/b"));
  folder.entry("git/b", replaced(linked("b", "git/a"), "leads_to", "preceded_by"));
  folder.entry("git/b", replaced(folder.read("entries/git/b.json"), "\"preceded_by\": []",
                                 "\"leads_to\": []"));
  folder.add_all();
  REQUIRE(folder.staged().exit == 0);
  fs::remove(folder.path("entries/git/b.json"));
  CHECK(folder.staged().exit == 0);
  folder.add_all();
  CHECK_THAT(folder.staged().out, ContainsSubstring("entries/git/a.json:") &&
                                      ContainsSubstring("error[link-unresolved]"));
}

TEST_CASE("the baseline that the staged kbc.json names is the staged one", "[staged]") {
  const GitFolder folder;
  folder.entry("git/push-rejected", faulty_entry());
  folder.write("kbc.json", "{\"baseline\": \"old.json\"}\n");
  REQUIRE(run({"validate", "--update-baseline", "--today", "2026-01-15"}, folder.path()).exit == 0);
  folder.add_all();
  CHECK(folder.staged().exit == 0);
  folder.write("old.json", "no JSON");
  folder.write("kbc.json", "{}\n");
  CHECK(folder.staged().exit == 0);
  // A baseline that shrinks brings back what it accepted.
  folder.commit_all();
  folder.write("kbc.json", "{\"baseline\": \"old.json\"}\n");
  REQUIRE(run({"validate", "--baseline", "new.json", "--update-baseline", "--today", "2026-01-15"},
              folder.path())
              .exit == 0);
  folder.write("old.json", folder.read("new.json"));
  folder.commit_all();
  folder.write("old.json", R"({"version": 2, "findings": {}})");
  folder.add_all();
  const Outcome since = folder.staged({"--since", "HEAD"});
  CHECK(since.exit == 1);
  CHECK(faults(since) == kPush + ":53:17: error[rate-percent]\n");
  // With the base branch's configuration the lines that it still has are gone as well.
  CHECK(folder.staged({"--config-from", "HEAD"}).exit == 1);
  CHECK_THAT(folder.staged({"--config-from", "HEAD"}).err,
             ContainsSubstring("old.json changes here: review it"));
  folder.must({"reset", "--quiet", "--hard"});
  CHECK(folder.staged({"--config-from", "HEAD"}).exit == 0);
  folder.write("kbc.json", "{\"baseline\": \"mine.json\"}\n");
  folder.write("mine.json", folder.read("old.json"));
  folder.entry("git/new", replaced(faulty_entry(), "git/push-rejected", "git/new"));
  REQUIRE(run({"validate", "--update-baseline", "--today", "2026-01-15"}, folder.path()).exit == 0);
  folder.add_all();
  const Outcome stranger = folder.staged({"--config-from", "HEAD", "--select", "rate"});
  CHECK(faults(stranger) == "entries/git/new.json:53:17: error[rate-percent]\n");
}

TEST_CASE("kbc.json, schema, taxonomy and baseline are the staged ones", "[staged]") {
  const GitFolder folder;
  folder.entry("git/push-rejected", faulty_entry());
  folder.write("kbc.json", "{\"rules\": {\"rate\": \"off\"}}\n");
  folder.add_all();
  folder.write("kbc.json", "{}\n");
  CHECK(folder.staged().exit == 0);
  folder.add_all();
  CHECK(folder.staged().exit == 1);
  folder.write("kbc.json", "{\"taxonomy\": \"names.json\", \"schema\": \"any.json\"}\n");
  folder.write("any.json", "{}\n");
  folder.write("names.json", R"({"domains": {"ssh": "a"}, "categories": {"sync_error": "b"},
                                 "root_cause_types": {"generic": "c"}})");
  folder.add_all();
  folder.write("any.json", "no JSON");
  folder.write("names.json", "no JSON");
  CHECK_THAT(folder.staged().out, ContainsSubstring("taxonomy-unknown"));
  folder.write("kbc.json", "no JSON");
  CHECK_THAT(folder.staged().out, ContainsSubstring("taxonomy-unknown"));
  folder.write("kbc.json", "{}\n");
  folder.add_all();
  REQUIRE(folder.staged({"--baseline", "old.json", "--update-baseline"}).exit == 0);
  folder.add_all();
  folder.write("old.json", "no JSON");
  CHECK(folder.staged({"--baseline", "old.json"}).exit == 0);
}

TEST_CASE("what git converts is checked as git keeps it", "[staged]") {
  const GitFolder folder;
  folder.write(".gitattributes", "*.json text eol=crlf working-tree-encoding=UTF-16LE\n");
  folder.write("kbc.json", std::string("{\0}\0\r\0\n\0", 8));
  folder.add_all();
  folder.must({"cat-file", "blob", ":kbc.json"});
  std::string wide;
  for (const char byte : clean_entry())
    wide += byte == '\n' ? std::string("\r\0\n", 3) : std::string(1, byte), wide += '\0';
  folder.entry("git/push-rejected", wide);
  folder.add_all();
  CHECK(folder.must({"cat-file", "blob", ":" + kPush}) == clean_entry());
  CHECK(folder.staged().exit == 0);
}

TEST_CASE("names with blanks and letters of all kinds, in a folder of the repository", "[staged]") {
  const GitFolder folder("Wissen über git/kb");
  folder.clean("push-rejected");
  folder.entry("git/größer als *", "{");
  folder.write("entries/git/other.json", "{");  // not this knowledge base's
  folder.add_all();
  folder.entry("git/größer als *", "{}");
  const Outcome outcome = folder.staged();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out,
             ContainsSubstring("entries/git/größer als *.json:1:1: error[json-syntax]"));
  CHECK(outcome.out.find("other") == std::string::npos);
}

TEST_CASE("which files are entries does not depend on where they come from", "[staged]") {
  const GitFolder folder;
  folder.write("kbc.json", "{\"exclude\": [\"entries/drafts\", \"entries/*/x*\"]}\n");
  folder.clean("push-rejected");
  for (const char* name : {"drafts/a/b", "git/x1", "git/.hidden", ".git2/c"})
    folder.entry(name, "{");
  folder.write("entries/git/README.md", "{");
  folder.add_all();
  const Outcome outcome = folder.staged({"--format", "text"});
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, ContainsSubstring("in 1 entry"));
}

TEST_CASE("links are followed to what is staged", "[staged]") {
  const GitFolder folder;
  folder.clean("push-rejected");
  folder.write("texts/a.json", faulty_entry());
  fs::create_directory(folder.path("entries/ssh"));
  fs::create_symlink("../../texts/a.json", folder.path("entries/ssh/a.json"));
  fs::create_symlink("a.json", folder.path("entries/ssh/again.json"));
  fs::create_symlink("../../texts", folder.path("entries/ssh/folder.json"));
  folder.add_all();
  folder.write("texts/a.json", clean_entry());
  const Outcome outcome = folder.staged();
  CHECK_THAT(outcome.out,
             ContainsSubstring("entries/ssh/a.json:53:17: error[rate-percent]") &&
                 ContainsSubstring("entries/ssh/again.json:53:17: error[rate-percent]"));
  CHECK(outcome.exit == 1);
  fs::create_symlink("loop.json", folder.path("entries/ssh/loop.json"));
  fs::create_symlink("../../texts/gone.json", folder.path("entries/ssh/gone.json"));
  folder.add_all();
  folder.write("texts/gone.json", clean_entry());
  const Outcome broken = folder.staged();
  CHECK(broken.exit == 2);
  CHECK_THAT(broken.err, ContainsSubstring("entries/ssh/gone.json: git does not have the file") &&
                             ContainsSubstring("entries/ssh/loop.json: "));
}

TEST_CASE("a merge that is not finished is an error", "[staged]") {
  const GitFolder folder;
  folder.clean("push-rejected");
  folder.commit_all();
  folder.must({"checkout", "--quiet", "-b", "other"});
  folder.entry("git/push-rejected", "{}");
  folder.commit_all();
  folder.must({"checkout", "--quiet", "main"});
  folder.entry("git/push-rejected", faulty_entry());
  folder.commit_all();
  REQUIRE(folder.git({"merge", "other"}).exit != 0);
  const Outcome outcome = folder.staged();
  CHECK(outcome.exit == 2);
  CHECK(outcome.out.find("error[") == std::string::npos);
  CHECK_THAT(outcome.err, ContainsSubstring(kPush + ": not merged; resolve the conflict"));
}

TEST_CASE("a submodule's entries are those of the recorded commit", "[staged]") {
  const GitFolder library;
  library.clean("push-rejected");
  fs::remove(library.path("kbc.json"));  // with one, it would be a knowledge base of its own
  library.commit_all();
  const GitFolder folder;
  folder.must({"submodule", "--quiet", "add", library.path(), "entries/library"});
  folder.add_all();
  const std::string theirs = "entries/library/entries/git/push-rejected.json";
  REQUIRE_THAT(folder.staged({"--format", "text"}).out, ContainsSubstring("in 1 entry"));
  const Outcome clean = folder.staged();
  folder.write(theirs, faulty_entry());
  CHECK(folder.staged().out == clean.out);
  must_git(folder.path("entries/library"), {"commit", "--quiet", "--all", "--message", "worse"});
  CHECK(folder.staged().out == clean.out);
  folder.add_all();
  CHECK_THAT(folder.staged().out, ContainsSubstring(theirs + ":53:17: error[rate-percent]"));
}

TEST_CASE("a knowledge base in a submodule is checked from there", "[staged]") {
  const GitFolder library;
  library.clean("push-rejected");
  library.commit_all();
  const GitFolder folder;
  folder.must({"submodule", "--quiet", "add", library.path(), "kb"});
  folder.write("kb/entries/git/push-rejected.json", faulty_entry());
  must_git(folder.path("kb"), {"add", "--all"});
  const std::vector<std::string> validate = {"validate", "--staged", "--today", "2026-01-15"};
  CHECK_THAT(run(validate, folder.path("kb"), {}, plain_environment()).out,
             ContainsSubstring("error[rate-percent]"));
  folder.hook("kbc validate --staged --kb kb\n");
  folder.add_all();
  const Outcome outside = folder.git({"commit", "--message", "no"});
  CHECK(outside.exit != 0);
  CHECK_THAT(outside.err, ContainsSubstring("in another, whose own hook can check it"));
}

TEST_CASE("entries inside of a submodule are found", "[staged][since]") {
  const GitFolder library;
  library.clean("push-rejected");
  library.commit_all();
  const GitFolder folder;
  folder.write("kbc.json", "{\"entries\": \"kb/entries\"}\n");
  folder.must({"submodule", "--quiet", "add", library.path(), "kb"});
  folder.commit_all();
  CHECK_THAT(folder.staged({"--format", "text"}).out, ContainsSubstring("in 1 entry"));
  folder.write("kb/entries/git/push-rejected.json", faulty_entry());
  must_git(folder.path("kb"), {"commit", "--quiet", "--all", "--message", "worse"});
  folder.commit_all();
  folder.must({"commit", "--quiet", "--allow-empty", "--message", "nothing"});
  CHECK_THAT(folder.staged().out, ContainsSubstring("error[rate-percent]"));
  // What the submodule had before is not new.
  const std::vector<std::string> since = {"validate", "--since", "HEAD~1", "--today", "2026-01-15"};
  CHECK(run(since, folder.base(), {}, plain_environment()).exit == 0);
}

TEST_CASE("the file that a pointer of Git LFS stands for is checked", "[staged]") {
  const GitFolder folder;
  folder.clean("push-rejected");
  folder.write("entries/git/push-rejected.json", faulty_entry());
  const std::string text = folder.read("entries/git/push-rejected.json");
  const std::string digest =
      run_program("sha256sum", {"entries/git/push-rejected.json"}, folder.path(), {}, {}).out;
  folder.write("entries/git/push-rejected.json",
               "version https://git-lfs.github.com/spec/v1\noid sha256:" + digest.substr(0, 64) +
                   "\nsize " + std::to_string(text.size()) + "\n");
  folder.add_all();
  CHECK_THAT(folder.staged().out, ContainsSubstring("a pointer of Git LFS"));
  folder.write("entries/git/push-rejected.json", text);
  CHECK_THAT(folder.staged().out, ContainsSubstring("error[rate-percent]"));
  folder.write("entries/git/push-rejected.json", text + " ");
  CHECK_THAT(folder.staged().out, ContainsSubstring("a pointer of Git LFS"));
}

TEST_CASE("what a clean filter made is left out, and no filter is run", "[staged]") {
  const GitFolder folder;
  folder.clean("push-rejected");
  folder.clean("pull-rejected");
  folder.add_all();
  folder.must({"config", "filter.lock.clean", "touch ran; tr a-z n-za-m"});
  folder.write(".gitattributes", "pull-rejected.json filter=lock\n");
  folder.add_all();
  fs::remove(folder.path("ran"));
  const Outcome outcome = folder.staged({"--format", "text"});
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, ContainsSubstring("in 1 entry"));
  CHECK(outcome.err ==
        "kbc: entries: one path looks like an entry and is not read: `git/pull-rejected.json` (git "
        "has it as a clean filter wrote it, which kbc does not run)\n");
  CHECK_FALSE(fs::exists(folder.path("ran")));
}

TEST_CASE("in a hook the index is the one that is about to be committed", "[staged]") {
  const std::string place = GENERATE("", "kb");
  const bool linked_tree = GENERATE(false, true);
  const GitFolder folder(place);
  CAPTURE(place, linked_tree);
  folder.clean("push-rejected");
  folder.clean("push-timeout");
  folder.commit_all();
  const std::string go = place.empty() ? "" : "cd " + place + "\n";
  folder.hook(go + "kbc validate --staged --today 2026-01-15 --format short >&2\n");
  TemporaryFolder beside;
  std::string top = folder.path();
  if (linked_tree) {
    top = beside.path("tree");
    folder.must({"worktree", "add", "--quiet", top});
  }
  const std::string entry = (place.empty() ? "" : place + "/") + kPush;
  const auto put = [&](const std::string& text) {
    (linked_tree ? beside : static_cast<const TemporaryFolder&>(folder))
        .write((linked_tree ? "tree/" : "") + entry, text);
  };
  const std::vector<std::string> all = {"commit", "--all", "--message", "all"};

  put(faulty_entry());
  const Outcome refused = git(top, all);
  CHECK(refused.exit != 0);
  CHECK_THAT(refused.err, ContainsSubstring(kPush + ":53:17: error[rate-percent]"));
  // A commit of other files alone has nothing of it.
  must_git(top, {"add", entry});
  must_git(top, {"commit", "--allow-empty", "--only", "--message", "only"});
  CHECK(git(top, {"commit", "--message", "no", entry}).exit != 0);
  put(clean_entry());
  CHECK(git(top, {"commit", "--allow-empty", "--message", "staged"}).exit != 0);
  must_git(top, {"commit", "--allow-empty", "--all", "--message", "fixed"});

  // Half of a file: `--patch` asks about each of two changes.
  const auto patch = [&](const std::string& answers) {
    return run_program("git", {"commit", "--patch", "--message", "half"}, top, answers,
                       plain_environment());
  };
  put(replaced(faulty_entry(), "Push again without", "Push once more without"));
  CHECK(patch("n\ny\n").exit != 0);
  const Outcome half = patch("y\nn\n");
  CAPTURE(half.out, half.err);
  CHECK(half.exit == 0);
  const std::string committed = must_git(top, {"show", "HEAD:" + entry});
  CHECK_THAT(committed,
             ContainsSubstring("Push once more") && ContainsSubstring("\"confidence\": 0.8"));
}

TEST_CASE("outside a repository --staged is an error", "[staged]") {
  const KnowledgeBaseFolder folder;
  folder.clean("push-rejected");
  const Outcome outcome = run({"validate", "--staged"}, folder.path(), {},
                              plain_environment({"GIT_CEILING_DIRECTORIES=/"}));
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("kbc: --staged: git: fatal: not a git repository"));
  CHECK(run({"validate", "--staged", "-"}, folder.path()).exit == 2);
}

TEST_CASE("a repository with longer names of objects is read, too", "[staged]") {
  const GitFolder folder;
  fs::remove_all(folder.path(".git"));
  folder.must({"init", "--quiet", "--object-format=sha256"});
  folder.entry("git/push-rejected", faulty_entry());
  folder.add_all();
  folder.clean("push-rejected");
  CHECK(faults(folder.staged()) == kPush + ":53:17: error[rate-percent]\n");
}

}  // namespace kbc
