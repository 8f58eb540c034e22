// `kbc import deadends`, run as a user would run it. The canons of tests/cli/import/canons have the
// form of those of deadends.dev; what is told of them is in report.txt and report.json beside them.
// With KBC_UPDATE=1 in the environment these are rewritten.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "core/rapidjson.h"
#include "paths.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const fs::path kFolder = fs::path(KBC_SOURCE_FOLDER) / "tests" / "cli" / "import";
const fs::path kCanons = kFolder / "canons";

constexpr std::string_view kLock = "git/ref-lock-is-held-git2-40-linux";
constexpr std::string_view kDepot = "parcel/depot-is-full-parcel3-any";

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.c_str());
  CAPTURE(text);
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

// A knowledge base into which canons come that lie in a folder beside it.
class ImportFolder : public KnowledgeBaseFolder {
 public:
  explicit ImportFolder(std::string_view config = "{}\n") : KnowledgeBaseFolder(config) {}

  // The canons of the tests.
  void take_canons() const { fs::copy(kCanons, path("canons"), fs::copy_options::recursive); }

  // A canon that is one of them but for a few texts.
  void canon(std::string_view name, std::string text) const {
    write("canons/" + std::string(name) + ".json", text);
  }

  Outcome import(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all = {"import", "deadends", "canons", "--today", "2026-01-15"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, path());
  }

  rapidjson::Document report(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all = {"--format", "json"};
    all.insert(all.end(), more.begin(), more.end());
    return parsed(import(all).out);
  }

  bool has(std::string_view name) const { return fs::exists(path(name)); }
  rapidjson::Document read_entry(std::string_view id) const {
    return parsed(read("entries/" + std::string(id) + ".json"));
  }
};

std::string lock_canon() { return contents(kCanons / "git" / "ref-lock-is-held.json"); }

// The canon of the lock under another id, with another message.
std::string other_canon(const std::string& slug) {
  std::string text = replaced(lock_canon(), "git/ref-lock-is-held/", "git/" + slug + "/");
  text = replaced(text, "git/ref-lock-is-held/", "git/" + slug + "/");
  text = replaced(text, "the lock file of the ref is held", "the fault of " + slug + " is met");
  return replaced(text, "lock file of the ref is held", "fault of " + slug + " is met");
}

// Why the only canon of a folder was left out.
std::string reason_for(const std::string& text) {
  const ImportFolder folder;
  folder.canon("x", text);
  const Outcome outcome = folder.import({"--format", "json"});
  CHECK(outcome.exit == 1);
  CHECK_FALSE(folder.has("entries"));
  CHECK_FALSE(folder.has("NOTICE"));
  CHECK(folder.read("kbc.json") == "{}\n");
  const rapidjson::Document report = parsed(outcome.out);
  REQUIRE(report["canons"].Size() == 1);
  CHECK(report["canons"][0]["outcome"] == "left_out");
  return report["canons"][0]["reason"].GetString();
}

void compare(const std::string& name, const std::string& found) {
  if (std::getenv("KBC_UPDATE") != nullptr) {
    std::ofstream(kFolder / name, std::ios::binary) << found;
  }
  CHECK(found == contents(kFolder / name));
}

}  // namespace

TEST_CASE("an import tells what became of every canon and every field", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  const Outcome outcome = folder.import();
  CHECK(outcome.exit == 1);  // a regex that does not compile
  CHECK(outcome.err.empty());
  compare("report.txt", outcome.out);

  const ImportFolder other;
  other.take_canons();
  std::string json = other.import({"--format", "json"}).out;
  const rapidjson::Document report = parsed(json);
  json = replaced(json, report["tool"]["version"].GetString(), "VERSION");
  compare("report.json", json);
}

TEST_CASE("an entry has the fields of its canon, and its address as a source", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  folder.import();
  compare("entry.json", folder.read("entries/" + std::string(kLock) + ".json"));
  const rapidjson::Document entry = folder.read_entry(kLock);
  constexpr std::string_view kAddress = "https://deadends.dev/git/ref-lock-is-held/git2.40-linux";
  CHECK(entry["dead_ends"][0]["sources"].Size() == 2);
  CHECK(entry["dead_ends"][0]["sources"][1] == kAddress.data());
  CHECK(entry["workarounds"][0]["sources"][0] == kAddress.data());
  CHECK(entry["transition_graph"]["leads_to"].Size() == 1);
  CHECK(entry["transition_graph"]["leads_to"][0]["error_id"] == kDepot.data());
}

