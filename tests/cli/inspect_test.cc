// The contract of `kbc inspect` on the command line.

#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "index/next_version.h"
#include "kbx/format.h"

namespace kbc {
namespace {

// A knowledge base of one entry, built.
class BuiltFolder : public KnowledgeBaseFolder {
 public:
  BuiltFolder() {
    entry("git/push-rejected", clean_entry());
    const Outcome outcome =
        run({"build", "--today", "2026-01-15", "--emit", "index", "--out", "."}, path());
    INFO(outcome.out + outcome.err);
    REQUIRE(outcome.exit == 0);
  }

  Outcome inspect(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "inspect");
    return run(arguments, path());
  }
};

}  // namespace

TEST_CASE("inspect shows header, provenance, sections and domains", "[inspect]") {
  const BuiltFolder base;
  const Outcome outcome = base.inspect({"kb.kbx"});
  CHECK(outcome.exit == 0);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out, StartsWith("kb.kbx: 1 entry, "));
  CHECK_THAT(outcome.out, ContainsSubstring("format        1.3\n"));
  CHECK_THAT(outcome.out, ContainsSubstring("tool          kbc\n"));
  for (const kbx::SectionInfo& section : kbx::kSections) {
    CHECK_THAT(outcome.out, ContainsSubstring("\n" + std::string(section.tag) + "  "));
  }
  CHECK_THAT(outcome.out,
             ContainsSubstring("\n1 domain\n       1  git  Version control with Git: "));
  CHECK(occurrences(outcome.out, "sound") == 0);
}

TEST_CASE("inspect shows the largest domain first", "[inspect]") {
  const KnowledgeBaseFolder base;
  for (const std::string id : {"apt/a", "git/b", "git/c", "ssh/d", "ssh/e", "ssh/f"}) {
    const std::string text = replaced(clean_entry(), "\"git/push-rejected\"", "\"" + id + "\"");
    base.entry(id,
               replaced(text, "\"domain\": \"git\"", "\"domain\": \"" + id.substr(0, 3) + "\""));
  }
  REQUIRE(run({"build", "--today", "2026-01-15", "--emit", "index", "--out", ".", "--quiet"},
              base.path())
              .exit == 0);
  std::string shown = run({"inspect", "kb.kbx"}, base.path()).out;
  shown.erase(0, shown.find("\n3 domains\n"));
  CHECK_THAT(shown, StartsWith("\n3 domains\n       3  ssh  "));
  CHECK_THAT(shown, ContainsSubstring("\n       2  git  Version control with Git: "));
  CHECK_THAT(shown, ContainsSubstring("\n       1  apt  "));
}

TEST_CASE("inspect writes the same as JSON", "[inspect]") {
  const BuiltFolder base;
  const Outcome outcome = base.inspect({"kb.kbx", "--format", "json", "--verify"});
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, StartsWith("{\"file\":\"kb.kbx\",\"format\":\"1.3\",\"size\":"));
  CHECK_THAT(outcome.out, ContainsSubstring("\"provenance\":{\"tool\":\"kbc\","));
  CHECK_THAT(outcome.out, ContainsSubstring("\"domains\":{\"git\":1},\"titles\":{\"domain\":"
                                            "{\"git\":\"Version control with Git: "));
  CHECK_THAT(outcome.out, EndsWith("\"}},\"sound\":true}\n"));
  CHECK(occurrences(outcome.out, "\"tag\":") == kbx::kSectionCount);
}

TEST_CASE("inspect --verify exits with 1 for a damaged index", "[inspect]") {
  const BuiltFolder base;
  CHECK_THAT(base.inspect({"--verify", "kb.kbx"}).out, EndsWith("\nsound\n"));

  std::string bytes = base.read("kb.kbx");
  bytes[bytes.find("git/push-rejected")] = 'G';
  base.write("damaged.kbx", bytes);
  CHECK(base.inspect({"damaged.kbx"}).exit == 0);
  const Outcome damaged = base.inspect({"damaged.kbx", "--verify"});
  CHECK(damaged.exit == 1);
  CHECK_THAT(damaged.out,
             ContainsSubstring("\ndamaged: section STRP: its bytes do not have its checksum\n"));
  CHECK_THAT(
      base.inspect({"damaged.kbx", "--verify", "--format", "json"}).out,
      ContainsSubstring(
          "\"sound\":false,\"damage\":\"section STRP: its bytes do not have its checksum\"}"));

  base.write("cut.kbx", bytes.substr(0, 2000));
  const Outcome cut = base.inspect({"cut.kbx", "--verify"});
  CHECK(cut.exit == 1);
  CHECK_THAT(cut.out, StartsWith("cut.kbx: it has 2000 bytes and says "));
  CHECK(base.inspect({"cut.kbx"}).exit == 2);
}

