// Input is hostile: whatever stands in a file, kbc says clearly what is wrong and goes on with the
// other files. Every test here would show a crash as an exit status above 2.

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// A file for each variant of a text; one run looks at them all.
std::string name_of(std::size_t index) { return "git/v" + std::to_string(index); }

std::size_t files_with_findings(const Outcome& outcome) {
  std::string last;
  std::size_t count = 0;
  std::size_t begin = 0;
  while (begin < outcome.out.size()) {
    const std::size_t end = outcome.out.find('\n', begin);
    const std::string path = outcome.out.substr(begin, outcome.out.find(':', begin) - begin);
    if (path != last) ++count;
    last = path;
    begin = end + 1;
  }
  return count;
}

bool is_root() { return ::geteuid() == 0; }

}  // namespace

TEST_CASE("an entry cut off at every byte is a syntax error each time", "[hostile]") {
  const KnowledgeBaseFolder base;
  const std::string entry = clean_entry();
  const std::size_t cuts = entry.find_last_of('}') + 1;
  for (std::size_t cut = 0; cut < cuts; ++cut) base.entry(name_of(cut), entry.substr(0, cut));
  const Outcome outcome = base.validate({"--format", "short", "--quiet", "--select", "json"});
  CHECK(outcome.exit == 1);
  CHECK(files_with_findings(outcome) == cuts);
  CHECK(occurrences(outcome.out, "error[json-") == cuts);
}

TEST_CASE("any byte of an entry may be any other", "[hostile][slow]") {
  const std::string entry = clean_entry();
  for (const int flip : {0x01, 0x20, 0x80, 0xff}) {
    const KnowledgeBaseFolder base;
    for (std::size_t at = 0; at < entry.size(); ++at) {
      std::string flipped = entry;
      flipped[at] = static_cast<char>(flipped[at] ^ flip);
      base.entry(name_of(at), flipped);
    }
    // One run writes all formats.
    const std::vector<std::string> formats = {"short",  "json",   "sarif",
                                              "github", "gitlab", "junit"};
    std::vector<std::string> arguments = {"--format", "text"};
    for (const std::string& format : formats) {
      arguments.insert(arguments.end(), {"--format", format + "=out." + format});
    }
    const Outcome outcome = base.validate(arguments);
    CAPTURE(flip, outcome.err);
    CHECK(outcome.exit == 1);
    CHECK(outcome.err.empty());
    for (const std::string& format : formats) {
      CAPTURE(format);
      CHECK(base.read("out." + format).size() > 100'000);
    }
  }
}

TEST_CASE("100,000 nested brackets are too deep, not a crash", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.entry("git/arrays", std::string(100'000, '['));
  base.entry("git/objects", [] {
    std::string text;
    for (int depth = 0; depth < 100'000; ++depth) text += "{\"a\":";
    return text;
  }());
  base.entry("git/closed", std::string(100'000, '[') + std::string(100'000, ']'));
  const Outcome outcome = base.validate({"--format", "short", "--quiet"});
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "error[json-limits]: nested deeper than 64 levels") == 3);
}

TEST_CASE("a file of 100 MB is refused by its size alone", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.clean("fine");
  base.entry("git/huge", "");
  fs::resize_file(base.path("entries/git/huge.json"), 100'000'000);
  const Outcome outcome = base.validate({"--format", "short", "--quiet"});
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "\n") == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("entries/git/huge.json:1:1: error[json-limits]"));
}

TEST_CASE("a text just under the limit of a file is fine in every field", "[hostile]") {
  const std::string entry = clean_entry();
  const std::string long_text(1'000'000, 'a');
  const KnowledgeBaseFolder base;
  std::size_t files = 0;
  for (std::size_t at = entry.find(": \""); at != std::string::npos;
       at = entry.find(": \"", at + 1)) {
    const std::size_t begin = at + 3;
    const std::size_t end = entry.find('"', begin);
    std::string with_long = entry;
    base.entry(name_of(files++), with_long.replace(begin, end - begin, long_text));
  }
  REQUIRE(files > 20);
  const Outcome outcome = base.validate({"--format", "short", "--quiet"});
  CAPTURE(outcome.err);
  CHECK(outcome.exit == 1);
  CHECK(outcome.err.empty());
}

TEST_CASE("a long text against a pattern with nested repeats takes linear time", "[hostile]") {
  KnowledgeBaseFolder base(R"({"schema": "schema.json"})");
  base.write("schema.json", R"({"properties": {"id": {"pattern": "^(a+)+$"}}})");
  base.entry("git/x", "{\"id\": \"" + std::string(1'000'000, 'a') + "!\"}");
  const Outcome outcome = base.validate({"--select", "schema", "--format", "short", "--quiet"});
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "error[schema-format]") == 1);
}

