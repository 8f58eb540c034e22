// `kbc validate --fix`, run as a user would run it.

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kRules = std::string(KBC_SOURCE_FOLDER) + "/tests/rules";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("fix makes the safe fixes and leaves the rest of the file as it is", "[fix]") {
  const KnowledgeBaseFolder kb;
  const std::string clean =
      replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\"  :  0.8");
  const std::string faulty = replaced(clean, "\"confidence\"  :  0.8", "\"confidence\"  :  80");
  kb.entry("git/push-rejected", faulty);

  const Outcome shown = kb.validate({"--fix", "--diff"});
  CHECK(shown.exit == 1);
  CHECK(contains(shown.out, "-  \"confidence\"  :  80,\n+  \"confidence\"  :  0.8,\n"));
  CHECK(kb.read("entries/git/push-rejected.json") == faulty);

  const Outcome mended = kb.validate({"--fix"});
  CHECK(mended.exit == 0);
  CHECK(mended.err ==
        "entries/git/push-rejected.json: fixed rate-percent at /confidence: write `0.8`\n"
        "1 fix in 1 file\n");
  CHECK(mended.out == "0 errors, 0 warnings, 0 info in 1 entry\n");
  CHECK(kb.read("entries/git/push-rejected.json") == clean);

  const Outcome again = kb.validate({"--fix"});
  CHECK(again.exit == 0);
  CHECK(again.err.empty());
  CHECK(kb.validate({"--fix", "--diff"}).out.empty());
}

TEST_CASE("fix takes an unused name out of a list, wherever it stands there", "[fix]") {
  const auto ignoring = [](const std::string& list) {
    return replaced(replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80"),
                    "\"aliases\": []", "\"aliases\": [],\n  \"kbc_ignore\": " + list);
  };
  const auto mended = [&](const std::string& list) {
    const KnowledgeBaseFolder kb;
    kb.entry("git/push-rejected", ignoring(list));
    CHECK(kb.validate({"--fix"}).exit == 0);
    return kb.read("entries/git/push-rejected.json");
  };
  const std::string used = ignoring("[\"rate-percent\"]");
  CHECK(mended("[\"rate-percent\", \"date-stale\"]") == used);
  CHECK(mended("[\"date-stale\", \"rate-percent\"]") == used);
  CHECK(mended("[\"date-stale\", \"rate-percent\", \"id-path\"]") == used);
  CHECK(mended("[\"date-stale\"  ,  \"rate-percent\", \"id-path\" , \"url-syntax\"]") == used);
  CHECK(mended("[\"rate-percent\"  , \"id-path\" ]") == ignoring("[\"rate-percent\" ]"));
}

TEST_CASE("fix leaves what changes the meaning to those who ask for it", "[fix]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  kb.entry("git/push-timeout", linked("push-timeout", "git/push-rejected"));
  kb.entry("git/push-denied", linked("push-denied", "git/push-rejected"));
  CHECK(occurrences(kb.validate({"--fix"}).out, "link-one-way") == 2);
  const std::string before = kb.read("entries/git/push-rejected.json");
  CHECK(!contains(before, "git/push-timeout"));

  // Both insert at one place, which takes two rounds.
  const Outcome mended = kb.validate({"--fix", "--unsafe-fixes"});
  CHECK(mended.out == "0 errors, 0 warnings, 0 info in 3 entries\n");
  const std::string after = kb.read("entries/git/push-rejected.json");
  CHECK(occurrences(after, "git/push-timeout") == 1);
  CHECK(occurrences(after, "git/push-denied") == 1);
  CHECK(contains(mended.err, "2 fixes in 1 file\n"));
}

TEST_CASE("fix keeps to the files that are named", "[fix]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"one", "two"}) {
    kb.entry("git/" + slug, replaced(replaced(clean_entry(), "git/push-rejected", "git/" + slug),
                                     "\"confidence\": 0.8", "\"confidence\": 80"));
  }
  kb.validate({"--fix", "entries/git/two.json"});
  CHECK(contains(kb.read("entries/git/one.json"), "\"confidence\": 80"));
  CHECK(contains(kb.read("entries/git/two.json"), "\"confidence\": 0.8"));
}

