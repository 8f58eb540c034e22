// `kbc validate --watch`, run as a user would run it, while files change in the ways of editors and
// of git. Nothing here waits for a time: each step waits for what it makes kbc say.

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "cli/terminal.h"
#include "os/descriptor.h"
#include "skip.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kClean = "0 errors, 0 warnings, 0 info";
constexpr std::string_view kWaiting = "watching for changes; Ctrl-C ends\n";

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string broken_entry() { return replaced(clean_entry(), "\"domain\": \"git\",", ""); }

constexpr std::string_view kBroken = "schema-required";

// A kbc that watches, and the one pipe into which it writes all that it has to say.
class Watching {
 public:
  explicit Watching(const std::string& folder, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {kbc_binary(), "validate", "--watch", "--today",
                                      "2026-01-15", "--color",  "never"};
    words.insert(words.end(), more.begin(), more.end());
    start(words, folder);
  }

  // A whole program, such as one that runs kbc with its arguments.
  Watching(const std::vector<std::string>& words, const std::string& folder) {
    start(words, folder);
  }

  ~Watching() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;

  // The next report, from the end of the last one to where it waits again; what there is when it
  // ends or falls silent for two minutes.
  std::string report() {
    std::size_t end;
    while ((end = text_.find(kWaiting)) == std::string::npos) {
      if (!read_more()) return std::exchange(text_, {});
    }
    std::string report = text_.substr(0, end);
    text_.erase(0, end + kWaiting.size());
    return report;
  }

  // The report that has this part: where the machine is slow, one save may be seen in two halves.
  // Else all reports until it fell silent.
  std::string report_with(std::string_view part) {
    std::string all;
    for (;;) {
      std::string one = report();
      if (one.empty() || holds(one, part)) return one.empty() ? all : one;
      all += one;
    }
  }

  int end_by(int signal) {
    ::kill(child_, signal);
    return end();
  }

  int end() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  void close_output() { output_.close(); }

 private:
  void start(const std::vector<std::string>& words, const std::string& folder) {
    Pipe pipe;
    REQUIRE(pipe.is_open());
    std::vector<char*> argv;
    for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      // A program in the background may have been told to ignore it.
      std::signal(SIGINT, SIG_DFL);
      ::dup2(pipe.in.value(), STDOUT_FILENO);
      ::dup2(pipe.in.value(), STDERR_FILENO);
      if (::chdir(folder.c_str()) == 0) ::execvp(argv.front(), argv.data());
      ::_exit(127);
    }
    output_ = std::move(pipe.out);
  }

  bool read_more() {
    constexpr int kPatience = 120'000;
    pollfd end = {output_.value(), POLLIN, 0};
    if (::poll(&end, 1, kPatience) <= 0) return false;
    std::array<char, 4096> buffer;
    const ssize_t got = ::read(output_.value(), buffer.data(), buffer.size());
    if (got <= 0) return false;
    text_.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
  }

  pid_t child_ = -1;
  Descriptor output_;
  std::string text_;
};

// How a program puts another text in the place of an entry's.
struct Save {
  const char* name;
  std::function<void(const TemporaryFolder& folder, const std::string& file,
                     const std::string& text)>
      run;
};

