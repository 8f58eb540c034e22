// What each format prints for one small knowledge base, in full: tests/cli/formats/<format>.txt,
// which are also the examples of docs/output-formats.md. With KBC_UPDATE=1 in the environment both
// are rewritten instead.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "check/registry.h"
#include "cli/knowledge_base_folder.h"
#include "core/rapidjson.h"
#include "diagnostic/rule.h"
#include "output/output.h"
#include "paths.h"
#include "text/utf8.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const fs::path kExpected = fs::path(KBC_SOURCE_FOLDER) / "tests" / "cli" / "formats";
const fs::path kPage = fs::path(KBC_SOURCE_FOLDER) / "docs" / "output-formats.md";

// Those of the registry: a format without an expectation and an example stops this test.
std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const FormatInfo& format : all_formats()) names.emplace_back(format.name);
  return names;
}

bool is_updating() { return std::getenv("KBC_UPDATE") != nullptr; }

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// An error with a fix, a warning with a note and help, an info.
class SmallBase : public KnowledgeBaseFolder {
 public:
  SmallBase() {
    const std::string clean = clean_entry();
    const std::string rejected = replaced(clean, "\"confidence\": 0.8", "\"confidence\": 85");
    entry("git/push-rejected", replaced(rejected, "\"leads_to\": []", kLink));
    std::string timeout = replaced(clean, "git/push-rejected", "git/push-timeout");
    timeout = replaced(timeout, "failed to push some refs to the remote", "connection timed out");
    timeout = replaced(timeout, "failed to push some refs", "connection timed out");
    timeout = replaced(timeout, "\"last_confirmed\": \"2026-01-10\"",
                       "\"last_confirmed\": \"2025-07-01\"");
    entry("git/push-timeout", timeout);
  }

 private:
  static constexpr std::string_view kLink = R"json("leads_to": [
      {
        "error_id": "git/push-timeout",
        "probability": 0.2
      }
    ])json";
};

Outcome validate_small(const TemporaryFolder& base, const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"validate", "--today", "2026-01-15", "--select",
                                        "rate-percent,link-one-way,date-stale"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run(arguments, base.path());
}

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str());
  REQUIRE(!document.HasParseError());
  return document;
}

template <typename Writer>
std::string written(const rapidjson::Document& document) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  document.Accept(writer);
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

