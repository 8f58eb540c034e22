// `kbc build`, run as a user would run it.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "core/rapidjson.h"
#include "emit/emit.h"
#include "index/bases.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every artefact of a build, by name.
std::map<std::string, std::string> artefacts(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
    files[file.path().filename().string()] = read(file.path());
  }
  return files;
}

Outcome build(const TemporaryFolder& folder, std::vector<std::string> arguments = {},
              const std::vector<std::string>& environment = {}) {
  arguments.insert(arguments.begin(), {"build", "--today", "2027-01-15", "--color", "never"});
  return run(arguments, folder.path(), {}, environment);
}

std::string everything() {
  std::string names;
  for (const EmitterInfo& emitter : all_emitters()) {
    names += (names.empty() ? "" : ",") + std::string(emitter.name);
  }
  return names;
}

const std::vector<std::string> kEverything = {"--emit", everything()};

// Takes away what means nothing: null, empty arrays and objects, `$schema`.
void drop_empty(rapidjson::Value& value) {
  if (value.IsArray()) {
    for (rapidjson::Value& item : value.GetArray()) drop_empty(item);
  }
  if (!value.IsObject()) return;
  for (auto member = value.MemberBegin(); member != value.MemberEnd();) {
    drop_empty(member->value);
    const bool is_empty = member->value.IsNull() || member->name == "$schema" ||
                          (member->value.IsArray() && member->value.Empty()) ||
                          (member->value.IsObject() && member->value.ObjectEmpty());
    member = is_empty ? value.EraseMember(member) : member + 1;
  }
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag>(text.c_str());
  REQUIRE(!document.HasParseError());
  drop_empty(document);
  return document;
}

// Compares every line of kb.ndjson with the entry's own file.
void check_round_trip(const std::string& kb, const std::string& lines) {
  std::istringstream stream(lines);
  std::size_t count = 0;
  for (std::string line; std::getline(stream, line); ++count) {
    const rapidjson::Document built = parsed(line);
    const std::string id = built["id"].GetString();
    const rapidjson::Document source = parsed(read(kb + "/entries/" + id + ".json"));
    INFO(id);
    REQUIRE(built == source);
  }
  const auto files = fs::recursive_directory_iterator(kb + "/entries");
  CHECK(count == static_cast<std::size_t>(
                     std::count_if(begin(files), end(files), [](const fs::directory_entry& file) {
                       return file.path().extension() == ".json";
                     })));
}

}  // namespace

TEST_CASE("build writes what programs use, and writes it once", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const Outcome first = build(kb);
  CHECK(first.exit == 0);
  CHECK(first.out.find("generated/kb.kbx: written\n") != std::string::npos);
  const auto time = fs::last_write_time(kb.path("generated/kb.kbx"));
  const Outcome second = build(kb);
  CHECK(second.exit == 0);
  CHECK(second.out.find("generated/kb.kbx: up to date\n") != std::string::npos);
  CHECK(second.out.find("written") == std::string::npos);
  CHECK(fs::last_write_time(kb.path("generated/kb.kbx")) == time);
  CHECK(build(kb, {"--quiet"}).out.empty());
}

TEST_CASE("build refuses what validate refuses, with the same words", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  kb.entry("git/too-sure", replaced(replaced(clean_entry(), "git/push-rejected", "git/too-sure"),
                                    "\"confidence\": 0.8", "\"confidence\": 80"));
  const Outcome refused = build(kb);
  CHECK(refused.exit == 1);
  CHECK(refused.out == kb.validate({"--select", "rate-percent"}).out);
  CHECK(!fs::exists(kb.path("generated")));

  const Outcome kept = build(kb, {"--keep-going", "--emit", "ndjson"});
  CHECK(kept.exit == 1);
  CHECK(kept.out.find("entries/git/too-sure.json: left out\n") != std::string::npos);
  const std::string lines = kb.read("generated/kb.ndjson");
  CHECK(occurrences(lines, "\n") == 1);
  CHECK(lines.find("git/push-rejected") != std::string::npos);
}

// The first lines of all errors.
std::vector<std::string> errors_of(const std::string& text) {
  std::vector<std::string> errors;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const bool is_repeated = line.starts_with(' ');  // among the last lines
    if (!is_repeated && line.find(": error[") != std::string::npos) errors.push_back(line);
  }
  return errors;
}

