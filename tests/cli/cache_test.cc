// What kbc keeps for the next run, and that nothing is told by it.

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// How often files are opened in a folder.
class Opened {
 public:
  explicit Opened(const std::string& folder) : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    REQUIRE(::inotify_add_watch(events_, folder.c_str(), IN_OPEN) >= 0);
  }
  ~Opened() { ::close(events_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  // Since it was asked last; of files, not of the folder itself.
  std::size_t count() const {
    alignas(inotify_event) std::array<char, 1 << 16> bytes;
    std::size_t count = 0;
    for (ssize_t size; (size = ::read(events_, bytes.data(), bytes.size())) > 0;) {
      for (const char* at = bytes.data(); at < bytes.data() + size;) {
        const auto* const event = reinterpret_cast<const inotify_event*>(at);
        if ((event->mask & IN_ISDIR) == 0) ++count;
        at += sizeof(inotify_event) + event->len;
      }
    }
    return count;
  }

 private:
  int events_;
};

// A knowledge base in a git repository, with three entries.
class Cached : public GitFolder {
 public:
  Cached() {
    for (const std::string slug : {"fetch", "pull", "push"}) clean(slug);
  }

  Outcome kbc(std::vector<std::string> arguments, const std::vector<std::string>& more = {}) const {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments, base());
  }

  std::string folder() const { return path(".git/kbc-cache"); }
  std::string stats() const { return kbc({"cache", "stats"}).out; }

  // Runs a command until the clock of the file system has gone on, so that it has kept of which
  // files it has read the entries. False where it keeps nothing of them.
  bool settle(const std::vector<std::string>& arguments) const {
    for (int round = 0; round < 40; ++round) {
      kbc(arguments);
      const Opened opened(base("entries/git"));
      kbc(arguments);
      if (opened.count() == 0) return true;
    }
    return false;
  }
};

const std::vector<std::vector<std::string>> kQuestions = {
    {"list", "--format", "json"},
    {"show", "git/push", "--format", "json"},
    {"match", "failure of pull", "--format", "json"},
    {"match", "nothing of that kind"},
    {"search", "remote", "--format", "json"},
    {"completion", "--words", "ids", "--", ""}};

// Every command answers what it answers without a cache.
void check_same(const Cached& kb) {
  for (const std::vector<std::string>& question : kQuestions) {
    INFO(question.front());
    const Outcome kept = kb.kbc(question);
    const Outcome anew = kb.kbc(question, {"--no-cache"});
    CHECK(kept.out == anew.out);
    CHECK(kept.exit == anew.exit);
  }
}

std::vector<std::string> cached_files(const Cached& kb) {
  std::vector<std::string> files;
  for (const fs::directory_entry& file : fs::directory_iterator(kb.folder())) {
    if (file.path().extension() == ".kbc-cache") files.push_back(file.path().string());
  }
  return files;
}

std::string relative(const Cached& kb, const std::string& file) {
  return fs::path(file).lexically_relative(kb.path()).string();
}

}  // namespace

TEST_CASE("what has not changed is not read again", "[cache]") {
  const Cached kb;
  const Opened opened(kb.base("entries/git"));
  const std::vector<std::string> list = {"list", "--format", "ids"};
  REQUIRE(kb.settle(list));
  opened.count();
  const Outcome again = kb.kbc(list);
  CHECK(again.out == "git/fetch\ngit/pull\ngit/push\n");
  CHECK(again.err.empty());
  CHECK(opened.count() == 0);
  // With patterns it has more to keep.
  REQUIRE(kb.settle({"match", "failure of pull"}));
  opened.count();
  CHECK(kb.kbc({"match", "failure of pull"}).exit == 0);
  CHECK(opened.count() == 0);
  CHECK(kb.kbc(list, {"--no-cache"}).out == again.out);
  CHECK(opened.count() >= 3);
  kb.clean("rebase");
  CHECK(kb.kbc(list).out == "git/fetch\ngit/pull\ngit/push\ngit/rebase\n");
  CHECK(opened.count() >= 4);
}