// A JSON document as people read it. SARIF's rules, which come from the registry, are left out.
std::string readable(const std::string& json) {
  rapidjson::Document document = parsed(json);
  if (document.IsObject() && document.HasMember("runs")) {
    document["runs"][0]["tool"]["driver"]["rules"].Clear();
  }
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  document.Accept(writer);
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

bool is_json(const std::string& format) {
  return format == "json" || format == "sarif" || format == "gitlab";
}

// Where the example of a format stands in the page: the block of code after its marker.
struct Example {
  std::size_t begin = std::string::npos;
  std::size_t end = std::string::npos;
};

Example example_in(const std::string& page, const std::string& format) {
  const std::size_t marker = page.find("<!-- example: " + format + " -->\n```");
  if (marker == std::string::npos) return {};
  const std::size_t fence = page.find("```", marker);
  const std::size_t begin = page.find('\n', fence) + 1;
  return {begin, page.find("\n```\n", begin - 1) + 1};
}

void check_or_update(const std::string& format, const std::string& shown) {
  std::string page = read(kPage);
  const Example example = example_in(page, format);
  REQUIRE(example.end != std::string::npos);
  if (is_updating()) {
    std::ofstream(kExpected / (format + ".txt"), std::ios::binary) << shown;
    page.replace(example.begin, example.end - example.begin, shown);
    std::ofstream(kPage, std::ios::binary) << page;
    return;
  }
  CHECK(shown == read(kExpected / (format + ".txt")));
  CHECK(shown == page.substr(example.begin, example.end - example.begin));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("each format, in full", "[format]") {
  const SmallBase base;
  for (const std::string& format : format_names()) {
    CAPTURE(format);
    const Outcome outcome = validate_small(base, {"--format", format});
    CHECK(outcome.exit == 1);
    CHECK(outcome.err.empty());
    check_or_update(format, is_json(format) ? readable(outcome.out) : outcome.out);
  }
}

TEST_CASE("the JSON formats are written without blanks, as RapidJSON writes them", "[format]") {
  const SmallBase base;
  for (const std::string& format : format_names()) {
    if (!is_json(format)) continue;
    const std::string out = validate_small(base, {"--format", format}).out;
    CHECK(out == written<rapidjson::Writer<rapidjson::StringBuffer>>(parsed(out)));
  }
}

TEST_CASE("one run writes several formats", "[format]") {
  const SmallBase base;
  const Outcome outcome = validate_small(base, {"--format", "text", "--format", "sarif=out.sarif",
                                                "--format", "json=out.json", "--format", "short"});
  CHECK(outcome.exit == 1);
  CHECK(outcome.out == validate_small(base, {"--format", "text"}).out +
                           validate_small(base, {"--format", "short"}).out);
  CHECK(base.read("out.sarif") == validate_small(base, {"--format", "sarif"}).out);
  CHECK(base.read("out.json") == validate_small(base, {"--format", "json"}).out);
}

TEST_CASE("a target that cannot be written is trouble", "[format]") {
  const SmallBase base;
  const Outcome outcome = validate_small(base, {"--format", "json=no/such/folder/out.json"});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("no/such/folder/out.json") != std::string::npos);
  CHECK(validate_small(base, {"--format", "json="}).exit == 2);
  const Outcome unknown = validate_small(base, {"--format", "jsn"});
  CHECK(unknown.exit == 2);
  CHECK(unknown.err.find("did you mean `json`?") != std::string::npos);
}

TEST_CASE("the same findings give the same bytes on any number of threads", "[format]") {
  const SmallBase base;
  for (const std::string& format : format_names()) {
    CAPTURE(format);
    const std::string one = validate_small(base, {"--format", format, "--jobs", "1"}).out;
    CHECK(!one.empty());
    CHECK(one == validate_small(base, {"--format", format, "--jobs", "7"}).out);
  }
}

TEST_CASE("max-findings and quiet change text and short alone", "[format]") {
  const SmallBase base;
  const std::string text = validate_small(base, {"--max-findings", "1", "--quiet"}).out;
  CHECK(lines_of(text).back().empty());
  CHECK(text.ends_with("… and 2 findings more\n\n"));
  CHECK(lines_of(validate_small(base, {"--max-findings", "1", "--format", "short"}).out).size() ==
        1);
  for (const std::string& format : format_names()) {
    if (format == "text" || format == "short") continue;
    CHECK(validate_small(base, {"--format", format, "--max-findings", "1", "--quiet"}).out ==
          validate_small(base, {"--format", format}).out);
  }
}

// What the schema of SARIF 2.1.0 and the standard's text ask for, as far as kbc uses them.
namespace sarif {

void check_members(const rapidjson::Value& object, const std::set<std::string>& required,
                   const std::set<std::string>& optional) {
  REQUIRE(object.IsObject());
  std::set<std::string> found;
  for (const auto& member : object.GetObject()) {
    const std::string name = member.name.GetString();
    CAPTURE(name);
    CHECK(found.insert(name).second);
    CHECK((required.contains(name) || optional.contains(name)));
  }
  for (const std::string& name : required) {
    CAPTURE(name);
    CHECK(found.contains(name));
  }
}

void check_message(const rapidjson::Value& message) {
  check_members(message, {"text"}, {"markdown"});
  REQUIRE(message["text"].IsString());
  CHECK(message["text"].GetStringLength() > 0);
}

void check_artifact_location(const rapidjson::Value& location) {
  check_members(location, {"uri"}, {"uriBaseId"});
  for (const char c : std::string_view(location["uri"].GetString())) {
    CHECK(std::string_view(" <>\"{}|\\^`[]").find(c) == std::string_view::npos);
    CHECK((c > 0x20 && c < 0x7f));
  }
}

void check_region(const rapidjson::Value& region) {
  check_members(
      region, {"startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"}, {});
  const auto number = [&](const char* name) { return region[name].GetUint(); };
  CHECK(number("startLine") >= 1);
  CHECK(number("startColumn") >= 1);
  CHECK(number("endLine") >= number("startLine"));
  CHECK(number("endColumn") >= 1);
  if (number("endLine") == number("startLine")) {
    CHECK(number("endColumn") >= number("startColumn"));
  }
}

void check_location(const rapidjson::Value& location) {
  check_members(location, {"physicalLocation"}, {"logicalLocations", "message"});
  const rapidjson::Value& physical = location["physicalLocation"];
  check_members(physical, {"artifactLocation", "region"}, {});
  check_artifact_location(physical["artifactLocation"]);
  check_region(physical["region"]);
  if (location.HasMember("message")) check_message(location["message"]);
  if (!location.HasMember("logicalLocations")) return;
  REQUIRE(location["logicalLocations"].Size() == 1);
  check_members(location["logicalLocations"][0], {"fullyQualifiedName", "kind"}, {});
}

void check_fix(const rapidjson::Value& fix) {
  check_members(fix, {"description", "artifactChanges"}, {"properties"});
  check_message(fix["description"]);
  CHECK(fix["artifactChanges"].Size() >= 1);
  for (const rapidjson::Value& change : fix["artifactChanges"].GetArray()) {
    check_members(change, {"artifactLocation", "replacements"}, {});
    check_artifact_location(change["artifactLocation"]);
    CHECK(change["replacements"].Size() >= 1);
    for (const rapidjson::Value& replacement : change["replacements"].GetArray()) {
      check_members(replacement, {"deletedRegion"}, {"insertedContent"});
      check_region(replacement["deletedRegion"]);
    }
  }
}

void check_result(const rapidjson::Value& result, const rapidjson::Value& rules) {
  check_members(result,
                {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"},
                {"relatedLocations", "fixes", "properties"});
  const unsigned index = result["ruleIndex"].GetUint();
  REQUIRE(index < rules.Size());
  CHECK(std::string(rules[index]["id"].GetString()) == result["ruleId"].GetString());
  CHECK(std::set<std::string>{"error", "warning", "note"}.contains(result["level"].GetString()));
  check_message(result["message"]);
  REQUIRE(result["locations"].Size() == 1);
  check_location(result["locations"][0]);
  check_members(result["partialFingerprints"], {"kbcFinding/v2"}, {});
  if (result.HasMember("relatedLocations")) {
    for (const rapidjson::Value& related : result["relatedLocations"].GetArray()) {
      check_location(related);
      CHECK(related.HasMember("message"));
    }
  }
  if (!result.HasMember("fixes")) return;
  for (const rapidjson::Value& fix : result["fixes"].GetArray()) check_fix(fix);
}

void check_rule(const rapidjson::Value& rule, const RuleInfo& expected) {
  CAPTURE(expected.name);
  check_members(
      rule,
      {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"},
      {"helpUri"});
  CHECK(expected.name == rule["id"].GetString());
  CHECK(expected.summary == rule["shortDescription"]["text"].GetString());
  check_message(rule["fullDescription"]);
  check_members(rule["help"], {"text", "markdown"}, {});
  const std::string level = rule["defaultConfiguration"]["level"].GetString();
  CHECK(level == (expected.severity == Severity::kInfo ? "note" : name_of(expected.severity)));
  CHECK(expected.group == rule["properties"]["tags"][0].GetString());
}

void check_log(const rapidjson::Document& log) {
  check_members(log, {"$schema", "version", "runs"}, {});
  CHECK(std::string(log["version"].GetString()) == "2.1.0");
  REQUIRE(log["runs"].Size() == 1);
  const rapidjson::Value& one = log["runs"][0];
  check_members(one, {"tool", "results"}, {"originalUriBaseIds", "columnKind", "newlineSequences"});
  CHECK(std::string(one["columnKind"].GetString()) == "unicodeCodePoints");
  CHECK(one["originalUriBaseIds"].HasMember("%SRCROOT%"));
  check_members(one["tool"], {"driver"}, {});
  check_members(one["tool"]["driver"], {"name", "version", "rules"}, {"informationUri"});
  const rapidjson::Value& rules = one["tool"]["driver"]["rules"];
  REQUIRE(rules.Size() == all_rules().size());
  for (const RuleInfo& rule : all_rules()) {
    check_rule(rules[static_cast<rapidjson::SizeType>(rule.id)], rule);
  }
  for (const rapidjson::Value& result : one["results"].GetArray()) check_result(result, rules);
}

}  // namespace sarif

TEST_CASE("SARIF has the structure that its standard asks for", "[format]") {
  sarif::check_log(parsed(validate_small(SmallBase(), {"--format", "sarif"}).out));
}

TEST_CASE("SARIF keeps its structure for faults of every kind", "[format][slow]") {
  std::vector<std::string> arguments = {"validate", "--today", "2026-01-15", "--format", "sarif"};
  std::size_t looked_at = 0;
  const fs::path rules = fs::path(KBC_SOURCE_FOLDER) / "tests" / "rules";
  for (const fs::directory_entry& fixture : fs::directory_iterator(rules)) {
    const fs::path bad = fixture.path() / "bad";
    if (!fs::exists(bad / "kbc.json")) continue;
    CAPTURE(bad);
    const Outcome outcome = run(arguments, bad.string());
    if (outcome.out.empty()) continue;  // it needs options of its own
    sarif::check_log(parsed(outcome.out));
    ++looked_at;
  }
  CHECK(looked_at > 10);
}

std::vector<std::string> fingerprints(const Outcome& outcome) {
  std::vector<std::string> all;
  const rapidjson::Document log = parsed(outcome.out);
  for (const rapidjson::Value& result : log["runs"][0]["results"].GetArray()) {
    all.push_back(result["partialFingerprints"]["kbcFinding/v2"].GetString());
  }
  return all;
}

TEST_CASE("fingerprints survive what moves a finding", "[format]") {
  const SmallBase base;
  const std::vector<std::string> before = fingerprints(validate_small(base, {"--format", "sarif"}));
  CHECK(std::set<std::string>(before.begin(), before.end()).size() == 3);

  const Outcome from_inside = run({"validate", "--today", "2026-01-15", "--select",
                                   "rate-percent,link-one-way,date-stale", "--format", "sarif"},
                                  base.path("entries/git"));
  CHECK(from_inside.out != validate_small(base, {"--format", "sarif"}).out);
  CHECK(fingerprints(from_inside) == before);

  base.entry("git/push-rejected", "\n\n" + base.read("entries/git/push-rejected.json"));
  CHECK(fingerprints(validate_small(base, {"--format", "sarif"})) == before);
}

TEST_CASE("a fingerprint holds the path below the repository, without asking git", "[format]") {
  const SmallBase base;
  // A git that would fail the run if it were started.
  base.write("bin/git", "#!/bin/sh\ntouch '" + base.path("asked") + "'\nexit 1\n");
  std::filesystem::permissions(base.path("bin/git"), std::filesystem::perms::owner_all);
  const auto now = [](const std::string& folder, const TemporaryFolder& git) {
    return fingerprints(
        run({"validate", "--today", "2026-01-15", "--select", "rate-percent", "--format", "sarif"},
            folder, {}, {"PATH=" + git.path("bin") + ":/usr/bin:/bin"}));
  };
  const std::vector<std::string> alone = now(base.path(), base);
  REQUIRE(alone.size() == 1);
  // The same knowledge base elsewhere, at the top of a repository and in two places below one.
  const TemporaryFolder repository;
  for (const std::string place : {"", "one/", "two/"}) {
    std::filesystem::copy(base.path(), repository.path(place),
                          std::filesystem::copy_options::recursive);
  }
  CHECK(now(repository.path(), base) == alone);
  CHECK(now(repository.path("one"), base) == alone);
  repository.write(".git", "gitdir: elsewhere\n");
  CHECK(now(repository.path(), base) == alone);
  CHECK(now(repository.path("one/entries"), base) != alone);
  CHECK(now(repository.path("one"), base) == now(repository.path("one/entries"), base));
  CHECK(now(repository.path("one"), base) != now(repository.path("two"), base));
  CHECK_FALSE(std::filesystem::exists(base.path("asked")));
}

TEST_CASE("github, gitlab and short have one item for each finding", "[format]") {
  const SmallBase base;
  CHECK(lines_of(validate_small(base, {"--format", "short"}).out).size() == 3);
  CHECK(lines_of(validate_small(base, {"--format", "github"}).out).size() == 3);
  CHECK(parsed(validate_small(base, {"--format", "gitlab"}).out).Size() == 3);
}

TEST_CASE("junit fails what the run fails", "[format]") {
  const SmallBase base;
  const auto junit = [&](const std::string& fail_on) {
    return validate_small(base, {"--format", "junit", "--fail-on", fail_on}).out;
  };
  CHECK(occurrences(junit("error"), "<failure ") == 1);
  CHECK(occurrences(junit("error"), "failures=\"1\"") == 2);
  CHECK(occurrences(junit("info"), "<failure ") == 2);
  CHECK(occurrences(junit("info"), "failures=\"2\"") == 2);
  for (const std::string fail_on : {"error", "warning", "info"}) {
    const std::string out = junit(fail_on);
    CHECK(occurrences(out, "<testcase ") == 2);
    CHECK(occurrences(out, "tests=\"2\"") == 2);
    for (const std::string& line : lines_of(validate_small(base, {"--format", "short"}).out)) {
      CHECK(occurrences(out, line) == 1);
    }
    const std::string text = validate_small(base, {"--format", "text"}).out;
    CHECK(out.find("<system-out>" + lines_of(text).back() + "</system-out>") != std::string::npos);
  }
}

TEST_CASE("junit has a test case for each entry that was looked at", "[format]") {
  const SmallBase base;
  base.clean("push-clean");
  const auto junit = [&](const std::vector<std::string>& paths) {
    std::vector<std::string> arguments = {"--format", "junit"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return validate_small(base, arguments).out;
  };
  CHECK(occurrences(junit({}), "<testcase ") == 3);
  CHECK(occurrences(junit({"entries/git/push-clean.json"}), "<testcase ") == 1);
  // The other entry's finding points to this one with its note.
  const std::string timeout = junit({"entries/git/push-timeout.json"});
  CHECK(occurrences(timeout, "<testcase ") == 2);
  CHECK(occurrences(timeout, "tests=\"2\"") == 2);
}

TEST_CASE("junit tells an entry that cannot be read", "[format]") {
  const SmallBase base;
  fs::create_symlink("nowhere", base.path("entries/git/gone.json"));
  const Outcome outcome = validate_small(base, {"--format", "junit"});
  CHECK(outcome.exit == 2);
  CHECK(occurrences(outcome.out, "<error type=\"unreadable\"") == 1);
  CHECK(occurrences(outcome.out, "errors=\"1\"") == 2);
}

TEST_CASE("a path may hold any bytes but controls, and a field any", "[format]") {
  const KnowledgeBaseFolder base;
  const std::string name = "git/a\u202e<b>&'\"%,:\xff";
  base.entry(
      name, replaced(clean_entry(), "\"tags\"", "\"\\u001b[31m\\n\\u202e<&>{0}\": 1,\n  \"tags\""));
  std::size_t findings = 0;
  for (const std::string& format : format_names()) {
    CAPTURE(format);
    const Outcome outcome = base.validate({"--format", format});
    CHECK(outcome.exit == 1);
    CHECK(!first_invalid_utf8(outcome.out));
    CHECK(outcome.out.find('\x1b') == std::string::npos);
    if (format == "json") findings = parsed(outcome.out)["findings"].Size();
    if (format == "sarif") sarif::check_log(parsed(outcome.out));
  }
  REQUIRE(findings >= 2);
  CHECK(lines_of(base.validate({"--format", "short"}).out).size() == findings);
  CHECK(lines_of(base.validate({"--format", "github"}).out).size() == findings);
}

}  // namespace kbc
