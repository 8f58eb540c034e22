// Several knowledge bases in one repository, and what others know their files by.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"
#include "core/rapidjson.h"

namespace kbc {
namespace {

// Two knowledge bases in folders of one: each has an entry of the same id with one error.
class TwoBases : public TemporaryFolder {
 public:
  TwoBases() {
    for (const std::string base : {"one", "two"}) {
      write(base + "/kbc.json", "{}");
      write(base + "/entries/git/push-rejected.json",
            replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 85"));
    }
  }

  Outcome validate(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {}, const std::string& folder = "",
                   std::string_view input = {}) const {
    std::vector<std::string> all = {"validate", "--today", "2026-01-15", "--color", "never"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<std::string> settings = {"GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_ACTIONS"};
    settings.insert(settings.end(), environment.begin(), environment.end());
    return run(all, path(folder), input, plain_environment(settings));
  }
};

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  REQUIRE(!document.HasParseError());
  return document;
}

constexpr const char* kRate =
    "git/push-rejected.json:53:17: error[rate-percent]: `85` is a percentage; expected a "
    "fraction\n";

}  // namespace

TEST_CASE("without a kbc.json upwards the paths say which knowledge bases are meant", "[bases]") {
  const TwoBases both;
  const std::string one = std::string("one/entries/") + kRate;
  const std::string two = std::string("two/entries/") + kRate;
  const auto shorts = [&](std::vector<std::string> paths) {
    paths.insert(paths.begin(), {"--format", "short"});
    const Outcome outcome = both.validate(paths);
    CHECK(outcome.exit == 1);
    CHECK(outcome.err.empty());
    return outcome.out;
  };
  CHECK(shorts({"one"}) == one);
  CHECK(shorts({"two/entries/git/push-rejected.json"}) == two);
  CHECK(shorts({"two/kbc.json", "two/entries"}) == two);
  CHECK(shorts({"two", "one", "two/entries/git"}) == one + two);
  // The one that the working directory is in wins, and --kb over it.
  CHECK(both.validate({"--format", "short"}, {}, "one").out == std::string("entries/") + kRate);
  CHECK(both.validate({"--kb", "two", "--format", "short"}).out == two);
}

TEST_CASE("counts are those of all knowledge bases", "[bases]") {
  const TwoBases both;
  const Outcome text = both.validate({"--statistics", "one", "two"});
  CHECK_THAT(text.out, ContainsSubstring("        2        0        0  rate-percent\n"));
  CHECK_THAT(text.out, EndsWith("2 errors, 0 warnings, 0 info in 2 entries\n"));
  const Outcome cut = both.validate({"--max-findings", "1", "one", "two"});
  CHECK_THAT(cut.out, ContainsSubstring("… and 1 finding more\n"));
  CHECK(occurrences(cut.out, "error[") == 1);
  CHECK(occurrences(both.validate({"--max-findings", "1", "--format", "short", "one", "two"}).out,
                    "\n") == 1);
  const rapidjson::Document json = parsed(both.validate({"--format", "json", "one", "two"}).out);
  CHECK(json["counts"]["errors"].GetUint() == 2);
  CHECK(json["counts"]["entries"].GetUint() == 2);
  CHECK(std::string(json["findings"][1]["path"].GetString()) ==
        "two/entries/git/push-rejected.json");
  const std::string junit = both.validate({"--format", "junit", "one", "two"}).out;
  CHECK_THAT(junit, ContainsSubstring("<testsuites tests=\"2\" failures=\"2\" errors=\"0\">"));
  CHECK(occurrences(junit, "<testcase ") == 2);
}

TEST_CASE("a broken knowledge base is trouble, after the rest is reported", "[bases]") {
  const TwoBases both;
  both.write("one/kbc.json", R"({"entriez": "x"})");
  const Outcome outcome = both.validate({"--format", "short", "one", "two"});
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, StartsWith("kbc: one/kbc.json:1:2: error: unknown field `entriez`"));
  CHECK(outcome.out == std::string("two/entries/") + kRate);
  both.write("one/kbc.json", "{}");
  std::filesystem::remove_all(both.path("one/entries"));
  CHECK(both.validate({"one", "two"}).exit == 2);