const std::vector<Save> kSaves = {
    {"cut and written", [](const TemporaryFolder& folder, const std::string& file,
                           const std::string& text) { folder.write(file, text); }},
    {"written beside and renamed",
     [](const TemporaryFolder& folder, const std::string& file, const std::string& text) {
       folder.write(file + ".tmp", text);
       fs::rename(folder.path(file + ".tmp"), folder.path(file));
     }},
    {"renamed for a backup and written (vim, backupcopy=no)",
     [](const TemporaryFolder& folder, const std::string& file, const std::string& text) {
       folder.write(fs::path(file).parent_path().string() + "/4913", "");
       fs::remove(folder.path(fs::path(file).parent_path().string() + "/4913"));
       fs::rename(folder.path(file), folder.path(file + "~"));
       folder.write(file, text);
       fs::remove(folder.path(file + "~"));
     }},
    {"copied for a backup and written (vim, backupcopy=yes)",
     [](const TemporaryFolder& folder, const std::string& file, const std::string& text) {
       folder.write(file + "~", folder.read(file));
       folder.write(file, text);
       fs::remove(folder.path(file + "~"));
     }},
    {"locked by a link, renamed for a backup that stays, and written (emacs)",
     [](const TemporaryFolder& folder, const std::string& file, const std::string& text) {
       const fs::path lock =
           fs::path(folder.path(file)).parent_path() / (".#" + fs::path(file).filename().string());
       fs::create_symlink("ada@host.example.org", lock);
       fs::rename(folder.path(file), folder.path(file + "~"));
       folder.write(file, text);
       fs::remove(lock);
     }},
    {"removed and made anew (git)",
     [](const TemporaryFolder& folder, const std::string& file, const std::string& text) {
       fs::remove(folder.path(file));
       folder.write(file, text);
     }},
};

}  // namespace

TEST_CASE("validate --watch reports each save of an editor, whatever it does to the file",
          "[watch]") {
  const std::string file = "entries/git/push-rejected.json";
  for (const Save& save : kSaves) {
    CAPTURE(save.name);
    const KnowledgeBaseFolder kb;
    kb.entry("git/push-rejected", clean_entry());
    Watching kbc(kb.path());
    CHECK_THAT(kbc.report(), ContainsSubstring(std::string(kClean)));
    for (int round = 0; round < 2; ++round) {
      save.run(kb, file, broken_entry());
      const std::string broken = kbc.report_with(kBroken);
      CHECK_THAT(broken, ContainsSubstring(file + " changed\n"));
      CHECK_THAT(broken, ContainsSubstring(std::string(kBroken)));
      save.run(kb, file, clean_entry());
      CHECK_THAT(kbc.report_with(kClean), ContainsSubstring(std::string(kClean)));
    }
    CHECK(kbc.end_by(SIGINT) == 0);
  }
}

TEST_CASE("validate --watch reports a save that changes nothing", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", clean_entry());
  Watching kbc(kb.path());
  kbc.report();
  kb.entry("git/push-rejected", clean_entry());
  CHECK_THAT(kbc.report(), ContainsSubstring("entries/git/push-rejected.json changed\n"));
}