TEST_CASE("answers from the cache are those without it, whatever has changed", "[cache]") {
  const Cached kb;
  const std::string pull = kb.base("entries/git/pull.json"),
                    text = kb.read("entries/git/pull.json");
  const std::string other = replaced(text, "failure of pull", "failure of poll");
  const auto time = fs::last_write_time(pull);
  using namespace std::chrono_literals;
  const std::vector<std::pair<std::string, std::function<void()>>> changes = {
      {"nothing", [] {}},
      {"touched", [&] { fs::last_write_time(pull, time + 1h); }},
      {"in the future", [&] { fs::last_write_time(pull, time + 100'000h); }},
      {"in the past", [&] { fs::last_write_time(pull, time - 100'000h); }},
      {"the same size and time",
       [&] {
         kb.write("entries/git/pull.json", other);
         fs::last_write_time(pull, time);
       }},
      {"reverted", [&] { kb.write("entries/git/pull.json", text); }},
      {"renamed", [&] { fs::rename(pull, kb.base("entries/git/poll.json")); }},
      {"renamed back", [&] { fs::rename(kb.base("entries/git/poll.json"), pull); }},
      {"another case", [&] { fs::rename(pull, kb.base("entries/git/Pull.json")); }},
      {"the old case", [&] { fs::rename(kb.base("entries/git/Pull.json"), pull); }},
      {"a link",
       [&] {
         kb.write("kept.json", other);
         fs::remove(pull);
         fs::create_symlink("../../kept.json", pull);
       }},
      {"the target of a link", [&] { kb.write("kept.json", text); }},
      {"a link to a folder",
       [&] {
         fs::remove(kb.base("kept.json"));
         fs::create_directories(kb.base("kept.json"));
       }},
      {"a link to what was a folder",
       [&] {
         fs::remove(kb.base("kept.json"));
         kb.write("kept.json", other);
       }},
      {"no link",
       [&] {
         fs::remove(pull);
         kb.write("entries/git/pull.json", text);
       }},
      {"a folder that moves",
       [&] {
         fs::rename(kb.base("entries/git"), kb.base("entries/moved"));
         fs::create_directories(kb.base("entries/git"));
       }},
      {"no entry", [&] { fs::remove_all(kb.base("entries/moved")); }},
      {"new entries", [&] { kb.clean("push"); }},
      {"excluded", [&] { kb.write("kbc.json", R"({"exclude": ["entries/git"]})"); }},
      {"case", [&] { kb.write("kbc.json", R"({"case_sensitive": true})"); }},
      {"a knowledge base of its own", [&] { kb.write("entries/git/kbc.json", "{}"); }},
  };
  for (const auto& [name, change] : changes) {
    INFO(name);
    const bool is_settled = kb.settle({"list"});
    CHECK(is_settled == !fs::is_symlink(pull));
    change();
    check_same(kb);
  }
}

TEST_CASE("a cache that was damaged is not read", "[cache]") {
  const Cached kb;
  const std::vector<std::string> list = {"list", "--format", "json"};
  REQUIRE(kb.settle(list));
  const std::string answer = kb.kbc(list, {"--no-cache"}).out;
  const std::vector<std::string> files = cached_files(kb);
  CHECK(files.size() == 2);
  const Opened opened(kb.base("entries/git"));
  for (const std::string& file : files) {
    const std::string whole = kb.read(relative(kb, file));
    const auto check = [&](const std::string& bytes) {
      kb.write(relative(kb, file), bytes);
      ::chmod(file.c_str(), 0600);
      opened.count();
      CHECK(kb.kbc(list).out == answer);
      CHECK(opened.count() > 0);
    };
    // Of each part something; the cache's own test has every byte.
    for (std::size_t at = 0; at < whole.size(); at += at < 128 ? 20 : 1999) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
      INFO(file << " " << at);
      check(bytes);
    }
    check(whole.substr(0, whole.size() - 1));
    check(whole + "x");
    REQUIRE(kb.settle(list));
  }
}

TEST_CASE("the cache is where it was asked for, and can be removed", "[cache]") {
  const Cached kb;
  kb.kbc({"list"});
  CHECK(fs::exists(kb.path(".git/kbc-cache/CACHEDIR.TAG")));
  struct stat status {};
  REQUIRE(::stat(kb.folder().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  CHECK(holds(kb.stats(), "\n  index: 1 file, "));
  CHECK(holds(kb.kbc({"cache", "clean"}).out, ": removed "));
  CHECK(cached_files(kb).empty());
  // By an option, a variable, and outside of git by the person's folder.
  const TemporaryFolder away;
  kb.kbc({"list", "--cache-dir", away.path("named")});
  CHECK(fs::exists(away.path("named/CACHEDIR.TAG")));
  run({"list"}, kb.base(), {}, {"KBC_CACHE_DIR=" + away.path("variable")});
  CHECK(fs::exists(away.path("variable/CACHEDIR.TAG")));
  CHECK(cached_files(kb).empty());
  const KnowledgeBaseFolder plain;
  plain.clean("push");
  const std::vector<std::string> home = {"XDG_CACHE_HOME=" + away.path("person")};
  CHECK(run({"list"}, plain.path(), {}, home).exit == 0);
  CHECK(holds(run({"cache", "stats"}, plain.path(), {}, home).out, away.path("person/kbc/")));
  CHECK(run({"cache", "stats"}, plain.path(), {}, {"XDG_CACHE_HOME", "HOME"}).exit == 2);
  CHECK(run({"cache"}, plain.path()).exit == 2);
  // kbc.json cannot name one.
  plain.write("kbc.json", R"({"cache_dir": "here"})");
  CHECK(run({"list"}, plain.path()).exit == 2);
}

TEST_CASE("all working trees of a repository share a cache", "[cache]") {
  const Cached kb;
  kb.commit_all();
  const TemporaryFolder away;
  kb.must({"worktree", "add", "--quiet", "--detach", away.path("tree")});
  CHECK(run({"list"}, away.path("tree")).exit == 0);
  CHECK(holds(kb.stats(), "\n  index: 1 file, "));
  kb.kbc({"list"});
  CHECK(holds(kb.stats(), "\n  index: 2 files, "));
  CHECK(run({"cache", "stats"}, away.path("tree")).out == kb.stats());
}

TEST_CASE("a folder that has other files does not become a cache", "[cache]") {
  const Cached kb;
  const TemporaryFolder away;
  away.write("mine", "x");
  CHECK(kb.kbc({"list", "--cache-dir", away.path()}).exit == 0);
  CHECK_FALSE(fs::exists(away.path("CACHEDIR.TAG")));
  CHECK(holds(kb.kbc({"cache", "clean", "--cache-dir", away.path()}).err, "no CACHEDIR.TAG"));
  CHECK(fs::exists(away.path("mine")));
}

TEST_CASE("a cache that could not be begun on a full disk is begun later", "[cache]") {
  const Cached kb;
  kb.write("full.sh", "(ulimit -f 0; \"$1\" list --format ids) | cat");
  CHECK(run_program("sh", {"full.sh", kbc_binary()}, kb.base()).out ==
        "git/fetch\ngit/pull\ngit/push\n");
  CHECK(kb.kbc({"list"}).exit == 0);
  CHECK(cached_files(kb).size() >= 1);
}

TEST_CASE("runs that end anywhere, and that write at once, leave answers as they are",
          "[cache][slow]") {
  const Cached kb;
  const std::string answer = kb.kbc({"list", "--format", "json"}, {"--no-cache"}).out;
  kb.write("killed.sh",
           "for i in $(seq 100); do\n"
           "  \"$1\" cache clean >/dev/null; \"$1\" list >/dev/null & child=$!\n"
           "  j=0; while [ $j -lt $((i * 40)) ]; do j=$((j + 1)); done\n"
           "  kill -9 $child 2>/dev/null; wait $child\n"
           "  \"$1\" list --format json | cmp -s - answer || exit 9\n"
           "done\n");
  kb.write("at_once.sh",
           "for i in 1 2 3 4 5 6 7 8 9 10; do\n"
           "  (for j in 1 2 3 4 5; do\n"
           "    [ \"$i\" -gt 2 ] || \"$1\" cache clean >/dev/null\n"
           "    \"$1\" list --format json | cmp -s - answer || : >wrong\n"
           "  done) &\n"
           "done\nwait\n");
  // As on a disk that is full.
  kb.write("full.sh", "(ulimit -f 0; \"$1\" list --format json) | cmp -s - answer || exit 9\n");
  kb.write("answer", answer);
  for (const std::string script : {"killed.sh", "at_once.sh", "full.sh"}) {
    INFO(script);
    CHECK(run_program("sh", {script, kbc_binary()}, kb.base()).exit == 0);
  }
  CHECK_FALSE(fs::exists(kb.base("wrong")));
  kb.kbc({"cache", "clean"});
  REQUIRE(run_program("sh", {"full.sh", kbc_binary()}, kb.base()).exit == 0);
  CHECK(cached_files(kb).empty());
  check_same(kb);
}

}  // namespace kbc