TEST_CASE("what is an error to validate is one to build, whatever the configuration", "[build]") {
  const auto [config, count] = GENERATE(table<std::string, std::size_t>({
      {"", 3},
      {R"("rate-percent": "off")", 2},
      {R"("rate-percent": "warning")", 2},
      {R"("date-syntax": "off")", 2},
      {R"("date-syntax": "warning")", 2},
      {R"("date-syntax": "off", "schema-format": "off")", 2},
      {R"("link-one-way": "error")", 7},
      {R"("ignore-unused": "error")", 4},
      {R"("ignore-unused": "error", "date-stale": "off")", 5},
  }));
  CAPTURE(config);
  const KnowledgeBaseFolder kb("{\"rules\": {" + config + "}}\n");
  kb.clean("push-rejected");
  const auto other = [&](const std::string& slug, std::string_view from, std::string_view to) {
    const std::string text = replaced(linked(slug, "git/push-rejected"), from, to);
    kb.entry("git/" + slug, text);
  };
  other("too-sure", "\"confidence\": 0.8", "\"confidence\": 80");
  other("undated", "\"2014-05-28\"", "\"28 May 2014\"");
  // An error by exception: the rule's own severity is a warning.
  other("fetched", "https://git-scm.com", "ftp://git-scm.com");
  other("ignoring", "\"aliases\": []", "\"aliases\": [], \"kbc_ignore\": [\"url-scheme\"]");
  const std::vector<std::string> expected = errors_of(kb.validate().out);
  CHECK(expected.size() == count);
  CHECK(errors_of(run({"build", "--today", "2026-01-15", "--color", "never"}, kb.path()).out) ==
        expected);
}

TEST_CASE("the same entries give the same bytes", "[build][slow]") {
  const TemporaryFolder first, second;
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(kSource + "/entries")) {
    if (file.path().extension() == ".json") files.push_back(file.path());
  }
  // Two folders in which the files were made in opposite orders.
  const auto copy = [&](const TemporaryFolder& folder) {
    folder.write("kbc.json", "{}\n");
    for (const fs::path& file : files) {
      folder.write(fs::relative(file, kSource).string(), read(file));
    }
  };
  copy(first);
  std::reverse(files.begin(), files.end());
  copy(second);
  std::vector<std::string> one = kEverything, eight = kEverything;
  one.insert(one.end(), {"--jobs", "1"});
  eight.insert(eight.end(), {"--jobs", "8", "--out", "elsewhere/deep"});
  REQUIRE(build(first, one, {"LC_ALL=C", "TZ=UTC"}).exit == 0);
  REQUIRE(build(second, eight, {"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo"}).exit == 0);
  CHECK(artefacts(first.path("generated")) == artefacts(second.path("elsewhere/deep")));
}

TEST_CASE("every field of every entry comes back", "[build]") {
  const TemporaryFolder out;
  REQUIRE(
      run({"build", "--kb", kSource, "--out", out.path(), "--emit", "ndjson"}, out.path()).exit ==
      0);
  check_round_trip(kSource, out.read("kb.ndjson"));
}

TEST_CASE("every field of many entries comes back", "[build][slow]") {
  for (const std::string& base : all_bases()) {
    const TemporaryFolder kb;
    copy_buildable(base, kb.path());
    const Outcome built = build(kb, {"--emit", "ndjson"});
    CAPTURE(base, built.out, built.err);
    REQUIRE(built.exit == 0);
    check_round_trip(kb.path(), kb.read("generated/kb.ndjson"));
  }
}

TEST_CASE("check writes nothing and names what changed", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  kb.clean("push-timeout");
  CHECK(build(kb, {"--check"}).exit == 1);
  CHECK(!fs::exists(kb.path("generated")));
  REQUIRE(build(kb).exit == 0);
  CHECK(build(kb, {"--check"}).exit == 0);

  const auto before = artefacts(kb.path("generated"));
  kb.clean("fetch-failed");
  fs::remove(kb.path("entries/git/push-timeout.json"));
  kb.entry("git/push-rejected",
           replaced(clean_entry(), "\"evidence_count\": ", "\"evidence_count\": 1"));
  const Outcome stale = build(kb, {"--check"});
  CHECK(stale.exit == 1);
  CHECK(stale.out.find("generated/kb.kbx: out of date\n") != std::string::npos);
  CHECK(stale.out.find("added: git/fetch-failed\nchanged: git/push-rejected\n"
                       "removed: git/push-timeout\n") != std::string::npos);
  CHECK(artefacts(kb.path("generated")) == before);
}

// Compilers differ in what they take the bytes of a source for.
TEST_CASE("generated sources are ASCII, whatever the entries say", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", replaced(clean_entry(), "failed to push",
                                         "échec de la poussée 推送失败 failed to push"));
  REQUIRE(build(kb, {"--emit", "cpp"}).exit == 0);
  for (const char* file : {"kb_table.h", "kb_table.cc", "kb_ids.h"}) {
    CAPTURE(file);
    const std::string text = kb.read(std::string("generated/") + file);
    CHECK_FALSE(text.empty());
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c > 0; }));
  }
}