  both.write("elsewhere/x.json", "{}");
  const Outcome homeless = both.validate({"--format", "short", "elsewhere/x.json", "two"});
  CHECK(homeless.exit == 2);
  CHECK(homeless.err == "kbc: elsewhere/x.json: no kbc.json beside it or above it\n");
  CHECK(homeless.out == std::string("two/entries/") + kRate);
}

TEST_CASE("a run without a knowledge base names those below", "[bases]") {
  const TwoBases both;
  const Outcome outcome = both.validate({});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err ==
        "kbc: no kbc.json in this folder or above it, but in `one` and `two`; name a knowledge "
        "base with --kb, or as a PATH of `kbc validate` and `kbc fmt`\n");
  for (const std::string more : {"a", "b", "c"}) both.write(more + "/kbc.json", "{}");
  CHECK_THAT(both.validate({}).err, ContainsSubstring("in `a`, `b`, `c` and 2 more;"));
}

TEST_CASE("what belongs to one knowledge base stays with it", "[bases]") {
  const TwoBases both;
  const std::string entry = both.read("two/entries/git/push-rejected.json");
  const std::string place = "two/entries/git/push-rejected.json";
  const Outcome unsaved =
      both.validate({"--format", "short", "-", "--stdin-filename", place, "one"}, {}, "",
                    replaced(entry, "85", "86"));
  CHECK(occurrences(unsaved.out, "`86` is a percentage") == 1);
  CHECK(occurrences(unsaved.out, "`85` is a percentage") == 1);
  CHECK(both.validate({"--baseline", "b.json", "one"}).exit == 2);  // which is not there
  const Outcome baseline = both.validate({"--baseline", "b.json", "one", "two"});
  CHECK(baseline.exit == 2);
  CHECK(baseline.err ==
        "kbc: --baseline is for one knowledge base, and the PATHs lie in one and two: check each "
        "by itself\n");
}

TEST_CASE("fixes and fmt work in several knowledge bases", "[bases][fix][fmt]") {
  const TwoBases both;
  CHECK(occurrences(both.validate({"--fix", "--diff", "one", "two"}).out,
                    "+  \"confidence\": 0.85") == 2);
  CHECK(both.validate({"--fix", "one", "two"}).exit == 0);
  CHECK_THAT(both.read("two/entries/git/push-rejected.json"),
             ContainsSubstring("\"confidence\": 0.85"));
  for (const std::string base : {"one", "two"}) {
    const std::string file = base + "/entries/git/push-rejected.json";
    both.write(file, replaced(both.read(file), "\"confidence\": 0.85", "\"confidence\":    0.85"));
  }
  const std::string files =
      "one/entries/git/push-rejected.json\ntwo/entries/git/push-rejected.json\n";
  const Outcome check =
      run({"fmt", "--check", "two/entries/git/push-rejected.json", "one"}, both.path());
  CHECK(check.exit == 1);
  CHECK(check.out == files);
  CHECK(run({"fmt", "--quiet", "one", "two"}, both.path()).exit == 0);
  CHECK(run({"fmt", "--check", "one", "two"}, both.path()).exit == 0);
  CHECK(run({"fmt", "one", "nowhere/x.json"}, both.path()).exit == 2);
}

TEST_CASE("git is asked about each knowledge base", "[bases][staged][since]") {
  const GitFolder folder;
  const TwoBases both;
  for (const std::string base : {"one", "two"}) {
    std::filesystem::copy(both.path(base), folder.path(base),
                          std::filesystem::copy_options::recursive);
  }
  std::filesystem::remove(folder.path("kbc.json"));
  folder.commit_all();
  const auto validate = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"validate", "--today", "2026-01-15", "--format", "short"});
    return run(arguments, folder.path(), {}, plain_environment()).out;
  };
  CHECK(occurrences(validate({"--staged", "one", "two"}), "\n") == 2);
  CHECK(validate({"--since", "HEAD", "one", "two"}).empty());
  const std::string file = "two/entries/git/push-rejected.json";
  folder.write(file, replaced(folder.read(file), "85", "86"));
  CHECK_THAT(validate({"--since", "HEAD", "one", "two"}), StartsWith(file + ":53:17: error"));
}

