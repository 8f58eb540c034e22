// Input that is made to cost much. What is counted is work, never time: messages, their bytes, and
// the programs that are started.

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

std::string numbered(std::string_view before, int count, std::string_view after) {
  std::string text;
  for (int number = 0; number < count; ++number) {
    text += (number == 0 ? "" : ",\n") + std::string(before) + std::to_string(number) +
            std::string(after);
  }
  return text;
}

// How often git was started by `kbc validate --staged` with so many links among the entries.
std::size_t git_runs(int links) {
  const GitFolder folder;
  folder.write("target/real.json", replaced(clean_entry(), "git/push-rejected", "git/link0"));
  for (int link = 0; link < links; ++link) {
    const std::string name = "link" + std::to_string(link);
    const std::string before =
        link == 0 ? "../../target/real.json" : "link" + std::to_string(link / 2) + ".json";
    fs::create_directories(folder.path("entries/git"));
    fs::create_symlink(before, folder.path("entries/git/" + name + ".json"));
  }
  fs::create_directory_symlink("../../target", folder.path("entries/git/folder"));
  folder.add_all();
  // A git that writes down that it ran.
  const std::string real = run_program("sh", {"-c", "command -v git"}, "/").out;
  const TemporaryFolder programs;
  programs.write("git", "#!/bin/sh\necho run >> " + programs.path("log") + "\nexec " +
                            real.substr(0, real.find('\n')) + " \"$@\"\n");
  REQUIRE(::chmod(programs.path("git").c_str(), 0755) == 0);
  const std::string path = run_program("sh", {"-c", "printf %s \"$PATH\""}, "/").out;
  const Outcome outcome = run({"validate", "--staged", "--format", "short"}, folder.base(), {},
                              plain_environment({"PATH=" + programs.path() + ":" + path}));
  CHECK(outcome.exit == 1);  // they all claim one id
  CHECK(occurrences(outcome.out, "entries/git/link") >= 1);
  CAPTURE(outcome.out, outcome.err);
  return occurrences(programs.read("log"), "run\n");
}

}  // namespace

TEST_CASE("50,000 faults of kbc.json are a hundred messages", "[hostile][cost]") {
  const KnowledgeBaseFolder kb("{\"rules\": {\n" + numbered("\"n-", 50000, "\": \"off\"") + "}}");
  kb.clean("push-rejected");
  const Outcome outcome = kb.validate();
  CHECK(outcome.exit == 2);
  CHECK(occurrences(outcome.err, "\n") == 101);
  CHECK(occurrences(outcome.err, "kbc: kbc.json:2:1: error: unknown rule or group `n-0`") == 1);
  CHECK(occurrences(outcome.err, "kbc: kbc.json: and 49900 errors more\n") == 1);
}

TEST_CASE("each fault of kbc.json has a line of its own", "[hostile][cost]") {
  const KnowledgeBaseFolder kb("{\"rules\": {\"nope\": \"off\", \"nay\": \"off\"}}");
  const Outcome outcome = kb.validate();
  CHECK(occurrences(outcome.err, "\nkbc: kbc.json:1:27: error: ") == 1);
}

TEST_CASE("a name of a megabyte is quoted in part", "[hostile][cost]") {
  const std::string name(900'000, 'n');
  const KnowledgeBaseFolder kb("{\"rules\": {\"" + name + "\": \"off\"}, \"exclude\": [\"../" +
                               name + "\"]}");
  kb.clean("push-rejected");
  const Outcome outcome = kb.validate();
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.size() < 1000);
}

TEST_CASE("tens of thousands of globs exclude what each of them says", "[hostile][cost]") {
  const KnowledgeBaseFolder kb(
      "{\"exclude\": [" + numbered("\"no/where", 20000, "\"") + "," +
      numbered("\"*/there", 20000, "*\"") +
      ", \"entries/git/one.json\", \"entries/docker\", \"**/two.json\", \"*/git/t?r*.json\"]}");
  for (const std::string name : {"git/one", "git/two", "git/three", "docker/x", "git/left"}) {
    kb.entry(name, "{");
  }
  const Outcome outcome = kb.validate({"--format", "short"});
  CHECK(occurrences(outcome.out, "\n") == occurrences(outcome.out, "entries/git/left.json:"));
  CHECK(occurrences(outcome.out, "entries/git/left.json:") > 0);
}

TEST_CASE("git is asked as often for a hundred links as for five", "[hostile][cost]") {
  CHECK(git_runs(100) == git_runs(5));
}

}  // namespace kbc
