// How a run ends when the system stops it or refuses it something.

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "catch.h"
#include "cli/git_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// The names below a folder that are no entry, no configuration and no artefact.
std::string strange_files(const std::string& folder) {
  std::string names;
  for (const auto& item : fs::recursive_directory_iterator(folder)) {
    const std::string name = item.path().filename().string();
    if (name.find(".kbc-") != std::string::npos) names += name + ' ';
  }
  return names;
}

// Runs a script of sh with kbc as "$1" and an argument as "$2".
Outcome shell(const std::string& script, const std::string& folder,
              const std::string& argument = {}) {
  return run_program("sh", {"-c", script, "sh", kbc_binary(), argument}, folder);
}

KnowledgeBaseFolder& filled(KnowledgeBaseFolder& kb, int entries) {
  for (int index = 0; index < entries; ++index) {
    kb.entry("git/e-" + std::to_string(index), "\n\n" + clean_entry());
  }
  return kb;
}

}  // namespace

TEST_CASE("a signal leaves no temporary file and no half of one", "[hostile][ends][slow]") {
  KnowledgeBaseFolder kb;
  filled(kb, 400);
  for (const char* signal : {"INT", "TERM", "HUP"}) {
    for (int delay = 0; delay < 8; ++delay) {
      filled(kb, 400);
      shell("set -m; \"$1\" fmt --jobs 4 >/dev/null & sleep 0.0" + std::to_string(delay) +
                "; kill -" + signal + " $!; wait $!",
            kb.path());
      CAPTURE(signal, delay);
      CHECK(strange_files(kb.path()).empty());
      for (const auto& item : fs::directory_iterator(kb.path("entries/git"))) {
        const auto size = fs::file_size(item.path());
        CHECK((size == clean_entry().size() || size == clean_entry().size() + 2));
      }
    }
  }
}

TEST_CASE("a limit of file sizes is an error, and leaves nothing", "[hostile][ends]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const Outcome outcome =
      shell("ulimit -f 1; exec \"$1\" build --emit index --today 2026-01-15", kb.path());
  CAPTURE(outcome.err);
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("File too large"));
  CHECK(strange_files(kb.path()).empty());
  CHECK(!fs::exists(kb.path("generated/kb.kbx")));
}

TEST_CASE("out of memory in any thread is said", "[hostile][ends]") {
#ifndef KBC_INSTRUMENTED
  KnowledgeBaseFolder kb;
  filled(kb, 200);
  for (int kilobytes = 20'000; kilobytes <= 120'000; kilobytes += 10'000) {
    const Outcome outcome = shell("ulimit -v " + std::to_string(kilobytes) +
                                      "; exec \"$1\" validate --jobs 8 --quiet >/dev/null",
                                  kb.path());
    CAPTURE(kilobytes, outcome.err);
    // 127: the loader had too little for the libraries.
    CHECK((outcome.exit <= 2 || outcome.exit == 127));
    if (outcome.exit == 2) CHECK_THAT(outcome.err, StartsWith("kbc: "));
  }
#endif
}

TEST_CASE("what an earlier run left is removed, and nothing else", "[hostile][ends]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/x", "\n" + clean_entry());
  const auto old = fs::file_time_type::clock::now() - std::chrono::minutes(2);
  const std::string left = "entries/git/.x.json.kbc-0123456789ab";
  const std::string others[] = {"entries/git/.x.json.kbc-backup",
                                "entries/git/x.json.kbc-0123456789ab", "entries/git/.x.json.AbCdEf",
                                "entries/git/.kbc-0123456789ab"};
  kb.write(left, "left");
  fs::last_write_time(kb.path(left), old);
  for (const std::string& name : others) {
    kb.write(name, "mine");
    fs::last_write_time(kb.path(name), old);
  }
  kb.write("entries/git/.young.json.kbc-0123456789ab", "young");
  CHECK(run({"fmt"}, kb.path()).exit == 0);
  CHECK(!fs::exists(kb.path(left)));
  CHECK(fs::exists(kb.path("entries/git/.young.json.kbc-0123456789ab")));
  for (const std::string& name : others) CHECK(fs::exists(kb.path(name)));
}

