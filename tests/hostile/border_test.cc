// What a stranger's links and paths cannot reach: files outside of the knowledge base.

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kSecret = "SECRET=hunter2 {\"token\": \"hunter2\"}\n";
constexpr const char* kLeadsOut = "leads out of the knowledge base";

// A knowledge base in kb/ with a file and a folder beside it that nobody may touch.
class Ground : public TemporaryFolder {
 public:
  explicit Ground(const std::string& config = "{}") {
    write("kb/kbc.json", config);
    write("kb/entries/git/push-rejected.json", clean_entry());
    write("outside/secret.json", kSecret);
    write("outside/entry.json", replaced(clean_entry(), "0.8", "80"));
    fs::create_directories(path("outside/folder"));
  }

  void link(const std::string& target, const std::string& name) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    fs::create_symlink(target, path(name));
  }

  Outcome kbc(std::vector<std::string> arguments, std::string_view input = {}) const {
    return run(arguments, path("kb"), input);
  }

  // Nothing outside was changed, made or shown.
  void check_untouched(const Outcome& outcome) const {
    CAPTURE(outcome.exit, outcome.out, outcome.err);
    CHECK(read("outside/secret.json") == kSecret);
    CHECK(read("outside/entry.json") == replaced(clean_entry(), "0.8", "80"));
    CHECK(fs::is_empty(path("outside/folder")));
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& item : fs::directory_iterator(path("outside"))) ++files;
    CHECK(files == 3);
    CHECK((outcome.out + outcome.err).find("hunter2") == std::string::npos);
  }
};

const std::vector<std::vector<std::string>> kAllCommands = {
    {"validate"},
    {"validate", "--fix", "--unsafe-fixes"},
    {"validate", "--fix", "--diff", "--unsafe-fixes"},
    {"validate", "--format", "json", "--format", "sarif=out.sarif", "entries/git/x.json"},
    {"fmt"},
    {"fmt", "--diff"},
    {"fmt", "entries/git/x.json"},
    {"build", "--emit", "cpp,index,json"},
    {"build", "--keep-going", "--depfile", "kb.d", "--stamp", "kb.stamp"},
    {"show", "git/x"},
    {"search", "hunter2"},
    {"match", "SECRET=hunter2"},
};

}  // namespace

TEST_CASE("an entry that is a link out of the knowledge base is neither read nor written",
          "[hostile][border]") {
  for (const std::string target :
       {"../../../outside/secret.json", "../../../outside/entry.json", "/proc/self/environ",
        "/etc/passwd", "/dev/stdin", "../../../outside/missing.json",
        "../../entries/../../outside/entry.json", "hop/secret.json"}) {
    const Ground ground;
    ground.link(target, "kb/entries/git/x.json");
    ground.link(ground.path("outside"), "kb/entries/git/hop");
    for (const std::vector<std::string>& command : kAllCommands) {
      const Outcome outcome = ground.kbc(command, kSecret);
      CAPTURE(target, command);
      CHECK(outcome.exit == 2);
      CHECK_THAT(outcome.err, ContainsSubstring(kLeadsOut));
      ground.check_untouched(outcome);
    }
  }
}

TEST_CASE("the folder of the entries cannot lie outside", "[hostile][border]") {
  for (const std::string config : {R"({"entries": ".."})", R"({"entries": "../outside"})",
                                   R"({"entries": "/etc"})", R"({"entries": "a/../../outside"})",
                                   R"({"entries": "linked"})", R"({"entries": "linked/folder"})"}) {
    const Ground ground(config);
    ground.link("../outside", "kb/linked");
    for (const std::vector<std::string>& command : kAllCommands) {
      const Outcome outcome = ground.kbc(command);
      CAPTURE(config, command);
      CHECK(outcome.exit == 2);
      ground.check_untouched(outcome);
    }
    ground.check_untouched(ground.kbc({"new", "git/new-one", "--signature", "x", "--no-input"}));
  }
}