TEST_CASE("fix keeps a file's mode, and a symbolic link", "[fix]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected",
           replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80"));
  const std::string file = kb.path("entries/git/push-rejected.json");
  const std::string real = kb.path("real.json");
  fs::rename(file, real);
  fs::create_symlink("../../real.json", file);
  ::chmod(real.c_str(), 0640);
  CHECK(kb.validate({"--fix"}).exit == 0);
  CHECK(fs::is_symlink(file));
  CHECK(contains(kb.read("real.json"), "\"confidence\": 0.8"));
  struct stat status;
  REQUIRE(::stat(real.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("fix says what it cannot do", "[fix]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  CHECK(kb.validate({"--unsafe-fixes"}).exit == 2);
  CHECK(kb.validate({"--diff"}).exit == 2);
  CHECK(kb.validate({"--fix", "--baseline", "b.txt", "--update-baseline"}).exit == 2);
  const std::string text = replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80");
  CHECK(kb.validate({"--fix", "-"}, text).exit == 2);
  const Outcome shown = kb.validate(
      {"--fix", "--diff", "--stdin-filename", "entries/git/push-rejected.json", "-"}, text);
  CHECK(shown.exit == 1);
  CHECK(contains(shown.out, "+  \"confidence\": 0.8,\n"));
}

TEST_CASE("every fix of every rule gives JSON, and once is enough", "[fix][slow]") {
  const std::string rules = run({"rules"}, ".").out;
  for (const fs::directory_entry& rule : fs::directory_iterator(kRules)) {
    INFO(rule.path().filename());
    const TemporaryFolder copy;
    fs::copy(rule.path() / "bad", copy.path("kb"), fs::copy_options::recursive);
    const auto validate = [&](std::vector<std::string> arguments) {
      arguments.insert(arguments.begin(), {"validate", "--today", "2026-01-15", "--color", "never",
                                           "--format", "short", "--allow-empty"});
      return run(arguments, copy.path("kb"));
    };
    const std::string before = validate({}).out;
    const Outcome mended = validate({"--fix", "--unsafe-fixes"});
    REQUIRE(mended.exit != 2);
    CHECK(occurrences(mended.out, "[json-") <= occurrences(before, "[json-"));
    // What is shown after the fixes is what the files hold, in which there is nothing to fix.
    const Outcome again = validate({"--fix", "--unsafe-fixes"});
    CHECK(again.err.empty());
    CHECK(again.out == mended.out);
    const std::string name = rule.path().filename().string();
    const std::string line = rules.substr(rules.find("\n" + name + " ") + 1, 40);
    CHECK(contains(mended.err, "fixed " + name + " ") == contains(line, " fix "));
  }
}

TEST_CASE("the fix of an id that its path contradicts keeps the old id", "[fix]") {
  const auto mended = [](const std::string& text) {
    const KnowledgeBaseFolder kb;
    kb.entry("git/updates-refused", text);
    kb.entry("git/push-denied", linked("push-denied", "git/push-rejected"));
    CHECK(kb.validate({"--fix"}).exit == 1);
    CHECK(contains(kb.read("entries/git/updates-refused.json"), "\"id\": \"git/push-rejected\""));
    CHECK(kb.validate({"--fix", "--unsafe-fixes"}).exit == 0);
    // The links follow, since an alias tells what they mean.
    CHECK(contains(kb.read("entries/git/push-denied.json"), "\"git/updates-refused\""));
    return kb.read("entries/git/updates-refused.json");
  };
  const auto with_aliases = [](const std::string& list) {
    return replaced(clean_entry(), "\"aliases\": []", "\"aliases\": " + list);
  };
  CHECK(contains(mended(clean_entry()), "\"aliases\": [\n    \"git/push-rejected\"\n  ]"));
  CHECK(contains(mended(with_aliases("[\n    \"git/older\"\n  ]")),
                 "\"aliases\": [\n    \"git/older\",\n    \"git/push-rejected\"\n  ]"));
  CHECK(contains(mended(replaced(clean_entry(), ",\n  \"aliases\": []", "")),
                 "\"id\": \"git/updates-refused\",\n  \"aliases\": [\n    "
                 "\"git/push-rejected\"\n  ],\n"));
}

TEST_CASE("no link back is added beside a link that leads nowhere", "[fix]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-timeout", linked("push-timeout", "git/push-rejected"));
  kb.entry("git/push-rejected",
           replaced(clean_entry(), "\"preceded_by\": []",
                    "\"preceded_by\": [{\"error_id\": \"ssh/connection-lost\", \"probability\": "
                    "0.5}]"));
  CHECK(contains(kb.validate().out,
                 "help: its link to `ssh/connection-lost` leads nowhere: if this entry is meant, "
                 "write `git/push-timeout` there; else add `git/push-timeout` to `preceded_by`"));
  // That link goes first; then nothing stands in for the one that is missing.
  CHECK(kb.validate({"--fix", "--unsafe-fixes"}).exit == 0);
  CHECK(occurrences(kb.read("entries/git/push-rejected.json"), "error_id") == 1);
}

TEST_CASE("a link that leads nowhere can be removed", "[fix]") {
  const auto list = [](const std::string& links) {
    return replaced(clean_entry(), "\"leads_to\": []", "\"leads_to\": [" + links + "]");
  };
  const auto link = [](const std::string& id, const std::string& more = "") {
    return "{\"error_id\": \"" + id + "\", \"probability\": 0.2" + more + "}";
  };
  const auto mended = [&](const std::string& links, std::vector<std::string> options) {
    const KnowledgeBaseFolder kb("{\"removed\": {\"git/gone\": {\"reason\": \"it is over\"}}}\n");
    kb.entry("git/push-rejected", list(links));
    kb.clean("push-denied");
    options.insert(options.end(), {"--select", "link-unresolved"});
    kb.validate(options);
    return kb.read("entries/git/push-rejected.json");
  };
  const std::vector<std::string> safe = {"--fix"}, all = {"--fix", "--unsafe-fixes"};
  const std::string known = link("git/push-denied"), gone = link("git/gone");
  const std::string unknown = link("ssh/connection-lost");
  const std::string told = link("git/gone", ", \"condition\": \"always\"");
  // What is gone on purpose takes nothing along unless the link says something in words.
  CHECK(mended(gone, safe) == list(""));
  CHECK(mended(known + ", " + gone, safe) == list(known));
  CHECK(mended(gone + ", " + known, safe) == list(known));
  CHECK(mended(gone + ", " + gone, safe) == list(""));
  CHECK(mended(told, safe) == list(told));
  CHECK(mended(told, all) == list(""));
  CHECK(mended(unknown, safe) == list(unknown));
  CHECK(mended(unknown, all) == list(""));
}

}  // namespace kbc