TEST_CASE("a rewritten file keeps its mode, and its owner where that is allowed",
          "[hostile][ends]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/x", "\n" + clean_entry());
  const std::string file = kb.path("entries/git/x.json");
  REQUIRE(::chmod(file.c_str(), 0640) == 0);
  const bool is_root = ::geteuid() == 0;
  if (is_root) REQUIRE(::chown(file.c_str(), 1234, 2345) == 0);
  REQUIRE(shell("umask 0; exec \"$1\" fmt", kb.path()).exit == 0);
  struct stat status;
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  if (is_root) CHECK((status.st_uid == 1234 && status.st_gid == 2345));
  REQUIRE(shell("umask 027; exec \"$1\" validate --format json=new --quiet", kb.path()).exit <= 1);
  REQUIRE(::stat(kb.path("new").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

// kbc is killed after a minute if nothing else ends it.
TEST_CASE("an index that is cut or overwritten under a running match is told, with right answers",
          "[hostile][ends][slow]") {
  struct Row {
    std::string change;
    bool is_told;
  };
  const Row rows[] = {
      {"truncate -s 4096 kb.kbx", true},
      {": >kb.kbx", true},
      {"cat other.kbx >kb.kbx", true},
      {"printf XXXX | dd of=kb.kbx bs=1 seek=300 conv=notrunc 2>dd", true},
      {"dd if=/dev/zero of=kb.kbx bs=\"$(wc -c <kb.kbx)\" count=1 conv=notrunc 2>dd", true},
      {"mv other.kbx kb.kbx", false},
      {"rm kb.kbx", false},
  };
  for (const Row& row : rows) {
    KnowledgeBaseFolder kb;
    kb.clean("push-rejected");
    REQUIRE(run({"build", "--emit", "index", "--out", ".", "--quiet"}, kb.path()).exit == 0);
    fs::rename(kb.path("kb.kbx"), kb.path("first.kbx"));
    kb.clean("fetch-failed");
    REQUIRE(run({"build", "--emit", "index", "--out", ".", "--quiet"}, kb.path()).exit == 0);
    fs::rename(kb.path("kb.kbx"), kb.path("other.kbx"));
    fs::rename(kb.path("first.kbx"), kb.path("kb.kbx"));
    kb.write("change", row.change);
    // What is written after the change is answered from the index as it was, or not at all.
    const Outcome outcome = shell(R"sh(
say() { echo 'failure of push-rejected' >>log; }
seen() { for try in $(seq 600); do [ "$(wc -l <found)" = "$1" ] && return; sleep 0.1; done; }
: >log
timeout -s KILL 60 "$1" match --file log --follow --format ndjson --index kb.kbx >found &
say; seen 1
. ./change
say; [ "$2" = 1 ] || { seen 2; kill $!; }
wait $!; echo "exit $?"; wc -l <found)sh",
                                  kb.path(), row.is_told ? "1" : "0");
    CAPTURE(row.change, outcome.out, outcome.err);
    if (row.is_told) {
      CHECK_THAT(outcome.out, StartsWith("exit 2\n"));
      CHECK_THAT(outcome.err, ContainsSubstring("kbc: kb.kbx: it was cut or overwritten"));
    } else {
      CHECK(outcome.out == "exit 143\n2\n");
      // The shell may say that it was ended.
      CHECK(outcome.err.find("kbc: ") == std::string::npos);
    }
  }
}

TEST_CASE("git fetches nothing; the error says what would", "[hostile][ends]") {
  const GitFolder kb;
  kb.clean("push-rejected");
  kb.commit_all();
  const std::string object = kb.must({"rev-parse", "HEAD:entries/git/push-rejected.json"});
  const std::string name = object.substr(0, object.find('\n'));
  fs::remove(kb.path(".git/objects/" + name.substr(0, 2) + "/" + name.substr(2)));
  fs::remove(kb.path("entries/git/push-rejected.json"));
  kb.must({"config", "core.repositoryFormatVersion", "1"});
  kb.must({"config", "extensions.partialClone", "evil"});
  kb.must({"config", "remote.evil.promisor", "true"});
  kb.must({"config", "remote.evil.url", "ext::sh -c touch% " + kb.path("pwned")});
  kb.must({"config", "protocol.ext.allow", "always"});
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--since", "HEAD"}}) {
    const Outcome outcome = kb.staged(more);
    CAPTURE(outcome.err);
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("git fetch") && ContainsSubstring(name));
    CHECK(!fs::exists(kb.path("pwned")));
  }
}

}  // namespace kbc