TEST_CASE("numbers are read as RFC 8259 has them", "[hostile]") {
  const auto validate = [](const std::string& number) {
    const KnowledgeBaseFolder base;
    base.entry("git/push-rejected",
               replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": " + number));
    return base.validate({"--format", "short", "--quiet", "--fail-on", "info"});
  };
  const std::string digits(400, '9');
  CHECK_THAT(validate("1e999").out, ContainsSubstring("[rate-range]"));
  CHECK_THAT(validate(digits).out, ContainsSubstring("[rate-range]"));
  CHECK_THAT(validate("-1e999").out, ContainsSubstring("[rate-range]"));
  CHECK(validate("0." + digits).out.find("json") == std::string::npos);
  for (const std::string zero : {"-0", "1e-400", "-0.0", "0e400"}) {
    const Outcome outcome = validate(zero);
    CAPTURE(zero, outcome.out);
    CHECK(outcome.out.find("json-") == std::string::npos);
    CHECK(outcome.out.find("rate-range") == std::string::npos);
  }
}

TEST_CASE("NUL bytes and lone surrogates have a place", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.entry("git/a", replaced(clean_entry(), "Push again", std::string("Push\0again", 10)));
  base.entry("git/b", clean_entry() + std::string(1, '\0'));
  base.entry("git/c", std::string(1000, '\0'));
  base.entry("git/d", replaced(clean_entry(), "Push again", "Push \\ud83d again"));
  base.entry("git/e", replaced(clean_entry(), "Push again", "Push \\udc00\\ud83d again"));
  const Outcome outcome = base.validate({"--format", "short", "--quiet", "--select", "json"});
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("git/a.json:25:22: error[json-syntax]"));
  CHECK_THAT(outcome.out, ContainsSubstring("git/b.json:") && ContainsSubstring("git/c.json:"));
  CHECK(occurrences(outcome.out, "git/d.json:25:23: error[json-encoding]") == 1);
  CHECK(occurrences(outcome.out, "git/e.json:25:") == 2);
}

TEST_CASE("a folder may be called x.json", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.clean("fine");
  fs::create_directories(base.path("entries/git/x.json"));
  const Outcome outcome = base.validate();
  CAPTURE(outcome.out, outcome.err);
  CHECK(outcome.exit == 0);
}

TEST_CASE("an unreadable file is trouble, and the others are still reported", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.entry("git/bad", "{");
  base.clean("fine");
  fs::create_symlink("nowhere.json", base.path("entries/git/dangling.json"));
  if (!is_root()) ::chmod(base.path("entries/git/fine.json").c_str(), 0);
  const Outcome outcome = base.validate({"--format", "short"});
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.out, ContainsSubstring("entries/git/bad.json:1:1: error[json-syntax]"));
  CHECK_THAT(outcome.err, ContainsSubstring("dangling.json: No such file or directory"));
}

TEST_CASE("a loop of links ends", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.clean("fine");
  fs::create_directory_symlink("..", base.path("entries/git/loop"));
  fs::create_symlink("self.json", base.path("entries/git/self.json"));
  const Outcome outcome = base.validate();
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("self.json: Too many levels of symbolic links"));
  CHECK_THAT(outcome.out, ContainsSubstring("in 2 entries"));
}

TEST_CASE("a file may vanish or change while it is read", "[hostile][slow]") {
  const KnowledgeBaseFolder base;
  for (int index = 0; index < 300; ++index) base.clean("entry-" + std::to_string(index));
  std::atomic<bool> is_done{false};
  std::thread meddler([&] {
    for (int round = 0; !is_done; ++round) {
      const std::string path =
          base.path("entries/git/entry-" + std::to_string(round % 300) + ".json");
      std::remove(path.c_str());
      base.entry("git/entry-" + std::to_string(round % 300), round % 2 ? "{" : clean_entry());
    }
  });
  for (int repeat = 0; repeat < 20; ++repeat) CHECK(base.validate().exit <= 2);
  is_done = true;
  meddler.join();
}