TEST_CASE("a new entry is not written through a folder that leads out", "[hostile][border]") {
  const Ground ground;
  ground.link("../../outside/folder", "kb/entries/docker");
  const Outcome outcome =
      ground.kbc({"new", "docker/x-y", "--signature", "Frob failed hard", "--no-input"});
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring(kLeadsOut));
  ground.check_untouched(outcome);
}

TEST_CASE("an artefact is not written through a link", "[hostile][border]") {
  for (const char* name : {"kb.kbx", "kb_table.h", "kb_table.cc", "kb_ids.h"}) {
    const Ground ground;
    ground.link(ground.path("outside/secret.json"), "kb/generated/" + std::string(name));
    ground.check_untouched(ground.kbc({"build", "--check"}));
    const Outcome outcome = ground.kbc({"build"});
    CAPTURE(name, outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(!fs::is_symlink(ground.path("kb/generated/" + std::string(name))));
    ground.check_untouched(outcome);
    CHECK(ground.kbc({"build", "--check"}).exit == 0);
  }
  // The whole folder.
  for (const std::string target : {"../outside/folder", "../outside/new"}) {
    const Ground ground;
    ground.link(target, "kb/generated");
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"build"},
          {"build", "--out", "generated"},
          {"build", "--out", ground.path("kb/generated")}}) {
      const Outcome outcome = ground.kbc(command);
      CAPTURE(target, command);
      CHECK(outcome.exit == 2);
      CHECK_THAT(outcome.err, ContainsSubstring(kLeadsOut));
      ground.check_untouched(outcome);
    }
  }
}

