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

// Runs a script of sh with kbc as "$1".
Outcome shell(const std::string& script, const std::string& folder) {
  return run_program("sh", {"-c", script, "sh", kbc_binary()}, folder);
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