TEST_CASE("a broken configuration, schema or taxonomy is trouble with a place", "[hostile]") {
  const auto trouble = [](const std::string& config, const std::string& schema,
                          const std::string& taxonomy) {
    KnowledgeBaseFolder base(config);
    base.write("schema.json", schema);
    base.write("taxonomy.json", taxonomy);
    base.clean("fine");
    const Outcome outcome = base.validate();
    CAPTURE(config, schema, outcome.out, outcome.err);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK_THAT(trouble("", "", ""), ContainsSubstring("kbc.json:1:1: error:"));
  CHECK_THAT(trouble("{\"entires\": \"x\"}", "", ""), ContainsSubstring("did you mean `entries`?"));
  CHECK_THAT(trouble("{\"rules\": {\"date-stael\": \"off\"}}", "", ""),
             ContainsSubstring("did you mean `date-stale`?"));
  CHECK_THAT(trouble("{\"rules\": {\"date-stale\": \"of\"}}", "", ""),
             ContainsSubstring("kbc.json:1:26: error:"));
  CHECK_THAT(trouble("{\"schema\": \"gone.json\"}", "", ""),
             ContainsSubstring("gone.json: No such"));
  CHECK_THAT(trouble("{\"case_sensitive\": 1, // comment\n \"exclude\": 3}", "", ""),
             ContainsSubstring("kbc.json:1:20:") && ContainsSubstring("kbc.json:2:13:"));
  const std::string with_schema = "{\"schema\": \"schema.json\"}";
  for (const std::string schema :
       {"", "[]", "{\"type\": 3}", "{\"$ref\": \"#\"}", "{\"pattern\": \"(\"}",
        "{\"properties\": {\"a\": {\"$ref\": \"#/definitions/none\"}}}",
        "{\"$ref\": \"http://example.com/schema\"}", "{\"minLength\": 2.5}"}) {
    CHECK_THAT(trouble(with_schema, schema, ""),
               ContainsSubstring("schema.json:") && ContainsSubstring("error:"));
  }
  const std::string with_taxonomy = "{\"taxonomy\": \"taxonomy.json\"}";
  for (const std::string taxonomy : {"", "[]", "{\"domains\": []}", "{\"domain\": {}}"}) {
    CHECK_THAT(trouble(with_taxonomy, "", taxonomy), ContainsSubstring("taxonomy.json:1:"));
  }
}

TEST_CASE("a schema cannot ask for endless work", "[hostile][slow]") {
  std::string schema = R"({"allOf": [{"$ref": "#/definitions/d0"}], "definitions": {)";
  for (int level = 0; level < 60; ++level) {
    const std::string next = "{\"$ref\": \"#/definitions/d" + std::to_string(level + 1) + "\"}";
    schema += "\"d" + std::to_string(level) + "\": {\"allOf\": [" + next + "," + next + "]},";
  }
  schema += "\"d60\": {}}}";
  KnowledgeBaseFolder base("{\"schema\": \"schema.json\"}");
  base.write("schema.json", schema);
  base.clean("fine");
  const Outcome outcome = base.validate({"--select", "schema", "--format", "short"});
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("too many steps"));
}

TEST_CASE("10,000 entries may claim one id", "[hostile][slow]") {
  const KnowledgeBaseFolder base;
  for (std::size_t index = 0; index < 10'000; ++index) {
    base.entry(name_of(index), "{\"id\": \"git/same\", \"aliases\": [\"git/other\"]}");
  }
  const Outcome outcome =
      base.validate({"--format", "short", "--quiet", "--select", "id-duplicate,alias-conflict"});
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "error[id-duplicate]") == 9'999);
}

TEST_CASE("an entry may link to 100,000 others", "[hostile]") {
  const KnowledgeBaseFolder base;
  std::string links;
  for (int index = 0; index < 100'000; ++index) {
    if (index > 0) links += ',';
    links += "{\"error_id\":\"git/e" + std::to_string(index) + "\",\"probability\":0}";
  }
  const std::string entry =
      replaced(clean_entry(), "\"leads_to\": []", "\"leads_to\": [" + links + "]");
  base.entry("git/push-rejected", entry);
  // That is over the limit of a file; the largest that is not is checked link by link.
  CHECK_THAT(base.validate({"--format", "short", "--quiet"}).out,
             ContainsSubstring("[json-limits]"));
  links.resize(links.rfind(",{", 1'000'000));
  base.entry("git/push-rejected",
             replaced(clean_entry(), "\"leads_to\": []", "\"leads_to\": [" + links + "]"));
  const Outcome outcome = base.validate({"--format", "short", "--quiet"});
  CHECK(outcome.exit == 1);
  CHECK(occurrences(outcome.out, "error[link-unresolved]") == occurrences(links, "error_id"));
}

TEST_CASE("80,000 members may be numbers", "[hostile]") {
  const KnowledgeBaseFolder base;
  std::string members = "\"id\":\"git/x\"";
  for (int index = 0; index < 80'000; ++index) members += ",\"" + std::to_string(index) + "\":1";
  base.entry("git/x", "{" + members + "}");
  CHECK(base.validate({"--select", "json"}).exit == 0);
  base.entry("git/x", "{" + members + ",\"evidence_count\":1e30}");
  CHECK(occurrences(base.validate({"--select", "json"}).out, "error[json-limits]") == 1);
}

TEST_CASE("a baseline of any bytes is trouble, not a crash", "[hostile]") {
  const KnowledgeBaseFolder base;
  base.clean("fine");
  for (const std::string text : {"", "[]", "{}", "{\"version\": 3, \"findings\": {}}",
                                 "{\"version\": 1, \"findings\": {\"a\": [\"x\"]}}", "\xff"}) {
    base.write("baseline.json", text);
    const Outcome outcome = base.validate({"--baseline", "baseline.json"});
    CAPTURE(text, outcome.err);
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("baseline.json:1:"));
  }
  CHECK(base.validate({"--baseline", "missing.json"}).exit == 2);
}

}  // namespace kbc