TEST_CASE("validate --watch ends by SIGINT and SIGTERM with the exit status of what it showed",
          "[watch]") {
  for (const int signal : {SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const KnowledgeBaseFolder kb;
    kb.entry("git/push-rejected", clean_entry());
    {
      Watching kbc(kb.path());
      kbc.report();
      CHECK(kbc.end_by(signal) == 0);
    }
    {
      Watching kbc(kb.path());
      kbc.report();
      kb.entry("git/push-rejected", broken_entry());
      kbc.report_with(kBroken);
      CHECK(kbc.end_by(signal) == 1);
    }
    Watching kbc(kb.path());
    kbc.report();
    kb.write("kbc.json", "{");
    kbc.report_with("kbc.json:1:");
    CHECK(kbc.end_by(signal) == 2);
  }
}

TEST_CASE("validate --watch ends when nobody reads what it writes", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", clean_entry());
  Watching kbc(kb.path());
  kbc.report();
  kbc.close_output();
  CHECK(kbc.end() == 0);
}

TEST_CASE("validate --watch follows folders that come, go and move", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  Watching kbc(kb.path());
  CHECK_THAT(kbc.report(), ContainsSubstring("in 1 entry"));

  kb.entry("npm/deep/er/second", broken_entry());
  CHECK_THAT(kbc.report_with("npm/deep/er/second.json:"), ContainsSubstring("in 2 entries"));

  // What is written into a folder that came while kbc was running is seen, too.
  kb.entry("npm/deep/er/third", "{");
  CHECK_THAT(kbc.report_with("third.json:1:"), ContainsSubstring("in 3 entries"));

  fs::rename(kb.path("entries/npm"), kb.path("entries/pip"));
  const std::string moved = kbc.report_with("entries/pip/deep/er/third.json:1:");
  CHECK_THAT(moved, ContainsSubstring("in 3 entries"));
  CHECK_FALSE(holds(moved, "entries/npm/deep/er/third.json:1:"));

  kb.entry("pip/deep/er/third", "[");
  CHECK_THAT(kbc.report_with("entries/pip/deep/er/third.json changed"),
             ContainsSubstring("entries/pip/deep/er/third.json:1:"));

  // Another folder takes the name, with a file of the same name.
  kb.entry("new/deep/er/third", "nonsense");
  kbc.report_with("entries/new/deep/er/third.json:1:1");
  fs::rename(kb.path("entries/pip"), kb.path("old"));
  fs::rename(kb.path("entries/new"), kb.path("entries/pip"));
  CHECK_THAT(kbc.report_with("entries/pip/deep/er/third.json:1:1"),
             ContainsSubstring("in 2 entries"));

  fs::remove_all(kb.path("entries/pip"));
  CHECK_THAT(kbc.report_with("in 1 entry"), ContainsSubstring(std::string(kClean)));

  // All of them, and back again.
  fs::rename(kb.path("entries"), kb.path("elsewhere"));
  CHECK_THAT(kbc.report_with("no entries found"), ContainsSubstring("no entries found"));
  fs::rename(kb.path("elsewhere"), kb.path("entries"));
  CHECK_THAT(kbc.report_with("in 1 entry"), ContainsSubstring(std::string(kClean)));
  CHECK(kbc.end_by(SIGINT) == 0);
}

TEST_CASE("validate --watch follows entries to which the way is another", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  fs::create_directories(kb.path("a/b/c"));
  fs::rename(kb.path("entries"), kb.path("a/b/c/entries"));
  kb.write("kbc.json", R"({"entries": "a/b/c/entries"})");
  Watching kbc(kb.path());
  CHECK_THAT(kbc.report(), ContainsSubstring("in 1 entry"));
  fs::rename(kb.path("a/b"), kb.path("a/moved"));
  CHECK_THAT(kbc.report_with("No such file"), ContainsSubstring("No such file"));

  fs::create_directories(kb.path("a/b/c/entries/git"));
  fs::rename(kb.path("a/moved/c/entries/git/first.json"), kb.path("a/b/c/entries/git/first.json"));
  CHECK_THAT(kbc.report_with("in 1 entry"), ContainsSubstring(std::string(kClean)));
  CHECK(kbc.end_by(SIGINT) == 0);
}

TEST_CASE("validate --watch follows a link to the entries that leads elsewhere now", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  fs::rename(kb.path("entries"), kb.path("one"));
  fs::copy(kb.path("one"), kb.path("two"), fs::copy_options::recursive);
  kb.clean("second");
  fs::rename(kb.path("entries/git/second.json"), kb.path("two/git/second.json"));
  fs::remove_all(kb.path("entries"));
  fs::create_symlink("one", kb.path("entries"));
  Watching kbc(kb.path());
  CHECK_THAT(kbc.report(), ContainsSubstring("in 1 entry"));
  fs::create_symlink("two", kb.path("next"));
  fs::rename(kb.path("next"), kb.path("entries"));
  CHECK_THAT(kbc.report_with("in 2 entries"), ContainsSubstring(std::string(kClean)));
  // What is written there is seen, and in folders that come.
  kb.write("two/git/second.json", "nonsense");
  CHECK(holds(kbc.report_with("second.json:1:1"), "entries/git/second.json:1:1"));
  kb.write("two/npm/third.json", "nonsense");
  CHECK(holds(kbc.report_with("third.json:1:1"), "entries/npm/third.json:1:1"));
  CHECK(kbc.end_by(SIGINT) == 1);
}

TEST_CASE("validate --watch says that kbc.json is broken, and goes on", "[watch]") {
  for (const Save& save : kSaves) {
    CAPTURE(save.name);
    const KnowledgeBaseFolder kb;
    kb.entry("git/push-rejected", clean_entry());
    Watching kbc(kb.path());
    kbc.report();
    save.run(kb, "kbc.json", "{\"rules\": {\"dat\": \"off\"}}\n");
    const std::string broken = kbc.report_with("unknown rule");
    CHECK_THAT(broken, ContainsSubstring("kbc.json changed\n"));
    CHECK_THAT(broken, ContainsSubstring("kbc.json:1:12: error: unknown rule or group `dat`"));
    // What changes meanwhile is known afterwards.
    kb.entry("git/push-rejected", broken_entry());
    save.run(kb, "kbc.json", "{}\n");
    CHECK_THAT(kbc.report_with(kBroken), ContainsSubstring("1 error"));
    save.run(kb, "kbc.json", "{\"rules\": {\"schema-required\": \"off\"}}\n");
    CHECK_THAT(kbc.report_with("0 errors"), ContainsSubstring("0 errors"));
    CHECK(kbc.end_by(SIGINT) == 0);
  }
}

TEST_CASE("validate --watch starts with a broken kbc.json, and with none of what that names",
          "[watch]") {
  const KnowledgeBaseFolder kb(
      "{\"taxonomy\": \"names/taxonomy.json\", \"baseline\": \"accepted\"}");
  kb.entry("git/push-rejected", clean_entry());
  Watching kbc(kb.path());
  CHECK_THAT(kbc.report(), ContainsSubstring("names/taxonomy.json: No such file"));
  // Neither was the folder there.
  kb.write("names/taxonomy.json", "{\"extends\": \"builtin\", \"domains\": {\"git\": null}}\n");
  CHECK_THAT(kbc.report_with("accepted"), ContainsSubstring("--update-baseline` writes it"));
  kb.write("accepted", "{\"version\": 2, \"findings\": {}}\n");
  CHECK_THAT(kbc.report_with("taxonomy-unknown"), ContainsSubstring("`git`"));
  kb.write("names/taxonomy.json", "{\"extends\": \"builtin\"}\n");
  CHECK_THAT(kbc.report_with(kClean), ContainsSubstring("names/taxonomy.json changed\n"));
  kb.write("accepted",
           "{\"version\": 2, \"findings\": {\"git/none\": {\"date-stale\": [{\"at\": "
           "\"\"}]}}}\n");
  CHECK_THAT(kbc.report_with("ignore-unused"), ContainsSubstring("accepted changed\n"));
  kb.write("kbc.json", "{\"entries\": \"texts\"}\n");
  CHECK_THAT(kbc.report_with("no entries found"), ContainsSubstring("no entries found in texts"));
  kb.write("texts/git/push-rejected.json", broken_entry());
  CHECK_THAT(kbc.report_with("texts/git/push-rejected.json:"),
             ContainsSubstring(std::string(kBroken)));
  CHECK(kbc.end_by(SIGTERM) == 1);
}

TEST_CASE("validate --watch sees another schema", "[watch]") {
  const KnowledgeBaseFolder kb("{\"schema\": \"schema.json\"}");
  kb.write("schema.json", "{\"type\": \"object\"}\n");
  kb.entry("git/push-rejected", clean_entry());
  Watching kbc(kb.path(), {"--select", "schema"});
  CHECK_THAT(kbc.report(), ContainsSubstring(std::string(kClean)));
  kb.write("schema.json", "{\"type\": \"array\"}\n");
  CHECK_THAT(kbc.report_with("schema-type"), ContainsSubstring("schema.json changed\n"));
  CHECK(kbc.end_by(SIGINT) == 1);
}

TEST_CASE("validate --watch follows a link to a file, not one that leads out", "[watch]") {
  const TemporaryFolder outside;
  outside.write("out.json", clean_entry());
  const KnowledgeBaseFolder kb;
  kb.write("texts/push-rejected.json", clean_entry());
  fs::create_directories(kb.path("entries/git"));
  fs::create_symlink("../../texts/push-rejected.json", kb.path("entries/git/push-rejected.json"));
  fs::create_symlink(outside.path("out.json"), kb.path("entries/git/out.json"));
  Watching kbc(kb.path());
  CHECK_THAT(kbc.report(), ContainsSubstring("entries/git/out.json: leads out"));
  outside.write("out.json", "{");
  kb.write("texts/push-rejected.json", broken_entry());
  const std::string report = kbc.report_with(kBroken);
  CHECK_THAT(report, ContainsSubstring("entries/git/push-rejected.json changed\n"));
  CHECK_FALSE(holds(report, "out.json changed"));
}

TEST_CASE("validate --watch is quiet about what no finding depends on", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  Watching kbc(kb.path(), {"--format", "text", "--format", "json=entries/git/report"});
  kbc.report();
  kb.write("README.md", "text");
  kb.write("notes/first.json", "{");
  kb.write("entries/git/.first.json.swp", "b0VIM");
  kb.write("entries/git/README.md", "text");
  fs::create_directories(kb.path("entries/git/empty"));
  kb.entry("git/first", "{");
  const std::string report = kbc.report();
  CHECK_THAT(report, ContainsSubstring("] entries/git/first.json changed\n"));
  CHECK_THAT(report, ContainsSubstring("entries/git/first.json:1:"));
  // A folder that looks like nothing becomes one with entries.
  kb.clean("empty/second");
  CHECK_THAT(kbc.report_with("in 2 entries"), ContainsSubstring("second.json changed\n"));
}

TEST_CASE("validate --watch writes files anew, and documents into files alone", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  const std::vector<std::string> formats = {"json", "sarif", "gitlab", "junit"};
  for (const std::string& format : formats) {
    for (const std::string& place : {std::string(), std::string("=/dev/stdout")}) {
      const Outcome refused = kb.validate({"--watch", "--format", format + place});
      CHECK(refused.exit == 2);
      CHECK(refused.err == "kbc: --watch reports again and again, and `" + format +
                               "` is one document: name a file for it, as in `--format " + format +
                               "=kbc." + format + "`\n");
    }
  }
  std::vector<std::string> arguments = {"--format", "short"};
  for (const std::string& format : formats) {
    arguments.insert(arguments.end(), {"--format", format + "=report." + format});
  }
  Watching kbc(kb.path(), arguments);
  kbc.report();
  std::map<std::string, std::string> before;
  for (const std::string& format : formats) before[format] = kb.read("report." + format);
  kb.entry("git/first", "{");
  CHECK_THAT(kbc.report_with("error[json-syntax]"), ContainsSubstring("first.json:1:"));
  for (const std::string& format : formats) CHECK(kb.read("report." + format) != before[format]);
}

TEST_CASE("validate --watch is refused with what it cannot go with", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  const std::vector<std::pair<std::vector<std::string>, std::string>> refused = {
      {{"--staged"}, "--staged: it looks at files, not at the git index"},
      {{"--hook"}, "--hook: it looks at files, not at the git index"},
      {{"--since", "main"},
       "--since: it reports all findings; name PATHs to see those of a few entries"},
      {{"--config-from", "main"},
       "--config-from: it reads the configuration of the working tree anew"},
      {{"--fix"}, "--fix: it would change files that are being edited"},
      {{"--update-baseline"}, "--update-baseline: it would accept whatever is found"},
      {{"-"}, "`-`: standard input can be read only once"},
  };
  for (const auto& [arguments, why] : refused) {
    std::vector<std::string> all = arguments;
    all.emplace_back("--watch");
    const Outcome outcome = kb.validate(all);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err == "kbc: --watch cannot be combined with " + why + "\n");
  }
  // Where there is nothing to watch.
  CHECK(kb.validate({"--watch", "--kb", "none"}).exit == 2);
  const TemporaryFolder empty;
  const Outcome nowhere = run({"validate", "--watch"}, empty.path());
  CHECK(nowhere.exit == 2);
  CHECK_THAT(nowhere.err, ContainsSubstring("no kbc.json"));
}

