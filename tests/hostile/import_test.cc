// Canons that a stranger has written.

#include <filesystem>
#include <string>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

std::string canon(const std::string& id, const std::string& more = "") {
  return R"({"schema_version": "1.0.0", "id": ")" + id +
         R"(", "url": "https://deadends.dev/x",
  "error": {"signature": "the gate is shut", "regex": "gate is shut", "domain": "git",
            "category": "sync_error", "first_seen": "2025-01-01", "last_confirmed": "2026-01-01"},
  "environment": {"runtime": {"name": "Gate", "version_range": ">=1.0"}, "os": "linux"},
  "verdict": {"resolvable": "true", "fix_success_rate": 0.8, "confidence": 0.8,
              "last_updated": "2026-01-01", "summary": "Somebody has shut it."},
  "dead_ends": [{"action": "Wait", "why_fails": "Nobody comes.", "fail_rate": 0.9}],
  "workarounds": [{"action": "Open it", "success_rate": 0.8, "how": "Turn the key."}],
  "transition_graph": {"leads_to": []},
  "metadata": {"review_status": "auto_generated", "evidence_count": 2})" +
         more + "}";
}

// A knowledge base and canons, in a folder where nothing else may appear.
class Yard : public TemporaryFolder {
 public:
  Yard() { write("kb/kbc.json", "{}\n"); }

  void canon_file(const std::string& name, const std::string& text) const {
    write("canons/" + name, text);
  }
  Outcome import() const {
    return run({"import", "deadends", "../canons", "--today", "2026-01-15"}, path("kb"));
  }
  bool has(const std::string& name) const { return fs::exists(fs::symlink_status(path(name))); }
  // What lies beside the knowledge base.
  std::size_t neighbours() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path()), fs::directory_iterator()));
  }
};

}  // namespace

TEST_CASE("no id of a canon leads out of the entries", "[hostile][import]") {
  const Yard yard;
  yard.canon_file("a.json", canon("../../../out/x"));
  yard.canon_file("b.json", canon("../../out"));
  yard.canon_file("c.json", canon("/etc/passwd"));
  yard.canon_file("d.json", canon("git/../x"));
  yard.canon_file("e.json", canon("git/x/\\u001b[2J\\u202e"));
  yard.canon_file("f.json", canon("git/" + std::string(300, 'a') + "/x"));
  yard.canon_file("g.json", canon("git/con/.."));
  const Outcome outcome = yard.import();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("0 there already, 6 left out"));
  CHECK(outcome.out.find('\x1b') == std::string::npos);
  CHECK(yard.neighbours() == 2);
  CHECK(yard.has("kb/entries/git/x-2j.json"));
}

TEST_CASE("an import writes through no link that leads out", "[hostile][import]") {
  const Yard yard;
  yard.canon_file("a.json", canon("git/a/b"));
  yard.write("outside/kept", "");
  SECTION("of a domain") {
    fs::create_directories(yard.path("kb/entries"));
    fs::create_directory_symlink(yard.path("outside"), yard.path("kb/entries/git"));
    const Outcome outcome = yard.import();
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("git/a-b.json"));
  }
  SECTION("of the notice") {
    fs::create_symlink(yard.path("outside/notice"), yard.path("kb/NOTICE"));
    CHECK(yard.import().exit == 2);
    CHECK_FALSE(yard.has("kb/entries"));
  }
  SECTION("of the entry") {
    fs::create_directories(yard.path("kb/entries/git"));
    fs::create_symlink(yard.path("outside/entry"), yard.path("kb/entries/git/a-b.json"));
    const Outcome outcome = yard.import();
    CHECK(outcome.exit != 0);
  }
  CHECK(std::distance(fs::directory_iterator(yard.path("outside")), fs::directory_iterator()) == 1);
}

TEST_CASE("an import reads no link that leads out of the canons", "[hostile][import]") {
  const Yard yard;
  yard.write("secret.json", "TOP SECRET");
  yard.canon_file("a.json", canon("git/a/b"));
  fs::create_symlink(yard.path("secret.json"), yard.path("canons/s.json"));
  fs::create_symlink("loop.json", yard.path("canons/loop.json"));
  fs::create_directory_symlink("..", yard.path("canons/up"));
  const Outcome outcome = yard.import();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("1 imported, 0 there already, 2 left out"));
  CHECK(outcome.out.find("SECRET") == std::string::npos);
}

TEST_CASE("canons of any bytes are left out with a reason", "[hostile][import]") {
  const Yard yard;
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  yard.canon_file("bytes.json", bytes);
  yard.canon_file("empty.json", "");
  yard.canon_file("huge.json", "[" + std::string(std::size_t{2} << 20, ' ') + "]");
  yard.canon_file("deep.json", std::string(500'000, '['));
  yard.canon_file("deep-objects.json", canon(
                                           "git/a/b", ", \"x\": " + [] {
                                             std::string deep;
                                             for (int level = 0; level < 100; ++level)
                                               deep += "{\"y\": ";
                                             return deep + "1" + std::string(100, '}');
                                           }()));
  const Outcome outcome = yard.import();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("5 canons: 0 imported, 0 there already, 5 left out") &&
                              ContainsSubstring("huge.json: larger than 1 MiB"));
  CHECK_FALSE(yard.has("kb/entries"));
}

TEST_CASE("a small canon makes no huge entry and no huge report", "[hostile][import]") {
  const Yard yard;
  const std::string address = "https://deadends.dev/" + std::string(8000, 'a');
  std::string many;
  for (int number = 0; number < 10'000; ++number) {
    many += R"({"action": "Wait", "why_fails": "No.", "fail_rate": 1},)";
  }
  std::string grown = replaced(canon("git/a/b"), "https://deadends.dev/x", address);
  yard.canon_file("grown.json", replaced(grown, "\"dead_ends\": [", "\"dead_ends\": [" + many));
  const std::string name(1000, 'n');
  std::string fields = ", \"x\": {";
  for (int number = 0; number < 20'000; ++number) {
    fields += "\"" + std::to_string(number) + "\": 1, ";
  }
  yard.canon_file("fields.json",
                  canon("git/c/d", fields + "\"" + name + "\": {\"" + name + "\": 1}}"));
  const Outcome outcome = yard.import();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("grown.json: the entry would have more than 1 MiB"));
  CHECK(yard.has("kb/entries/git/c-d.json"));
  CHECK(outcome.out.size() < 20'000);
  CHECK(outcome.peak < std::size_t{400} << 20);
}

TEST_CASE("what a canon says steers no terminal", "[hostile][import]") {
  const Yard yard;
  yard.canon_file("a.json", canon("git/a/b", ", \"\\u001b]0;x\\u0007\\u202e::error::\": 1"));
  const Outcome outcome = yard.import();
  CHECK(outcome.out.find('\x1b') == std::string::npos);
  CHECK(outcome.out.find("\xe2\x80\xae") == std::string::npos);
  CHECK_THAT(outcome.out, ContainsSubstring("<U+001B>"));
}

}  // namespace kbc