TEST_CASE("reports, stamps and baselines replace a link at their end", "[hostile][border]") {
  const std::vector<std::vector<std::string>> commands = {
      {"validate", "--format", "sarif=x"},
      {"validate", "--baseline", "x", "--update-baseline"},
      {"build", "--stamp", "x"},
      {"build", "--depfile", "x"},
      {"schema", "--out", "x"},
  };
  for (const std::vector<std::string>& command : commands) {
    const Ground ground;
    const bool is_baseline = command[1] == "--baseline";
    ground.link(is_baseline ? "../outside/folder/none" : "../outside/secret.json", "kb/x");
    const Outcome outcome = ground.kbc(command);
    CAPTURE(command, outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(fs::is_regular_file(fs::symlink_status(ground.path("kb/x"))));
    ground.check_untouched(outcome);
  }
}

TEST_CASE("an output cannot pass a folder that leads out", "[hostile][border]") {
  const std::vector<std::vector<std::string>> commands = {
      {"validate", "--format", "sarif=linked/x"},
      {"validate", "--baseline", "linked/x", "--update-baseline"},
      {"build", "--stamp", "linked/x"},
      {"build", "--depfile", "linked/x"},
      {"build", "--out", "linked/x"},
  };
  for (const std::vector<std::string>& command : commands) {
    const Ground ground;
    ground.link("../outside", "kb/linked");
    const Outcome outcome = ground.kbc(command);
    CAPTURE(command);
    CHECK(outcome.exit == 2);
    ground.check_untouched(outcome);
  }
}

TEST_CASE("schema and taxonomy lie in the knowledge base or its repository", "[hostile][border]") {
  for (const std::string key : {"schema", "taxonomy"}) {
    for (const std::string path :
         {"../outside/secret.json", "/proc/self/environ", "../../../../../../proc/self/environ",
          "linked.json", "linked/secret.json", ".git/config", "dotgit"}) {
      const Ground ground("{\"" + key + "\": \"" + path + "\"}");
      must_git(ground.path("kb"), {"init", "-q"});
      ground.link("../outside/secret.json", "kb/linked.json");
      ground.link("../outside", "kb/linked");
      ground.link(".git/config", "kb/dotgit");
      const Outcome outcome = ground.kbc({"validate"});
      CAPTURE(key, path);
      CHECK(outcome.exit == 2);
      CHECK_THAT(outcome.err, ContainsSubstring(kLeadsOut));
      ground.check_untouched(outcome);
    }
    const std::string text = run({key}, "/").out;
    for (const std::string path : {"../x.json", "x.json", "linked.json"}) {
      const Ground ground("{\"" + key + "\": \"" + path + "\"}");
      ground.write("x.json", text);
      ground.write("kb/x.json", text);
      ground.link("../x.json", "kb/linked.json");
      const Outcome alone = ground.kbc({"validate"});
      CAPTURE(key, path, alone.err);
      CHECK(alone.exit == (path == "x.json" ? 0 : 2));
      must_git(ground.path(), {"init", "-q"});
      CHECK(ground.kbc({"validate"}).exit == 0);
    }
  }
}

TEST_CASE("kbc.json itself cannot be a link out", "[hostile][border]") {
  const Ground ground;
  fs::remove(ground.path("kb/kbc.json"));
  ground.link("../outside/secret.json", "kb/kbc.json");
  for (const std::vector<std::string>& command : kAllCommands) {
    const Outcome outcome = ground.kbc(command);
    CHECK(outcome.exit == 2);
    ground.check_untouched(outcome);
  }
}

TEST_CASE("a baseline named by a person is read through a link, and never quoted",
          "[hostile][border]") {
  const Ground ground;
  ground.write("outside/folder/b.json", R"({"version": 1, "findings": {}})");
  ground.link("../outside/folder/b.json", "kb/b.json");
  CHECK(ground.kbc({"validate", "--baseline", "b.json"}).exit == 0);
  fs::remove(ground.path("outside/folder/b.json"));
  ground.link("../outside/secret.json", "kb/secret.json");
  const Outcome outcome = ground.kbc({"validate", "--baseline", "secret.json"});
  CHECK(outcome.exit == 2);
  ground.check_untouched(outcome);
}

TEST_CASE("links inside go on working", "[hostile][border]") {
  const Ground ground(R"({"taxonomy": "t.json", "entries": "linked"})");
  ground.write("kb/real/t.json", run({"taxonomy"}, "/").out);
  ground.link("real/t.json", "kb/t.json");
  ground.link("entries", "kb/linked");
  ground.write("kb/texts/e.json",
               replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80"));
  fs::remove(ground.path("kb/entries/git/push-rejected.json"));
  ground.link("../../texts/./hop.json", "kb/entries/git/push-rejected.json");
  ground.link(ground.path("kb/texts/e.json"), "kb/texts/hop.json");
  CHECK(ground.kbc({"validate", "--today", "2026-01-15"}).exit == 1);
  const Outcome fixed = ground.kbc({"validate", "--today", "2026-01-15", "--fix"});
  CAPTURE(fixed.out, fixed.err);
  CHECK(fixed.exit == 0);
  CHECK(fs::is_symlink(ground.path("kb/entries/git/push-rejected.json")));
  CHECK(fs::is_symlink(ground.path("kb/texts/hop.json")));
  CHECK_THAT(ground.read("kb/texts/e.json"), ContainsSubstring("\"confidence\": 0.8"));
  ground.write("kb/texts/e.json", "\n" + ground.read("kb/texts/e.json"));
  CHECK(ground.kbc({"fmt"}).exit == 0);
  CHECK(ground.read("kb/texts/e.json").front() == '{');
  CHECK(fs::is_symlink(ground.path("kb/entries/git/push-rejected.json")));
}

TEST_CASE("the option --allow-outside widens the border, for sandboxes made of links",
          "[hostile][border]") {
  const Ground ground;
  ground.write("real/kbc.json", "{}");
  ground.write("real/push-rejected.json", clean_entry());
  for (const char* name : {"kb/kbc.json", "kb/entries/git/push-rejected.json"}) {
    fs::remove(ground.path(name));
    ground.link(ground.path("real/" + fs::path(name).filename().string()), name);
  }
  CHECK(ground.kbc({"validate"}).exit == 2);
  const Outcome wide =
      ground.kbc({"validate", "--today", "2026-01-15", "--allow-outside", ground.path("real")});
  CAPTURE(wide.out, wide.err);
  CHECK(wide.exit == 0);
  CHECK(ground.kbc({"build", "--today", "2026-01-15", "--allow-outside", "../real"}).exit == 0);
  CHECK(ground.kbc({"show", "git/push-rejected", "--allow-outside", "../real"}).exit == 0);
  CHECK(ground.kbc({"validate", "--allow-outside", "../none"}).exit == 2);
  CHECK(ground.kbc({"validate", "--allow-outside", "../outside"}).exit == 2);
}

TEST_CASE("a person's own paths may lie anywhere", "[hostile][border]") {
  const Ground ground;
  fs::create_directory_symlink(ground.path("outside/folder"), ground.path("mine"));
  CHECK(ground.kbc({"build", "--out", "../mine", "--depfile", "../mine/d"}).exit == 0);
  CHECK(fs::exists(ground.path("outside/folder/kb.kbx")));
  CHECK(fs::exists(ground.path("outside/folder/d")));
  CHECK(ground.kbc({"show", "git/push-rejected", "--index", "../mine/kb.kbx"}).exit == 0);
  ground.write("loose.json", "\n" + clean_entry());
  CHECK(ground.kbc({"fmt", "../loose.json"}).exit == 0);
  CHECK(ground.read("loose.json").front() == '\n');  // no entry, so it is left alone
}

TEST_CASE("streams and pipes named by a person are written as they are", "[hostile][border]") {
  const Ground ground;
  for (const std::string stream : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    const Outcome outcome = ground.kbc({"validate", "--quiet", "--format", "json=" + stream});
    CAPTURE(stream, outcome.err);
    CHECK(outcome.exit == 0);
    CHECK_THAT(outcome.out, StartsWith("{"));
  }
  const Outcome piped =
      run_program("sh",
                  {"-c",
                   "mkfifo p; cat p >got & \"$1\" validate --quiet --format json=p; code=$?; wait; "
                   "test -p p && exit $code",
                   "sh", kbc_binary()},
                  ground.path("kb"));
  CAPTURE(piped.err);
  CHECK(piped.exit == 0);
  CHECK_THAT(ground.read("kb/got"), StartsWith("{"));
  // A stranger's link to a pipe is replaced like any other.
  ground.link("p", "kb/linked");
  CHECK(ground.kbc({"validate", "--quiet", "--format", "json=linked"}).exit == 0);
  CHECK(fs::is_regular_file(fs::symlink_status(ground.path("kb/linked"))));
}

TEST_CASE("staged links cannot lead out either", "[hostile][border]") {
  for (const std::string target : {"../../../outside/secret.json", "/proc/self/environ"}) {
    const GitFolder git("kb");
    git.clean("push-rejected");
    git.write("outside/secret.json", kSecret);
    fs::create_symlink(target, git.base("entries/git/x.json"));
    git.add_all();
    const Outcome outcome = git.staged();
    CAPTURE(target, outcome.out, outcome.err);
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, ContainsSubstring(kLeadsOut));
    CHECK((outcome.out + outcome.err).find("hunter2") == std::string::npos);
    git.commit_all();
    const Outcome since = git.staged({"--since", "HEAD"});
    CHECK(since.exit == 2);
    CHECK((since.out + since.err).find("hunter2") == std::string::npos);
  }
}

TEST_CASE("a staged taxonomy may lie in the repository, and not outside", "[hostile][border]") {
  const GitFolder git("kb");
  git.clean("push-rejected");
  git.write("taxonomy.json", run({"taxonomy"}, "/").out);
  git.write("kb/kbc.json", R"({"taxonomy": "../taxonomy.json"})");
  git.add_all();
  CHECK(git.staged().exit == 0);
  fs::remove(git.path("taxonomy.json"));
  fs::create_symlink("/proc/self/environ", git.path("taxonomy.json"));
  git.add_all();
  const Outcome outcome = git.staged();
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring(kLeadsOut));
}

}  // namespace kbc