TEST_CASE("inspect exits with 2 for what is no index", "[inspect]") {
  const BuiltFolder base;
  struct Case {
    std::vector<std::string> arguments;
    std::string said;
  };
  const Case cases[] = {
      {{"kbc.json"}, "kbc: kbc.json: too short for an index\n"},
      {{"kbc.json", "--verify"}, "kbc: kbc.json: too short for an index\n"},
      {{"entries/git/push-rejected.json", "--verify"},
       "kbc: entries/git/push-rejected.json: not an index: wrong first bytes\n"},
      {{"none.kbx", "--verify"}, "kbc: none.kbx: No such file or directory\n"},
      {{"."}, "kbc: .: not a regular file\n"},
      {{}, "kbc: name one index file\n"},
      {{"kb.kbx", "kb.kbx"}, "kbc: name one index file\n"},
      {{"kb.kbx", "--format", "xml"}, "kbc: --format xml: expected text or json\n"},
      {{"kb.kbx", "--dump", "recs", "--format", "json"}, "kbc: --dump writes text only\n"},
  };
  for (const Case& c : cases) {
    const Outcome outcome = base.inspect(c.arguments);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err == c.said);
    CHECK(outcome.out.empty());
  }
  const Outcome unknown = base.inspect({"kb.kbx", "--dump", "RECX"});
  CHECK(unknown.exit == 2);
  CHECK_THAT(unknown.err,
             StartsWith("kbc: unknown section `RECX`; the sections are header, STRP, VKEY, RECS"));
}

TEST_CASE("inspect refuses a version of the format that it does not know", "[inspect]") {
  const BuiltFolder base;
  std::string bytes = base.read("kb.kbx");
  bytes[kbx::HeaderAt::kMajor] = 2;
  base.write("newer.kbx", bytes);
  const Outcome outcome = base.inspect({"newer.kbx", "--verify"});
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err,
             StartsWith("kbc: newer.kbx: the format has version 2, this reader knows version 1"));
  CHECK_THAT(outcome.err, ContainsSubstring("kbc 0.1.0 wrote it"));
}

TEST_CASE("inspect --dump says what the bytes of a section mean", "[inspect]") {
  const BuiltFolder base;
  const std::string rows = base.inspect({"kb.kbx", "--dump", "recs"}).out;
  CHECK_THAT(rows, StartsWith("RECS: entries, 1 row of 296 bytes\nrow 0\n"));
  CHECK_THAT(rows, ContainsSubstring(" id                       \"git/push-rejected\"\n"));
  CHECK_THAT(rows, ContainsSubstring(" cd cc cc cc cc cc ec 3f   fix_success_rate         0.9\n"));
  CHECK_THAT(rows,
             ContainsSubstring(" ff ff ff ff 00 00 00 00   error_code               absent\n"));
  CHECK_THAT(base.inspect({"kb.kbx", "--dump", "header"}).out,
             StartsWith("header: 64 bytes\n00000000  89 4b 42 58 0d 0a 1a 0a   magic\n"));
  CHECK_THAT(base.inspect({"kb.kbx", "--dump", "STRP"}).out, ContainsSubstring("git/push-reject"));
  for (const kbx::SectionInfo& section : kbx::kSections) {
    CAPTURE(section.tag);
    const Outcome outcome = base.inspect({"kb.kbx", "--dump", section.tag});
    CHECK(outcome.exit == 0);
    CHECK_THAT(outcome.out, StartsWith(std::string(section.tag) + ": "));
  }
}

namespace {

// What `inspect --dump` says of the fields that are known, without where they are in the file.
std::string known_fields(const BuiltFolder& base, const std::string& file,
                         const std::string& section) {
  std::istringstream lines(base.inspect({file, "--dump", section}).out);
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    const bool is_field = line.size() > 9 && line.compare(8, 2, "  ") == 0;
    if (is_field && line.find(" unknown") == std::string::npos) all += line.substr(8) + '\n';
  }
  return all;
}

}  // namespace

TEST_CASE("an index of a later version, whose rows are longer, is used for what is known of it",
          "[inspect]") {
  const BuiltFolder base;
  base.write("next.kbx", with_longer_rows(base.read("kb.kbx"), 8));
  const Outcome summary = base.inspect({"next.kbx", "--verify"});
  CHECK(summary.exit == 0);
  CHECK_THAT(summary.out, ContainsSubstring("format        1.4\n"));
  CHECK_THAT(summary.out, EndsWith("\nsound\n"));
  for (const std::string section : {"RECS", "WORK", "ALIA", "SRTM", "IDSL", "PTLI", "PTG4"}) {
    CAPTURE(section);
    CHECK(known_fields(base, "next.kbx", section) == known_fields(base, "kb.kbx", section));
  }
  CHECK_THAT(base.inspect({"next.kbx", "--dump", "recs"}).out, ContainsSubstring(" unknown"));
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"show", "git/push-rejected"},
        {"match", "failed to push some refs"},
        {"search", "push"}}) {
    const auto answer = [&](const std::string& file) {
      std::vector<std::string> arguments = question;
      arguments.insert(arguments.end(), {"--index", file});
      const Outcome outcome = run(arguments, base.path());
      CAPTURE(arguments, outcome.err);
      CHECK(outcome.exit == 0);
      return outcome.out;
    };
    CHECK(answer("next.kbx") == answer("kb.kbx"));
  }
}

}  // namespace kbc
