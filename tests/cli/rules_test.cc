// Each rule has a folder tests/rules/<rule>: in bad/ the smallest knowledge base with that one
// fault, in bad.txt all that kbc prints for it, in good/ the nearest innocent neighbour, for which
// it prints nothing. With before/ both are what a change has made of that, which `--since` looks
// at. With KBC_UPDATE=1 in the environment bad.txt is rewritten instead.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/process.h"
#include "diagnostic/rule.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const fs::path kRules = fs::path(KBC_SOURCE_FOLDER) / "tests" / "rules";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Outcome validate(const fs::path& fixture, const std::string& side) {
  std::vector<std::string> arguments = {"validate", "--quiet",    "--fail-on", "info",
                                        "--today",  "2026-01-15", "--color",   "never"};
  std::istringstream extra(read(fixture / "options"));
  for (std::string word; extra >> word;) arguments.push_back(word);
  if (!fs::is_directory(fixture / "before")) return run(arguments, (fixture / side).string());
  const TemporaryFolder folder;
  fs::copy(fixture / "before", folder.path(), fs::copy_options::recursive);
  must_git(folder.path(), {"init", "--quiet"});
  must_git(folder.path(), {"add", "--all"});
  must_git(folder.path(), {"commit", "--quiet", "--message", "before"});
  for (const char* part : {"kbc.json", "entries"}) fs::remove_all(folder.path(part));
  fs::copy(fixture / side, folder.path(), fs::copy_options::recursive);
  arguments.insert(arguments.end(), {"--since", "HEAD"});
  return run(arguments, folder.path(), {}, plain_environment());
}

// The rules that the findings of a text output name.
std::set<std::string> rules_in(const std::string& output) {
  std::set<std::string> rules;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    for (const std::string severity : {": error[", ": warning[", ": info["}) {
      const std::size_t at = line.find(severity);
      if (at == std::string::npos || line.starts_with(' ')) continue;
      const std::size_t begin = at + severity.size();
      rules.insert(line.substr(begin, line.find(']', begin) - begin));
    }
  }
  return rules;
}

bool is_updating() { return std::getenv("KBC_UPDATE") != nullptr; }

}  // namespace

TEST_CASE("every rule finds its fault and spares its neighbour", "[rules]") {
  for (const RuleInfo& rule : all_rules()) {
    SECTION(rule.name) {
      const fs::path fixture = kRules / rule.name;
      REQUIRE(fs::is_directory(fixture / "bad"));
      REQUIRE(fs::is_directory(fixture / "good"));

      const Outcome bad = validate(fixture, "bad");
      CAPTURE(bad.err);
      if (is_updating()) {
        std::ofstream(fixture / "bad.txt", std::ios::binary) << bad.out;
      } else {
        CHECK(bad.out == read(fixture / "bad.txt"));
      }
      CHECK(bad.exit == 1);
      CHECK(rules_in(bad.out) == std::set<std::string>{rule.name});

      const Outcome good = validate(fixture, "good");
      CAPTURE(good.err);
      CHECK(good.out.empty());
      CHECK(good.exit == 0);
    }
  }
}

TEST_CASE("every fixture belongs to a rule", "[rules]") {
  for (const fs::directory_entry& fixture : fs::directory_iterator(kRules)) {
    CAPTURE(fixture.path());
    CHECK(rule_named(fixture.path().filename().string()).has_value());
  }
}

TEST_CASE("docs/rules.md is what the registry says", "[rules]") {
  const Outcome printed = run({"rules", "--format", "markdown"}, ".");
  const fs::path page = fs::path(KBC_SOURCE_FOLDER) / "docs" / "rules.md";
  if (is_updating()) std::ofstream(page, std::ios::binary) << printed.out;
  CHECK(printed.out == read(page));
  CHECK(printed.exit == 0);
}

}  // namespace kbc