namespace {

// The one path, and the fingerprints, of what two formats say.
struct Reported {
  std::set<std::string> paths;
  std::set<std::string> fingerprints;
};

Reported reported(const Outcome& sarif, const Outcome& gitlab) {
  Reported all;
  const rapidjson::Document log = parsed(sarif.out);
  for (const rapidjson::Value& result : log["runs"][0]["results"].GetArray()) {
    all.paths.insert(
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].GetString());
    all.fingerprints.insert(result["partialFingerprints"]["kbcFinding/v2"].GetString());
  }
  const rapidjson::Document issues = parsed(gitlab.out);
  for (const rapidjson::Value& issue : issues.GetArray()) {
    all.paths.insert(issue["location"]["path"].GetString());
    all.fingerprints.insert(issue["fingerprint"].GetString());
  }
  return all;
}

}  // namespace

TEST_CASE("services are told the paths of the repository", "[bases][format]") {
  const TwoBases both;
  const auto of = [&](const std::vector<std::string>& environment, const std::string& folder,
                      std::vector<std::string> paths = {}) {
    const auto in = [&](const std::string& format) {
      std::vector<std::string> arguments = {"--format", format};
      arguments.insert(arguments.end(), paths.begin(), paths.end());
      return both.validate(arguments, environment, folder);
    };
    const std::string github = in("github").out;
    const Reported all = reported(in("sarif"), in("gitlab"));
    for (const std::string& path : all.paths) {
      CHECK_THAT(github, ContainsSubstring("::error file=" + path + ",line=53"));
      CHECK_THAT(in("junit").out, ContainsSubstring(" file=\"" + path + "\""));
    }
    return all;
  };
  using Paths = std::set<std::string>;
  const std::string file = "entries/git/push-rejected.json";
  // Outside of any repository those of the working directory.
  CHECK(of({}, "one").paths == Paths{file});
  CHECK(of({}, "", {"one"}).paths == Paths{"one/" + file});
  // What is no folder around the knowledge base is somebody else's.
  CHECK(of({"GITHUB_WORKSPACE=" + both.path("two"), "CI_PROJECT_DIR=."}, "one").paths ==
        Paths{file});
  for (const std::string name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    CAPTURE(name);
    CHECK(of({name + "=" + both.path()}, "one").paths == Paths{"one/" + file});
    CHECK(of({name + "=" + both.path() + "/"}, "one/entries").paths == Paths{"one/" + file});
    CHECK(of({name + "=" + both.path()}, "", {"one"}).paths == Paths{"one/" + file});
  }
  both.write(".git/HEAD", "ref: refs/heads/main\n");
  CHECK(of({}, "one").paths == Paths{"one/" + file});
  CHECK(of({}, "two/entries").paths == Paths{"two/" + file});
}

