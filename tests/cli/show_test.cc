// `kbc show`, run as a user would run it.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

Outcome show(std::vector<std::string> arguments, const std::string& folder = kSource) {
  arguments.insert(arguments.begin(), "show");
  return run(arguments, folder);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("show finds an entry by id, alias or error code", "[show]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", replaced(replaced(clean_entry(), "\"aliases\": []",
                                                  "\"aliases\": [\"git/push-refused\"]"),
                                         "\"error_code\": null", "\"error_code\": \"E7\""));
  for (const std::string name : {"git/push-rejected", "git/push-refused", "E7"}) {
    CAPTURE(name);
    const Outcome shown = show({name}, kb.path());
    CHECK(shown.exit == 0);
    CHECK(holds(shown.out, "git/push-rejected"));
    CHECK(holds(shown.out, "What does not help"));
  }
}

TEST_CASE("show suggests the nearest ids", "[show]") {
  const Outcome shown = show({"git/push-rejectd-non-fast-forward"});
  CHECK(shown.exit == 1);
  CHECK(holds(shown.err, "did you mean `git/push-rejected-non-fast-forward`?"));
  CHECK(holds(show({"push-rejected"}).err, "`git/push-rejected-non-fast-forward`"));
  CHECK(show({}).exit == 2);
  CHECK(show({"x", "--lang", "fr"}).exit == 2);
  CHECK(show({"x", "--format", "html"}).exit == 2);
}

TEST_CASE("show prints bars, wraps, and shows an index as it shows its sources", "[show]") {
  const TemporaryFolder out;
  REQUIRE(run({"build", "--kb", kSource, "--emit", "index", "--out", out.path()}, kSource).exit ==
          0);
  const std::string id = "git/push-rejected-non-fast-forward";
  for (const std::string format : {"text", "markdown", "json"}) {
    CAPTURE(format);
    const Outcome from_sources = show({id, "--format", format});
    const Outcome from_index = show({id, "--format", format, "--index", out.path("kb.kbx")}, "/");
    CHECK(from_sources.exit == 0);
    CHECK(from_sources.out == from_index.out);
  }
  const std::string text = show({id}).out;
  CHECK(holds(text,
              "    ██░ often fails: Overwrite the remote branch with\n"
              "        ! discards changes\n          git push --force\n"));
  CHECK(holds(text, "git/pull-divergent-branches (sometimes)"));
  CHECK(!holds(text, "\x1b["));
  CHECK(holds(show({id, "--color", "always"}).out, "\x1b[1m"));
  const std::string page = show({id, "--format", "markdown"}).out;
  CHECK(page.find("\n### When: ", page.find("## What helps\n\n")) != std::string::npos);
  const std::string brief = show({id, "--brief"}).out;
  CHECK(occurrences(brief, "\n") <= 24);
  CHECK(holds(brief, "What helps\n"));
  CHECK_FALSE(holds(brief, "What does not help"));
  CHECK(show({id, "--brief", "--format", "markdown"}).exit == 2);
}

TEST_CASE("show speaks Chinese where there is a translation", "[show]") {
  const std::string id = "git/push-rejected-non-fast-forward";
  const std::string shown = show({id, "--lang", "zh"}).out;
  CHECK(holds(shown, "! [已拒绝] main -> main (非快进)"));
  CHECK(holds(shown, "有效的做法\n"));
  CHECK(holds(shown, "由 AI 编写"));
}

TEST_CASE("show says what is wrong with an index", "[show]") {
  const TemporaryFolder folder;
  CHECK(show({"x", "--index", "gone.kbx"}, folder.path()).exit == 2);
  folder.write("text.kbx", std::string(100, 'x'));
  const Outcome shown = show({"x", "--index", "text.kbx"}, folder.path());
  CHECK(shown.exit == 2);
  CHECK(holds(shown.err, "text.kbx: not an index"));
}

}  // namespace kbc
