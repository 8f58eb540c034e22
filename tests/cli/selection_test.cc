// What the PATHs of `kbc validate` select.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// Two entries with a fault each, one of them a link to an entry that is gone, no repository.
class Folder : public KnowledgeBaseFolder {
 public:
  explicit Folder(std::string_view config = "{}\n") : KnowledgeBaseFolder(config) {
    entry("git/a", linked("a", "git/gone"));
    entry("ssh/b", "{");
  }

  Outcome in(const std::string& folder, std::vector<std::string> arguments) const {
    const std::vector<std::string> first = {"validate", "--today", "2026-01-15", "--format",
                                            "short"};
    arguments.insert(arguments.begin(), first.begin(), first.end());
    return run(arguments, path(folder));
  }
};

// The same in git, which had the entry that is gone, and another.
class TrackedFolder : public Folder {
 public:
  TrackedFolder() {
    entry("git/gone", linked("gone", "git/a"));
    entry("git/other", "{");
    must_git(path(), {"init", "--quiet"});
    must_git(path(), {"add", "--all"});
    must_git(path(), {"commit", "--quiet", "--message", "all"});
    remove("gone");
    remove("other");
  }

  void remove(const std::string& slug) const { fs::remove(path("entries/git/" + slug + ".json")); }
  void commit_all() const {
    must_git(path(), {"add", "--all"});
    must_git(path(), {"commit", "--quiet", "--message", "more"});
  }
};

}  // namespace

TEST_CASE("a deleted entry is named from any folder", "[selection]") {
  const TrackedFolder base;
  for (const auto& [folder, name] :
       {std::pair<std::string, std::string>{".", "entries/git/gone.json"},
        {".", "./entries/git/gone.json"},
        {"entries", "git/gone.json"},
        {"entries/git", "gone.json"},
        {"entries/ssh", "../git/gone.json"},
        {"entries/git", base.path("entries/git/gone.json")}}) {
    CAPTURE(folder, name);
    const Outcome outcome = base.in(folder, {name});
    CHECK(outcome.exit == 1);
    CHECK(occurrences(outcome.out, "\n") == 1);
    CHECK_THAT(outcome.out, ContainsSubstring("error[link-unresolved]"));
  }
}

TEST_CASE("a deleted entry that nothing misses is no error", "[selection]") {
  const TrackedFolder base;
  const Outcome outcome = base.in("entries/git", {"other.json"});
  CHECK(outcome.exit == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "kbc: other.json: no longer there\n");
}

TEST_CASE("a path that neither the disk nor git has is an error", "[selection]") {
  const TrackedFolder base;
  const std::string gone = "entries/git/gone.json";
  const auto exit = [&](const std::vector<std::string>& arguments) {
    return base.in(".", arguments).exit;
  };
  CHECK(exit({gone}) == 1);  // in HEAD and in the index
  must_git(base.path(), {"rm", "--quiet", "--cached", gone, "entries/git/other.json"});
  CHECK(exit({gone}) == 1);  // in HEAD
  base.commit_all();
  const Outcome outcome = base.in(".", {gone});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err == "kbc: " + gone + ": no such file or folder, neither on disk nor in git\n");
  CHECK(exit({"--since", "HEAD", gone}) == 2);
  must_git(base.path(), {"checkout", "--quiet", "-b", "branch", "HEAD~1"});
  must_git(base.path(), {"rm", "--quiet", gone, "entries/git/other.json"});
  base.commit_all();
  CHECK(exit({gone}) == 2);
  CHECK(exit({"--since", "HEAD~1", gone}) == 1);  // in what the branch began with
  base.write("entries/git/new.json", "{");
  must_git(base.path(), {"add", "--all"});
  base.remove("new");
  CHECK(exit({"entries/git/new.json"}) == 0);  // in the index alone
}

TEST_CASE("a deleted folder stands for all that was in it", "[selection]") {
  const TrackedFolder base;
  base.entry("ssh/b", linked("b", "git/gone"));
  base.commit_all();
  fs::remove_all(base.path("entries/git"));
  const Outcome outcome = base.in(".", {"entries/git"});
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, StartsWith("entries/ssh/b.json:"));
  CHECK(occurrences(outcome.out, "\n") == 1);
  base.commit_all();
  CHECK(base.in(".", {"entries/git"}).exit == 2);
  // The ids that went with it concern whoever names it.
  const Outcome since = base.in(".", {"--since", "HEAD~1", "entries/git"});
  CHECK(since.exit == 1);
  CHECK_THAT(since.out, StartsWith("kbc.json:1:1: error[id-removed]: no entry has the id `git/"));
}

TEST_CASE("a path that is nothing is an error with its name", "[selection]") {
  const Folder base;
  for (const std::string name : {"zzz.json", "nodir/", "nodir/x.json", "entries/nodir", "gti"}) {
    const Outcome outcome = base.in(".", {name});
    CAPTURE(name, outcome.out);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "kbc: " + name + ": no such file or folder, neither on disk nor in git\n");
  }
  CHECK(base.in(".", {""}).err == "kbc: a PATH is empty\n");
  CHECK(base.in(".", {""}).exit == 2);
}

TEST_CASE("a file that is no entry selects nothing, and kbc says so", "[selection]") {
  const Folder base("{\"exclude\": [\"entries/drafts\"]}");
  base.write("README.md", "#");
  base.write("entries/git/README.md", "#");
  base.entry("drafts/x", "{");
  fs::create_directory(base.path("entries/empty"));
  for (const auto& [name, what] :
       {std::pair<std::string, std::string>{"README.md", "no entry: it lies outside of entries"},
        {"entries/git/README.md", "no entry: kbc reads only `.json`"},
        {"entries/empty", "no entry in it"},
        {"entries/drafts/x.json", "excluded in kbc.json"},
        {"entries/drafts", "excluded in kbc.json"}}) {
    const Outcome outcome = base.in(".", {name});
    CAPTURE(name, outcome.out);
    CHECK(outcome.exit == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "kbc: " + name + ": " + what + "\n");
  }
}

TEST_CASE("kbc.json is a path with findings of its own", "[selection]") {
  const Folder base("{\"rules\": {\"url-syntax\": \"off\"}}");
  const Outcome outcome = base.in(".", {"kbc.json"});
  CHECK(occurrences(outcome.out, "\n") == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("kbc.json:1:12: warning[ignore-unused]"));
  CHECK(base.in("entries", {"../kbc.json"}).out == "../" + outcome.out);
}

TEST_CASE("a link is an entry by its own name", "[selection]") {
  const Folder base;
  base.write("elsewhere.json", "[");
  fs::create_symlink("../../elsewhere.json", base.path("entries/git/link.json"));
  fs::create_symlink("a.json", base.path("entries/git/same.json"));
  fs::create_directory_symlink("entries", base.path("shortcut"));
  const Outcome link = base.in(".", {"entries/git/link.json"});
  CHECK_THAT(link.out, ContainsSubstring("entries/git/link.json:1:1: error[json-syntax]"));
  CHECK_THAT(base.in(".", {"entries/git/same.json"}).out,
             ContainsSubstring("entries/git/same.json:2:"));
  CHECK_THAT(base.in(".", {"shortcut/ssh"}).out, ContainsSubstring("entries/ssh/b.json:1:1"));
  CHECK(base.in(".", {"shortcut"}).out == base.in(".", {}).out);
}

}  // namespace kbc