TEST_CASE("a dependency file names the inputs, and the folders that may get more", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  REQUIRE(build(kb, {"--emit", "index", "--depfile", "kb.d"}).exit == 0);
  const std::string text = kb.read("kb.d");
  const std::set<std::string> inputs = {kb.path("entries"), kb.path("entries/git"),
                                        kb.path("entries/git/push-rejected.json"),
                                        kb.path("kbc.json"), kbc_binary()};
  std::string rule = kb.path("generated/kb.kbx") + ":";
  std::string phony;
  for (const std::string& input : inputs) {
    rule += " \\\n  " + input;
    phony += input + ":\n";
  }
  CHECK(text == rule + "\n" + phony);
}

TEST_CASE("a dependency file quotes what Make would take for its own", "[build]") {
  const KnowledgeBaseFolder kb("{\"entries\": \"a b$c#d\"}");
  kb.write("a b$c#d/git/push-rejected.json", clean_entry());
  REQUIRE(build(kb, {"--emit", "index", "--depfile", "kb.d"}).exit == 0);
  CHECK_THAT(kb.read("kb.d"), ContainsSubstring("/a\\ b$$c\\#d/git/push-rejected.json \\\n"));
}

TEST_CASE("the git commit is named when asked for", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  CHECK(build(kb, {"--provenance", "git"}).exit == 2);
  const auto git = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-c", "user.name=A", "-c", "user.email=a@example.com"});
    const Outcome outcome = run_program("git", arguments, kb.path());
    REQUIRE(outcome.exit == 0);
    return outcome.out;
  };
  git({"init", "-q"});
  git({"add", "."});
  git({"commit", "-qm", "Add an entry"});
  const std::string commit = git({"rev-parse", "HEAD"});
  REQUIRE(build(kb, {"--emit", "index", "--provenance", "git"}).exit == 0);
  CHECK(kb.read("generated/kb.kbx").find(commit.substr(0, 40)) != std::string::npos);
}

TEST_CASE("build says what it was not given right", "[build]") {
  const KnowledgeBaseFolder kb;
  fs::create_directory(kb.path("entries"));
  CHECK(build(kb).exit == 2);  // no entry
  CHECK(build(kb, {"--allow-empty", "--emit", "index,json"}).exit == 0);
  kb.clean("push-rejected");
  const Outcome emitter = build(kb, {"--emit", "idnex"});
  CHECK(emitter.exit == 2);
  CHECK(emitter.err.find("did you mean `index`?") != std::string::npos);
  for (const std::string name : {"", "1kb", "a::", "a b", "::a", "kbx", "kbx::a"}) {
    CAPTURE(name);
    CHECK(build(kb, {"--namespace", name}).exit == 2);
  }
  CHECK(build(kb, {"--namespace", "company::errors"}).exit == 0);
  CHECK(build(kb, {"--provenance", "svn"}).exit == 2);
  kb.write("file", "");
  CHECK(build(kb, {"--out", "file"}).exit == 2);
}

TEST_CASE("what the repository ships is what its entries give", "[build]") {
  const Outcome checked = run({"build", "--check", "--kb", kSource}, kSource);
  CAPTURE(checked.out, checked.err);
  CHECK(checked.exit == 0);
}

// What the default emitters write is in generated/, above; of the others it is in
// tests/cli/artefacts, of one entry. With KBC_UPDATE=1 in the environment that is rewritten.
TEST_CASE("each artefact, in full", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  for (const EmitterInfo& emitter : all_emitters()) {
    const std::string name(emitter.name);
    CAPTURE(name);
    REQUIRE(build(kb, {"--emit", name, "--out", name}).exit == 0);
    const auto written = artefacts(kb.path(name));
    CHECK(!written.empty());
    for (const auto& [file, bytes] : written) {
      CAPTURE(file);
      const fs::path expected = fs::path(kSource) / "tests" / "cli" / "artefacts" / file;
      if (name == "index-cpp") {
        // The index, which is there, spelled as a literal.
        CHECK(bytes.find("Made by kbc; do not edit.") != std::string::npos);
      } else if (emitter.is_default) {
        CHECK(fs::exists(fs::path(kSource) / "generated" / file));
      } else if (std::getenv("KBC_UPDATE") != nullptr) {
        std::ofstream(expected, std::ios::binary) << bytes;
      } else {
        CHECK(bytes == read(expected));
      }
    }
  }
}