TEST_CASE("validate --watch goes with PATHs, in several knowledge bases", "[watch]") {
  const TemporaryFolder folder;
  for (const std::string base : {"one", "two"}) {
    folder.write(base + "/kbc.json", "{}\n");
    folder.write(base + "/entries/git/push-rejected.json", clean_entry());
    folder.write(base + "/entries/git/other.json", "{");
  }
  Watching kbc(folder.path(),
               {"one/entries/git/push-rejected.json", "two/entries/git/push-rejected.json"});
  CHECK_THAT(kbc.report(), ContainsSubstring("0 errors, 0 warnings, 0 info in 2 entries"));
  folder.write("two/entries/git/push-rejected.json", broken_entry());
  CHECK_THAT(kbc.report_with(kBroken), ContainsSubstring("two/entries/git/push-rejected.json:"));
  folder.write("one/entries/git/push-rejected.json", "{");
  const std::string both = kbc.report_with("json-syntax");
  CHECK_THAT(both, ContainsSubstring("one/entries/git/push-rejected.json:"));
  CHECK_THAT(both, ContainsSubstring("two/entries/git/push-rejected.json:"));
  CHECK(kbc.end_by(SIGINT) == 1);
}

TEST_CASE("validate --watch clears a terminal, and no pipe", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  const std::string clear = "\x1b[H\x1b[2J";
  {
    Watching kbc(kb.path());
    kbc.report();
    kb.entry("git/first", "{");
    CHECK_FALSE(holds(kbc.report_with("json-syntax"), clear));
  }
  kb.clean("first");
  TerminalSession terminal({"validate", "--watch", "--today", "2026-01-15"}, kb.path());
  REQUIRE(terminal.sees("watching for changes"));
  CHECK_FALSE(holds(terminal.screen(), clear));
  kb.entry("git/first", "{");
  CHECK(terminal.sees(clear));
  CHECK(terminal.sees("json-syntax"));
  CHECK(terminal.sees("watching for changes"));
  terminal.type("\x03");
  CHECK(terminal.end() == 1);
}