TEST_CASE("what was imported validates, is in canonical form and is found", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  folder.import();
  const Outcome outcome = folder.validate();
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, ContainsSubstring("0 errors"));
  CHECK(run({"fmt", "--check"}, folder.path()).exit == 0);
  REQUIRE(run({"build", "--emit", "index"}, folder.path()).exit == 0);
  const auto found = [&](const std::string& message) {
    return run({"match", "--format", "json", message}, folder.path()).out;
  };
  CHECK_THAT(found("error: the lock file of the ref is held by another process"),
             ContainsSubstring(std::string(kLock)));
  CHECK_THAT(found("Depot 12 is full retry tomorrow"), ContainsSubstring(std::string(kDepot)));
}

TEST_CASE("what is certain is repaired", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  folder.import();
  const rapidjson::Document entry = folder.read_entry(kDepot);
  CHECK(entry["signature"] == "Depot 12 is full retry tomorrow");
  CHECK(entry["regex"] == "(depot overflow|no room in depot)|Depot 12 is full retry tomorrow");
  CHECK(entry["versions"][0]["version"] == "Parcel any");
  CHECK(entry["dead_ends"][0]["fail_rate"].GetDouble() == 0.95);
  // An address that no fix makes one is not kept; that of the canon is.
  CHECK(entry["dead_ends"][0]["sources"].Size() == 1);
}

TEST_CASE("an import names the origin, once", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  folder.write("NOTICE", "Ours.");
  folder.import();
  const std::string notice = folder.read("NOTICE");
  CHECK(notice.starts_with("Ours.\n\nEntries with a source below https://deadends.dev/"));
  CHECK_THAT(notice, ContainsSubstring("CC BY 4.0"));
  folder.canon("more", other_canon("more"));
  CHECK(folder.report()["counts"]["imported"].GetInt() == 1);
  CHECK(folder.read("NOTICE") == notice);
}

TEST_CASE("the taxonomy gets the names that it lacks", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  const rapidjson::Document report = folder.report();
  REQUIRE(report["new_domains"].Size() == 1);
  CHECK(report["new_domains"][0] == "parcel");
  REQUIRE(report["new_categories"].Size() == 1);
  CHECK(report["new_categories"][0] == "storage_full");
  const rapidjson::Document names = parsed(folder.read("taxonomy.json"));
  CHECK(names["extends"] == "builtin");
  CHECK(names["domains"].HasMember("parcel"));
  CHECK(names["categories"].HasMember("storage_full"));
  CHECK_FALSE(names["categories"].HasMember("timeout_error"));

  // One that a knowledge base has taken out stays out.
  const ImportFolder strict(R"({"taxonomy": "names.json"})");
  strict.write("names.json", R"({"extends": "builtin", "domains": {"git": null}})");
  strict.canon("lock", lock_canon());
  const Outcome outcome = strict.import();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("taxonomy-unknown at /domain"));
}

TEST_CASE("no entry that is there is changed", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  const std::string ours = replaced(replaced(clean_entry(), "git/push-rejected", kLock),
                                    "\"aliases\": []", "\"aliases\": [\"git/ours-git2-40-linux\"]");
  folder.entry(kLock, ours);
  folder.canon("ours", other_canon("ours"));
  const rapidjson::Document report = folder.report();
  CHECK(report["counts"]["there_already"].GetInt() == 2);
  CHECK(folder.read("entries/" + std::string(kLock) + ".json") == ours);
  CHECK_FALSE(folder.has("entries/git/ours-git2-40-linux.json"));
  // A link to it is a link to an entry.
  CHECK(folder.read_entry(kDepot)["transition_graph"]["preceded_by"].Size() == 1);

  const std::string depot = folder.read("entries/" + std::string(kDepot) + ".json");
  const Outcome again = folder.import();
  CHECK_THAT(again.out, ContainsSubstring("4 canons: 0 imported, 3 there already, 1 left out"));
  CHECK(folder.read("entries/" + std::string(kDepot) + ".json") == depot);
}

