// `kbc match` for the systems that run jobs: --format markdown, github and sarif, and the recipes
// of docs/ci.md, run by a shell.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "core/rapidjson.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;
const std::string kMessage = "! [rejected] main -> main (non-fast-forward)";

// A log of a job in which two entries are found.
const std::string kLog = "make: start\n" + kMessage +
                         "\n"
                         "fatal: Need to specify how to reconcile divergent branches.\n"
                         "! [rejected] next -> next (non-fast-forward)\n";

std::vector<std::string> outside_of_jobs(const std::vector<std::string>& environment) {
  std::vector<std::string> all = {"GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR",
                                  "GITLAB_CI",      "TEAMCITY_VERSION", "TF_BUILD"};
  all.insert(all.end(), environment.begin(), environment.end());
  return all;
}

class Job : public TemporaryFolder {
 public:
  Job() {
    write("logs/build.log", kLog);
    REQUIRE(
        run({"build", "--kb", kSource, "--emit", "index,json", "--out", path("generated")}, kSource)
            .exit == 0);
  }

  Outcome match(const std::vector<std::string>& arguments,
                const std::vector<std::string>& environment = {},
                std::string_view input = {}) const {
    std::vector<std::string> all = {"match", "--index", path("generated/kb.kbx")};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run(all, path(), input, outside_of_jobs(environment));
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  REQUIRE(!document.HasParseError());
  return document;
}

// The shell's lines in the first fenced block of docs/ci.md that holds `mark`: those that follow
// lines that end with `begin`, as far as they stand further to the right.
std::string recipe(const std::string& mark, const std::string& begin) {
  const std::string page = run_program("cat", {kSource + "/docs/ci.md"}, kSource).out;
  const std::size_t at = page.find(mark);
  REQUIRE(at != std::string::npos);
  const std::size_t from = page.rfind("```", at);
  std::string script;
  std::size_t outer = std::string::npos;
  for (const std::string& line : lines_of(page.substr(from, page.find("\n```", at) - from))) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (outer != std::string::npos && indent > outer) {
      script += line.substr(std::min(outer + 2, line.size())) + '\n';
    } else {
      outer = line.ends_with(begin) ? indent : std::string::npos;
    }
  }
  return script;
}

}  // namespace

TEST_CASE("known errors in a log are annotations of GitHub, each on a line", "[match]") {
  const Job job;
  const Outcome found = job.match({"--file", "logs/build.log", "--format", "github"});
  CHECK(found.exit == 0);
  const std::vector<std::string> lines = lines_of(found.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("::error title=git/push-rejected-non-fast-forward::lines 2, 4: ! "));
  CHECK(
      lines[1].starts_with("::error title=git/pull-divergent-branches::line 3: fatal: Need to "
                           "specify how to reconcile divergent branches.%0A"));
  CHECK(lines[1].find("%0A- usually helps: ") != std::string::npos);
  CHECK(lines[1].find("`git reset --hard origin/main` [discards changes]") != std::string::npos);
  CHECK(lines[1].find(" fails: ") != std::string::npos);
  const Outcome none = job.match({"all is well", "--format", "github"});
  CHECK(none.exit == 1);
  CHECK(none.out.empty());
}

TEST_CASE("no line of a log begins a command of the runner", "[match][output]") {
  const Job job;
  const std::string hostile =
      "%0A::warning::x \x1b[31m##[error] " + kMessage + "\r::set-env name=A::b\n";
  for (const std::string format : {"github", "markdown", "sarif"}) {
    CAPTURE(format);
    const Outcome found = job.match({"-", "--format", format}, {"GITHUB_ACTIONS=true"}, hostile);
    CHECK(found.exit == 0);
    CHECK(found.out.find('\x1b') == std::string::npos);
    CHECK(found.out.find('\r') == std::string::npos);
    std::size_t commands = 0;
    for (const std::string& line : lines_of(found.out)) commands += line.starts_with("::") ? 1 : 0;
    CHECK(commands == (format == "github" ? 1u : 0u));
    if (format == "github") CHECK(found.out.find(" %0A::") == std::string::npos);
  }
}

