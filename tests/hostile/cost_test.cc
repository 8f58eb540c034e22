// Input that is made to cost much. What is counted is work, never time: messages, their bytes, and
// the programs that are started, memory.

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

// A knowledge base that makes many findings, and one that makes few.
struct ManyAndFew {
  KnowledgeBaseFolder many, few;

  // That the findings that many has more cost at most 400 bytes each, beside what is printed.
  void check() const {
    const Outcome more = many.validate({"--format", "short"});
    const Outcome less = few.validate({"--format", "short"});
    CHECK(more.exit == 1);
    const std::size_t findings = occurrences(more.out, "\n") - occurrences(less.out, "\n");
    const std::size_t printed = more.out.size() - less.out.size();
    CAPTURE(more.peak, less.peak, findings, printed);
    CHECK(findings >= 1000);
#ifndef KBC_INSTRUMENTED
    // What the allocator takes at once, and what the system counts in pages.
    constexpr std::size_t kSlack = std::size_t{4} << 20;
    CHECK(more.peak < less.peak + 400 * findings + printed + kSlack);
#endif
  }
};

}  // namespace

TEST_CASE("a finding costs less than 400 bytes", "[hostile][cost]") {
  const ManyAndFew bases;
  for (int at = 0; at < 8000; ++at) bases.many.entry("git/e" + std::to_string(at), "{}");
  for (int at = 0; at < 2000; ++at) bases.few.entry("git/e" + std::to_string(at), "{}");
  bases.check();
}

TEST_CASE("many findings below one long name keep it once", "[hostile][cost]") {
  const ManyAndFew bases;
  const std::string before = R"({"x": {")" + std::string(500'000, 'k') + R"(": {)";
  for (int at = 0; at < 40; ++at) {
    const std::string name = "git/e" + std::to_string(at);
    bases.many.entry(name, before + numbered(R"("a": 1, "b)", 50, R"(": 2)") + "}}}");
    bases.few.entry(name, before + R"("a": 1, "b": 2, "b": 2}}})");
  }
  bases.check();
}

TEST_CASE("many findings about one long id do not hold it", "[hostile][cost]") {
  const ManyAndFew bases;
  std::string links;
  for (int at = 0; at < 1000; ++at) {
    const std::string slug = "e" + std::to_string(at);
    bases.many.clean(slug);
    bases.few.clean(slug);
    links += (at == 0 ? "" : ",") + (R"({"probability": 0.0001, "error_id": "git/)" + slug + "\"}");
  }
  const std::string id = "git/" + std::string(400'000, 'z');
  const std::string begin = R"({"id": ")" + id + R"(", "transition_graph": {"leads_to": [)";
  bases.many.entry("git/long", begin + links + "]}}");
  bases.few.entry("git/long", begin + "]}}");
  bases.check();
}

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