TEST_CASE("validate --watch --quiet says what it found alone", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  TerminalSession terminal(
      {"validate", "--watch", "--quiet", "--today", "2026-01-15", "--format", "short"}, kb.path());
  // The first report has nothing to show, so the change may come before it: it is seen either way.
  kb.entry("git/first", "{");
  REQUIRE(terminal.sees("json-syntax"));
  CHECK_FALSE(holds(terminal.screen(), "watching"));
  CHECK_FALSE(holds(terminal.screen(), "changed"));
}

TEST_CASE("validate --watch looks for itself where a limit of inotify is reached", "[watch]") {
  const KnowledgeBaseFolder kb;
  kb.clean("first");
  const std::string script =
      "echo 0 > /proc/sys/user/$1 && shift && exec \"$@\" validate --watch --today 2026-01-15";
  if (run_program("unshare",
                  {"--user", "--map-root-user", "sh", "-c",
                   "echo 0 > /proc/sys/user/max_inotify_instances"},
                  kb.path())
          .exit != 0) {
    return skip("limits cannot be set here");
  }
  for (const std::string limit : {"max_inotify_instances", "max_inotify_watches"}) {
    CAPTURE(limit);
    kb.clean("first");
    Watching kbc(
        {"unshare", "--user", "--map-root-user", "sh", "-c", script, "sh", limit, kbc_binary()},
        kb.path());
    const std::string first = kbc.report();
    CHECK_THAT(first, ContainsSubstring("kbc: the limit fs.inotify.max_user_" + limit.substr(12) +
                                        " is reached, so kbc looks at "));
    kb.entry("git/first", "{");
    CHECK_THAT(kbc.report_with("json-syntax"),
               ContainsSubstring("entries/git/first.json changed\n"));
    kb.clean("deep/second");
    CHECK_THAT(kbc.report_with("in 2 entries"), ContainsSubstring("in 2 entries"));
    CHECK(kbc.end_by(SIGINT) == 1);
  }
}

}  // namespace kbc