namespace {

// Its baseline accepts an error that is in the way of building an entry, and one that is not.
class AcceptingFolder : public KnowledgeBaseFolder {
 public:
  AcceptingFolder() : KnowledgeBaseFolder("{\"baseline\": \"old.json\"}\n") {
    clean("push-rejected");
    faulty("too-sure", "\"confidence\": 0.8", "\"confidence\": 80");
    faulty("fetched", "https://git-scm.com", "ftp://git-scm.com");
    REQUIRE(validate({"--update-baseline"}).exit == 0);
  }

  void faulty(const std::string& slug, std::string_view from, std::string_view to) const {
    const KnowledgeBaseFolder made;
    made.clean(slug);
    entry("git/" + slug, replaced(made.read("entries/git/" + slug + ".json"), from, to));
  }
};

const std::string kLeftOut = "entries/git/too-sure.json: left out\n";

}  // namespace

TEST_CASE("errors that the baseline accepts do not stop a build", "[build][baseline]") {
  const AcceptingFolder kb;
  const Outcome built = build(kb, {"--emit", "ndjson"});
  CAPTURE(built.out, built.err);
  CHECK(built.exit == 0);
  CHECK_THAT(built.out, StartsWith(kLeftOut));
  CHECK(occurrences(built.out, "error[") == 0);
  const std::string lines = kb.read("generated/kb.ndjson");
  CHECK(occurrences(lines, "\n") == 2);
  CHECK_THAT(lines, ContainsSubstring("git/push-rejected") && ContainsSubstring("git/fetched"));
  CHECK(build(kb, {"--check", "--emit", "ndjson"}).exit == 0);

  const Outcome complete = build(kb, {"--emit", "ndjson", "--complete"});
  CHECK(complete.exit == 1);
  CHECK_THAT(complete.out, StartsWith(kLeftOut));
  CHECK(build(kb, {"--emit", "ndjson", "--complete", "--keep-going"}).exit == 1);
  fs::remove(kb.path("entries/git/too-sure.json"));
  CHECK(build(kb, {"--emit", "ndjson", "--complete"}).exit == 0);
}

TEST_CASE("errors beyond the baseline stop a build as ever", "[build][baseline]") {
  const AcceptingFolder kb;
  kb.faulty("too-sure", "\"confidence\": 0.8", "\"confidence\": 90");  // not the accepted value
  const Outcome refused = build(kb);
  CHECK(refused.exit == 1);
  CHECK(occurrences(refused.out, "error[") == 1);
  CHECK(!fs::exists(kb.path("generated")));
  const Outcome kept = build(kb, {"--keep-going", "--emit", "ndjson"});
  CHECK(kept.exit == 1);
  CHECK(occurrences(kept.out, kLeftOut) == 1);
  CHECK(occurrences(kb.read("generated/kb.ndjson"), "\n") == 2);
}

TEST_CASE("a baseline that kbc.json names and nobody wrote is an error", "[build][baseline]") {
  const AcceptingFolder kb;
  fs::remove(kb.path("old.json"));
  for (const Outcome& outcome : {build(kb), kb.validate()}) {
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("old.json") &&
                                ContainsSubstring("`kbc validate --update-baseline` writes it"));
  }
  CHECK(kb.validate({"--update-baseline"}).exit == 0);
  CHECK(build(kb).exit == 0);
}

TEST_CASE("the depfile names the baseline", "[build][baseline]") {
  const AcceptingFolder kb;
  REQUIRE(build(kb, {"--depfile", "deps"}).exit == 0);
  CHECK_THAT(kb.read("deps"), ContainsSubstring("old.json"));
}

TEST_CASE("check needs no artefacts where they may be missing", "[build]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const Outcome none = build(kb, {"--check", "--allow-missing"});
  CHECK(none.exit == 0);
  CHECK_THAT(none.out, ContainsSubstring("generated/kb.kbx: not there\n"));
  CHECK(!fs::exists(kb.path("generated")));
  // Those that are there are compared.
  REQUIRE(build(kb, {"--emit", "index"}).exit == 0);
  CHECK(build(kb, {"--check", "--allow-missing"}).exit == 0);
  kb.clean("fetch-failed");
  const Outcome stale = build(kb, {"--check", "--allow-missing"});
  CHECK(stale.exit == 1);
  CHECK_THAT(stale.out, ContainsSubstring("generated/kb.kbx: out of date\n") &&
                            ContainsSubstring("generated/kb_table.h: not there\n"));
  // What no artefact can have fails as without them.
  CHECK(build(kb, {"--check", "--allow-missing", "--table-limit", "1"}).exit != 0);
  CHECK(build(kb, {"--allow-missing"}).exit == 2);
}

}  // namespace kbc