TEST_CASE("a file of the name is no entry to write, whatever it is", "[import]") {
  const ImportFolder folder(R"({"exclude": ["entries/git/**"]})");
  folder.canon("lock", lock_canon());
  folder.entry(kLock, "no entry");
  CHECK(folder.report()["counts"]["there_already"].GetInt() == 1);
  CHECK(folder.read("entries/" + std::string(kLock) + ".json") == "no entry");
}

TEST_CASE("a canon that lies elsewhere is left out, and no option lets it in", "[import]") {
  const ImportFolder folder;
  folder.canon("lock", lock_canon());
  folder.write("elsewhere.json", lock_canon());
  fs::create_symlink("../elsewhere.json", folder.path("canons/link.json"));
  for (const std::vector<std::string>& more :
       {std::vector<std::string>(), {"--allow-outside", "."}}) {
    const Outcome outcome = folder.import(more);
    CHECK(outcome.exit == 1);
    CHECK_THAT(outcome.out, ContainsSubstring("  link.json: leads out of the folder\n"));
  }
}

TEST_CASE("entries that cannot be written are told, some thousands of them in a few lines",
          "[import]") {
  const ImportFolder folder;
  for (int n = 0; n < 25; ++n) {
    const std::string slug = "fault-" + std::string(1, static_cast<char>('a' + n));
    folder.canon(slug, other_canon(slug));
  }
  folder.write("entries/git", "no folder");
  const Outcome outcome = folder.import();
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.out, ContainsSubstring("25 canons: 0 imported, 0 there already, 25 left out"));
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 21);
  CHECK_THAT(outcome.err, EndsWith("\nkbc: 5 more entries could not be written\n"));
}

TEST_CASE("what hinders the taxonomy is told as it is", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  // Every file is too large then, so what is told goes through a pipe.
  const Outcome full = run_program("sh",
                                   {"-c",
                                    "(trap '' XFSZ; ulimit -f 0; exec \"$0\" import deadends "
                                    "canons) 2>&1 | cat",
                                    kbc_binary()},
                                   folder.path());
  CHECK(full.out == "kbc: taxonomy.json: File too large\n");
  folder.write("taxonomy.json", "{}");
  const Outcome other = folder.import();
  CHECK(other.exit == 2);
  CHECK_THAT(other.err, EndsWith("; name it as `taxonomy` in kbc.json, or remove it\n"));
}

TEST_CASE("an id that was removed does not come back", "[import]") {
  const ImportFolder folder("{\"removed\": {\"" + std::string(kLock) +
                            "\": {\"reason\": \"Wrong.\"}}}");
  folder.canon("lock", lock_canon());
  CHECK_THAT(folder.import().out, ContainsSubstring("of an entry that was removed: Wrong."));
  CHECK_FALSE(folder.has("entries"));
}

TEST_CASE("a dry run tells the same and writes nothing", "[import]") {
  const ImportFolder folder;
  folder.take_canons();
  rapidjson::Document dry = folder.report({"--dry-run"});
  CHECK_FALSE(folder.has("entries"));
  CHECK_FALSE(folder.has("NOTICE"));
  CHECK_FALSE(folder.has("taxonomy.json"));
  CHECK(folder.read("kbc.json") == "{}\n");
  CHECK(dry["canons"][0]["outcome"] == "would_be_written");
  const rapidjson::Document wet = folder.report();
  CHECK(dry["findings"] == wet["findings"]);
  CHECK(dry["without_place"] == wet["without_place"]);
  CHECK(dry["counts"] == wet["counts"]);
}

TEST_CASE("the folder may be a checkout that has the canons in data/canons", "[import]") {
  const ImportFolder folder;
  folder.write("canons/package.json", "{}");
  folder.write("canons/data/canons/git/x/linux.json", lock_canon());
  const rapidjson::Document report = folder.report();
  REQUIRE(report["canons"].Size() == 1);
  CHECK(report["canons"][0]["path"] == "git/x/linux.json");
}

TEST_CASE("two canons with one id make one entry", "[import]") {
  const ImportFolder folder;
  folder.canon("a", lock_canon());
  folder.canon("b", replaced(lock_canon(), "\"git/ref-lock-is-held/", "\"git/ref_lock_is_HELD/"));
  const Outcome outcome = folder.import();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out,
             ContainsSubstring("1 imported, 0 there already, 1 left out") &&
                 ContainsSubstring("b.json: has the id `" + std::string(kLock) + "`, like a.json"));
}

TEST_CASE("the words of import are a source and a folder", "[import]") {
  const ImportFolder folder;
  const auto trouble = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "import");
    const Outcome outcome = run(words, folder.path());
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK(trouble({}) == "kbc: expected a source and a folder: `kbc import deadends DIR`\n");
  CHECK(trouble({"deadends"}) ==
        "kbc: expected the folder of the canons: `kbc import deadends DIR`\n");
  CHECK(trouble({"stackoverflow", "x"}) ==
        "kbc: unknown source `stackoverflow`; kbc imports from `deadends`\n");
  CHECK(trouble({"deadends", "nowhere"}) == "kbc: nowhere: no such folder\n");
  folder.write("empty/x.txt", "");
  CHECK(trouble({"deadends", "empty"}) ==
        "kbc: no canons in empty: no file there has a name in `.json`\n");
}

TEST_CASE("a canon that cannot be an entry says why", "[import]") {
  const std::string lock = lock_canon();
  CHECK_THAT(reason_for("{"), ContainsSubstring("1:"));
  CHECK(reason_for("[]") == "no JSON object, so no canon");
  CHECK(reason_for("{}") == "no canon, which has `schema_version` and `id`");
  CHECK(reason_for(replaced(lock, "\"1.0.0\"", "\"2.0.0\"")) ==
        "`schema_version` is `2.0.0`; kbc knows canons of version 1");
  CHECK(reason_for(replaced(lock, "\"https://deadends.dev", "\"javascript:alert(1)//")) ==
        "`/url` is no https address, so the canon cannot be named as the source");
  CHECK(reason_for(replaced(lock, "\"first_seen\": \"2024-03-01\",", "")) ==
        "no text or number at `/error/first_seen`, which an entry must have");
  CHECK(reason_for(replaced(lock, "\"human_reviewed\"", "\"human_reviewed\", \"\\ud800\": 1")) !=
        "");
  CHECK_THAT(reason_for(replaced(lock, "\"domain\": \"git\"", "\"domain\": \"ssh\"")),
             ContainsSubstring("`/error/domain` is `ssh`, but the id begins with `git`"));
  CHECK_THAT(reason_for(replaced(lock, "\"2026-01-10\",\n    \"summary\"",
                                 "\"2036-01-10\",\n    \"summary\"")),
             ContainsSubstring("date-future at /last_updated of the entry"));
  CHECK_THAT(reason_for(replaced(lock, "\"dead_ends\": [", "\"dead_ends\": [7, ")),
             ContainsSubstring("`/dead_ends/0` is no object"));
}

TEST_CASE("values that an entry can be without are left out alone", "[import]") {
  const ImportFolder folder;
  std::string text = replaced(lock_canon(), "\">=2.40\"", "\"about two\"");
  text = replaced(text, "\"probability\": 0.2", "\"probability\": -7");
  text = replaced(text, "\"git/nowhere/git2-linux\"", "\"git/ref-lock-is-held/git2.40-linux\"");
  text = replaced(text, "[\"https://git-scm.com", "[\"https://gït-scm.com");
  folder.canon("lock", text);
  folder.canon("depot", contents(kCanons / "parcel" / "depot-is-full.json"));
  const rapidjson::Document report = folder.report();
  CHECK(report["counts"]["imported"].GetInt() == 2);
  CHECK(report["findings"]["errors"].GetInt() == 0);
  const rapidjson::Document entry = folder.read_entry(kLock);
  CHECK(entry["versions"][0]["version"] == "git about two");  // a product by its name
  CHECK(entry["transition_graph"]["leads_to"].Empty());
  CHECK(entry["dead_ends"][0]["sources"].Size() == 1);
  std::string lost;
  for (const auto& note : report["canons"][1]["left_out"].GetArray()) {
    lost += std::string(note["pointer"].GetString()) + ": " + note["message"].GetString() + "\n";
  }
  CHECK_THAT(lost, ContainsSubstring("/transition_graph/leads_to/1: leads to the entry itself") &&
                       ContainsSubstring("/dead_ends/0/sources/0: url-syntax") &&
                       ContainsSubstring("/transition_graph/leads_to/0: "));
}

TEST_CASE("a canon that is left out takes the links to it along", "[import]") {
  const ImportFolder folder;
  folder.canon("lock", replaced(lock_canon(), "parcel/depot-is-full/", "parcel/van-is-late/"));
  folder.canon("van", contents(kCanons / "parcel" / "van-is-late.json"));
  const rapidjson::Document report = folder.report();
  CHECK(report["counts"]["left_out"].GetInt() == 1);
  CHECK(folder.read_entry(kLock)["transition_graph"]["leads_to"].Empty());
  CHECK(folder.validate().exit == 0);
}

TEST_CASE("any number of threads makes the same of the canons", "[import]") {
  const auto made_by = [](const std::string& jobs) {
    const ImportFolder folder;
    folder.take_canons();
    for (int number = 0; number < 50; ++number) {
      const std::string slug = "fault-" + std::to_string(number);
      folder.canon(slug, other_canon(slug));
    }
    std::map<std::string, std::string> made;
    made[""] = folder.import({"--format", "json", "--jobs", jobs}).out;
    for (const auto& file : fs::recursive_directory_iterator(folder.path("entries"))) {
      if (file.is_regular_file()) made[file.path().filename()] = contents(file.path());
    }
    return made;
  };
  CHECK(made_by("1") == made_by("4"));
}

}  // namespace kbc