TEST_CASE("more annotations than GitHub shows are said to be", "[match]") {
  const Job job;
  const rapidjson::Document entries = parsed(job.read("generated/kb.json"));
  std::string log;
  for (rapidjson::SizeType at = 0; at < 30; ++at) {
    log += std::string(entries["entries"][at]["signature"].GetString()) + '\n';
  }
  const Outcome few = job.match({"-", "--top", "10", "--format", "github"}, {}, log);
  CHECK(lines_of(few.out).size() == 10);
  const Outcome many = job.match({"-", "--top", "11", "--format", "github"}, {}, log);
  REQUIRE(lines_of(many.out).size() == 12);
  CHECK(lines_of(many.out).back() ==
        "11 known errors; GitHub shows 10 annotations of each level for a step, this log has all");
}

TEST_CASE("the summary of a job has a list of the known errors and the first of them", "[match]") {
  const Job job;
  const Outcome found = job.match({"--file", "logs/build.log", "--format", "markdown"});
  CHECK(found.exit == 0);
  CHECK(found.out.starts_with("- `git/push-rejected-non-fast-forward`: "));
  CHECK(found.out.find("(2 times, first in line 2)\n- `git/pull-divergent-branches`: ") !=
        std::string::npos);
  const std::string head = "\nlines 2, 4: `" + kMessage + "`\n\n";
  const std::size_t at = found.out.find(head + "# ");
  REQUIRE(at != std::string::npos);
  // The rest of it is the page of the entry.
  const Outcome shown = run({"show", "git/push-rejected-non-fast-forward", "--index",
                             job.path("generated/kb.kbx"), "--format", "markdown"},
                            job.path());
  CHECK(lines_of(found.out.substr(at + head.size())).size() == lines_of(shown.out).size());
  const Outcome both =
      job.match({"--file", "logs/build.log", "--format", "markdown", "--long", "all"});
  CHECK(both.out.find("\nline 3: `fatal: Need to specify") != std::string::npos);
  const Outcome chinese =
      job.match({"--file", "logs/build.log", "--format", "markdown", "--lang", "zh"});
  CHECK(chinese.out.find("首次在") != std::string::npos);
}

TEST_CASE("known errors in a log are results of a SARIF log", "[match]") {
  const Job job;
  const Outcome found = job.match({"--file", "logs/build.log", "--format", "sarif"});
  CHECK(found.exit == 0);
  const rapidjson::Document log = parsed(found.out);
  CHECK(std::string(log["version"].GetString()) == "2.1.0");
  const rapidjson::Value& one = log["runs"][0];
  const rapidjson::Value& rules = one["tool"]["driver"]["rules"];
  const rapidjson::Value& results = one["results"];
  REQUIRE(rules.Size() == 2);
  REQUIRE(results.Size() == 2);
  for (const rapidjson::Value& result : results.GetArray()) {
    const rapidjson::Value& rule = rules[result["ruleIndex"].GetUint()];
    CHECK(rule["id"] == result["ruleId"]);
    CHECK(result["partialFingerprints"]["kbcMatch/v1"] == result["ruleId"]);
    for (const char* const form : {"text", "markdown"}) {
      const std::string help = rule["help"][form].GetString();
      CHECK(help.find("What helps") != std::string::npos);
    }
  }
  const rapidjson::Value& first = results[0];
  CHECK(first["occurrenceCount"].GetUint() == 2);
  const rapidjson::Value& place = first["locations"][0]["physicalLocation"];
  CHECK(std::string(place["artifactLocation"]["uri"].GetString()) == "logs/build.log");
  CHECK(place["region"]["startLine"].GetUint() == 2);
  REQUIRE(first["relatedLocations"].Size() == 1);
  CHECK(first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"].GetUint() == 4);
}

TEST_CASE("what a SARIF log shows of an entry hides nothing", "[match]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", replaced(replaced(clean_entry(), R"("root_cause": ")",
                                                  R"("root_cause": "Hid\u202eden. )"),
                                         R"("signature": ")", R"("signature": "Hid\u200bden )"));
  const Outcome found = run({"match", "failed to push some refs", "--format", "sarif"}, kb.path(),
                            {}, outside_of_jobs({}));
  CAPTURE(found.err);
  const rapidjson::Document log = parsed(found.out);
  const rapidjson::Value& rule = log["runs"][0]["tool"]["driver"]["rules"][0];
  CHECK_THAT(rule["shortDescription"]["text"].GetString(), StartsWith("Hid<U+200B>den "));
  CHECK_THAT(rule["fullDescription"]["text"].GetString(), StartsWith("Hid<U+202E>den. "));
  for (const char* const hidden : {"\u200b", "\u202e"}) CHECK(occurrences(found.out, hidden) == 0);
}

