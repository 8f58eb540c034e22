// Names of files that mean something to Make, Ninja, a shell or a terminal.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::vector<std::string> kBuild = {"build",      "--emit",  "index",     "--today",
                                         "2026-01-15", "--quiet", "--depfile", "kb.d"};

// What would run `touch pwned`, if Make took the rest of the name for a line of its own.
const std::string kRecipe = "x\n\ttouch\tpwned;true\t";

Outcome build(const KnowledgeBaseFolder& kb, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = kBuild;
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run(arguments, kb.path());
}

// The name as a string of JSON.
std::string in_json(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) {
    if (c == '\n') {
      text += "\\n";
    } else if (c == '\t') {
      text += "\\t";
    } else {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text + '"';
}

// A knowledge base in which a path has the name as a part.
KnowledgeBaseFolder& with_taxonomy(KnowledgeBaseFolder& kb, const std::string& name) {
  kb.clean("push-rejected");
  kb.write("kbc.json", "{\"taxonomy\": " + in_json(name) + "}");
  kb.write(name, run({"taxonomy", "--builtin"}, kb.path()).out);
  return kb;
}

// Whether each of two programs makes the stamp again when the taxonomy has changed, and only then.
struct Rebuilds {
  bool make = false;
  bool ninja = false;
};

std::string out_of(const std::string& program, const KnowledgeBaseFolder& kb) {
  const Outcome outcome = run_program(program, {"-f", "rules." + program}, kb.path());
  CAPTURE(program, outcome.out, outcome.err);
  CHECK(outcome.exit == 0);
  return outcome.out;
}

bool rebuilds_when_needed(const std::string& program, const KnowledgeBaseFolder& kb,
                          const std::string& input) {
  const auto now = fs::file_time_type::clock::now();
  fs::last_write_time(kb.path(input), now - std::chrono::hours(1));
  out_of(program, kb);  // Ninja learns the dependencies
  const bool is_idle = out_of(program, kb).find("rebuilt") == std::string::npos;
  fs::last_write_time(kb.path(input), now + std::chrono::hours(1));
  return is_idle && out_of(program, kb).find("rebuilt") != std::string::npos;
}

Rebuilds rebuilds(const KnowledgeBaseFolder& kb, const std::string& input) {
  // Spelled as it was given to kbc, which spells it so in the depfile.
  const std::string stamp = "kb.stamp";
  kb.write("rules.make", "all: " + stamp + "\n" + stamp + ":\n\t@echo rebuilt\ninclude kb.d\n");
  kb.write("rules.ninja",
           "rule kbc\n  command = cp kb.d kb.dd && echo rebuilt && touch kb.stamp\n"
           "  depfile = kb.dd\nbuild " +
               stamp + ": kbc\n");
  Rebuilds found;
  found.make = rebuilds_when_needed("make", kb, input);
  found.ninja = rebuilds_when_needed("ninja", kb, input);
  return found;
}

}  // namespace

TEST_CASE("what a depfile cannot spell is refused, and nothing is written", "[hostile][paths]") {
  for (const std::string name :
       {"a\"b", "a%b", "a&b", "a'b", "a*b", "x;touch pwned;y", "a<b", "a=b", "a>b", "a?b", "a[b]",
        "a\\b", "a^b", "a`b", "a|b", "lib(x)", "blank ", "colon:"}) {
    KnowledgeBaseFolder kb;
    const Outcome outcome = build(with_taxonomy(kb, name), {"--stamp", "kb.stamp"});
    CAPTURE(name, outcome.out);
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("would misread this path"));
    for (const char* output : {"kb.d", "kb.stamp", "generated"})
      CHECK(!fs::exists(kb.path(output)));
  }
}

TEST_CASE("a target that a depfile cannot spell is refused", "[hostile][paths]") {
  KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  CHECK(build(kb, {"--stamp", "a;b"}).exit == 2);
  CHECK(build(kb, {"--out", kRecipe}).exit == 2);
  CHECK(build(kb, {"--out", "out"}).exit == 0);
}

TEST_CASE("Make and Ninja read a depfile as it was meant", "[hostile][paths][real]") {
  if (is_missing("make") || is_missing("ninja")) return;
  for (const std::string name :
       {"a b", "a  b", "a#b", "a$b", "$(touch pwned).json", "a:b", "a,b", "a~b", "a{b}", "a@b",
        "a!b", "a+b", "lib(x).json", "täx-税", "-a", "--a"}) {
    KnowledgeBaseFolder kb;
    const Outcome outcome = build(with_taxonomy(kb, name), {"--stamp", "kb.stamp"});
    CAPTURE(name, outcome.err);
    REQUIRE(outcome.exit == 0);
    const Rebuilds found = rebuilds(kb, name);
    CHECK(found.make);
    CHECK(found.ninja);
    CHECK(!fs::exists(kb.path("pwned")));
  }
}

TEST_CASE("control characters in a path of kbc.json are refused", "[hostile][paths]") {
  for (const std::string key : {"entries", "schema", "taxonomy"}) {
    for (const std::string name :
         {"a\\nb", "a\\tb", "a\\u0000b", "a\\u001b[31mb", "a\\u007fb", "a\\u0085b", "a\\u009bb"}) {
      const KnowledgeBaseFolder kb("{\"" + key + "\": \"" + name + "\"}");
      kb.clean("push-rejected");
      for (const std::vector<std::string>& command :
           {std::vector<std::string>{"validate"}, {"fmt"}, {"build"}, {"show", "git/x"}}) {
        const Outcome outcome = run(command, kb.path());
        CAPTURE(key, name, command[0], outcome.err);
        CHECK(outcome.exit == 2);
        CHECK_THAT(outcome.err, ContainsSubstring(": error: the path has a control character"));
      }
    }
  }
}

TEST_CASE("a file name with a control character is an error that nothing silences",
          "[hostile][paths]") {
  const std::string names[] = {"entries/git/" + kRecipe + ".json", "entries/g\x1b[31m/x.json",
                               "entries/git/x\x7f.json", "entries/git/x\xc2\x85.json"};
  for (const std::string& name : names) {
    const KnowledgeBaseFolder kb(R"({"rules": {"id-path": "off"}})");
    kb.clean("push-rejected");
    kb.write(name, replaced(clean_entry(), "\"domain\"",
                            "\"kbc_ignore\": [\"id-path\", \"id\"], \"domain\""));
    const Outcome all = kb.validate({"--ignore", "id,ignore", "--quiet"});
    CAPTURE(name, all.out, all.err);
    CHECK(all.exit == 2);
    CHECK_THAT(all.err, ContainsSubstring("the name has a control character"));
    CHECK(occurrences(all.err, "\n") == 1);
    CHECK(all.err.find('\x1b') == std::string::npos);
    CHECK(kb.validate({"entries/git/push-rejected.json"}).exit == 2);
    CHECK(build(kb, {"--keep-going"}).exit == 2);
    CHECK(!fs::exists(kb.path("kb.d")));
    CHECK(run({"fmt"}, kb.path()).exit == 2);
    CHECK(run({"fmt", name}, kb.path()).exit == 2);
    CHECK(kb.validate({"-", "--stdin-filename", name}, clean_entry()).exit == 2);
  }
}

TEST_CASE("a staged file name with a control character is an error, too", "[hostile][paths]") {
  const GitFolder kb;
  kb.clean("push-rejected");
  kb.entry("git/" + kRecipe, clean_entry());
  kb.add_all();
  const Outcome outcome = kb.staged();
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("the name has a control character"));
}

}  // namespace kbc