TEST_CASE("fingerprints of two knowledge bases differ, in a repository or not", "[bases]") {
  const TwoBases both;
  const auto fingerprints = [&](const std::vector<std::string>& paths) {
    std::vector<std::string> arguments = {"--format", "sarif"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    const Outcome sarif = both.validate(arguments);
    arguments[1] = "gitlab";
    return reported(sarif, both.validate(arguments)).fingerprints;
  };
  CHECK(fingerprints({"one", "two"}).size() == 2);
  // Submodules have repositories of their own, with the same paths in them.
  both.write("one/.git", "gitdir: elsewhere\n");
  both.write("two/.git", "gitdir: elsewhere\n");
  CHECK(fingerprints({"one"}) == fingerprints({"two"}));
  CHECK(fingerprints({"one", "two"}).size() == 2);
  both.write(".git/HEAD", "ref: refs/heads/main\n");
  CHECK(fingerprints({"one", "two"}).size() == 2);
}

TEST_CASE("no link in any of the knowledge bases leads a report out", "[bases][border]") {
  const TwoBases both;
  const TemporaryFolder outside;
  std::filesystem::create_directory_symlink(outside.path(), both.path("two/out"));
  const Outcome outcome = both.validate({"--format", "json=two/out/x.json", "one", "two"});
  CHECK(outcome.exit == 2);
  CHECK_FALSE(std::filesystem::exists(outside.path("x.json")));
}

TEST_CASE("GitHub gets what it takes of a log, and the rest is counted", "[bases][format][slow]") {
  const KnowledgeBaseFolder base;
  // 200 warnings in each of 130 entries, and one error after all of them.
  std::string fields;
  for (int i = 0; i < 200; ++i) fields += ", \"x" + std::to_string(i) + "\": 1";
  const std::string entry = replaced(clean_entry(), "\"aliases\": []", "\"aliases\": []" + fields);
  for (int i = 0; i < 130; ++i) {
    const std::string id = "git/x" + std::to_string(i);
    base.entry(id, replaced(entry, "git/push-rejected", id));
  }
  base.entry("git/z", replaced(replaced(clean_entry(), "git/push-rejected", "git/z"),
                               "\"confidence\": 0.8", "\"confidence\": 85"));
  base.write("kbc.json", R"({"rules": {"schema-unknown-field": "warning"}})");
  const std::vector<std::string> arguments = {
      "validate", "--today",   "2026-01-15", "--select", "schema-unknown-field,rate-percent",
      "--format", "sarif=log", "--format",   "github"};
  const auto results = [&](const std::string& on_github) {
    const Outcome outcome = run(arguments, base.path(), {}, {on_github});
    CHECK(outcome.exit == 1);
    CHECK_THAT(outcome.out,
               EndsWith("1 error, 26000 warnings, 0 info in 131 entries; GitHub shows 10 "
                        "annotations of each level for a step, this log has all\n"));
    return outcome.err;
  };
  CHECK(results("GITHUB_ACTIONS").empty());
  const rapidjson::Document all = parsed(base.read("log"));
  CHECK(all["runs"][0]["results"].Size() == 26001);
  CHECK_FALSE(all["runs"][0].HasMember("properties"));
  CHECK(results("GITHUB_ACTIONS=true") ==
        "kbc: sarif: GitHub takes 25000 results, so the log has the worst of 26001 findings\n");
  const rapidjson::Document cut = parsed(base.read("log"));
  const rapidjson::Value& one = cut["runs"][0];
  REQUIRE(one["results"].Size() == 25000);
  CHECK(std::string(one["results"][24999]["ruleId"].GetString()) == "rate-percent");
  CHECK(one["properties"]["findings"].GetUint() == 26001);
  CHECK(one["properties"]["omittedFindings"].GetUint() == 1001);
}

TEST_CASE("an element or attribute that Jenkins does not know is no part of junit", "[format]") {
  const TwoBases both;
  const std::string xml = both.validate({"--format", "junit", "one", "two"}).out;
  // Of Jenkins' schema of JUnit files, and `file`, which GitLab reads.
  const std::set<std::string> known = {"testsuites tests failures errors",
                                       "testsuite name tests failures errors skipped",
                                       "properties",
                                       "property name value",
                                       "testcase classname name file",
                                       "failure type message",
                                       "error type message",
                                       "system-out"};
  for (std::size_t at = xml.find("?>"); (at = xml.find('<', at)) != std::string::npos; ++at) {
    if (xml[at + 1] == '/') continue;
    const std::string tag = xml.substr(at + 1, xml.find('>', at) - at - 1);
    std::string names = tag.substr(0, tag.find_first_of(" /"));
    for (std::size_t equals = 0; (equals = tag.find("=\"", equals)) != std::string::npos;) {
      names += tag.substr(tag.rfind(' ', equals), equals - tag.rfind(' ', equals));
      equals = tag.find('"', equals + 2);
    }
    CAPTURE(tag);
    CHECK(known.contains(names));
  }
}

}  // namespace kbc