TEST_CASE("a SARIF log names files as the repository does, and what has none by its line",
          "[match]") {
  const Job job;
  const std::vector<std::string> arguments = {"--file", job.path("logs/build.log"), "--format",
                                              "sarif"};
  const auto uri_in = [&](const std::string& workspace) {
    const Outcome outcome = job.match(arguments, {"GITHUB_WORKSPACE=" + workspace});
    const rapidjson::Document log = parsed(outcome.out);
    const rapidjson::Value& place = log["runs"][0]["results"][0]["locations"][0];
    return std::string(place["physicalLocation"]["artifactLocation"]["uri"].GetString());
  };
  CHECK(uri_in(job.path()) == "logs/build.log");
  CHECK(uri_in(job.path("logs")) == "build.log");
  const Outcome input = job.match({"-", "--format", "sarif"}, {}, kLog);
  const rapidjson::Document log = parsed(input.out);
  const rapidjson::Value& location = log["runs"][0]["results"][0]["locations"][0];
  CHECK(!location.HasMember("physicalLocation"));
  CHECK(std::string(location["message"]["text"].GetString()) == "line 2");
}

TEST_CASE("the recipes for the log of a job run in a shell", "[match][docs]") {
  const Job job;
  job.write("bin/make", "#!/bin/sh\nprintf '%s\\n' '" + kMessage + "'\nexit 2\n");
  std::filesystem::permissions(job.path("bin/make"), std::filesystem::perms::owner_all);
  std::filesystem::create_symlink(kbc_binary(), job.path("bin/kbc"));
  const std::vector<std::string> environment =
      outside_of_jobs({"PATH=" + job.path("bin") + ":/usr/bin:/bin",
                       "GITHUB_STEP_SUMMARY=" + job.path("summary.md")});
  const auto shell = [&](const std::string& script) {
    return run_program("bash", {"-e", "-o", "pipefail", "-c", script}, job.path(), {}, environment);
  };
  CHECK(shell("make 2>&1 | tee build.log").exit == 2);
  SECTION("GitHub") {
    const Outcome shown = shell(recipe("GITHUB_STEP_SUMMARY", "run: |"));
    CHECK(shown.exit == 0);
    CHECK(shown.out.starts_with("::error title=git/push-rejected-non-fast-forward::"));
    CHECK(job.read("summary.md").find("## What helps") != std::string::npos);
  }
  SECTION("GitLab") {
    const Outcome shown = shell(recipe("after_script", "- |"));
    CHECK(shown.exit == 0);
    CHECK(shown.out.find("git/push-rejected-non-fast-forward") != std::string::npos);
  }
  SECTION("Jenkins") {
    const Outcome shown = shell(recipe("recordIssues", "sh \"\"\""));
    CHECK(shown.exit == 0);
    CHECK(job.read("known-errors.sarif").find("\"kbcMatch/v1\"") != std::string::npos);
  }
}

}  // namespace kbc
