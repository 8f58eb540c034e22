// `kbc diff`: revisions, folders and indexes beside each other.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "core/rapidjson.h"

namespace kbc {
namespace {

std::string entry_text(const std::string& id, const std::string& regex,
                       const std::string& more = "") {
  return "{\"id\": \"" + id + "\", \"signature\": \"" + id + " is in the way\", \"regex\": \"" +
         regex + "\"" + more + "}";
}

// Entries here are too short for most rules.
const std::string kRules =
    R"("rules": {"schema": "warning", "taxonomy": "warning", "signature": "warning",
    "regex": "warning", "rate": "warning", "evidence": "warning", "text": "warning"})";

const std::string kGateExample = R"(, "examples": ["the gate is shut"])";

// A knowledge base with two commits: in the second one b/door takes the message of a/gate, c/old is
// gone, and d/new there.
class Changed : public GitFolder {
 public:
  Changed() {
    write("kbc.json", "{" + kRules + "}");
    entry("a/gate", entry_text("a/gate", "gate is shut", kGateExample));
    entry("b/door", entry_text("b/door", "the door"));
    entry("c/old", entry_text("c/old", "old things"));
    commit_all();
    must({"branch", "before"});
    entry("a/gate", entry_text("a/gate", "a window", kGateExample));
    entry("b/door", entry_text("b/door", "the (door|gate)"));
    must({"rm", "--quiet", "entries/c/old.json"});
    entry("d/new", entry_text("d/new", "new things"));
    commit_all();
  }

  Outcome diff(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "diff");
    return run(arguments, base(), {}, plain_environment());
  }

  // The index of a revision, by the program itself.
  std::string index_of(const std::string& revision) const {
    const std::string folder = path("tree-of-" + revision);
    must({"worktree", "add", "--quiet", "--detach", folder, revision});
    const Outcome built =
        run({"build", "--emit", "index", "--out", folder}, folder, {}, plain_environment());
    CAPTURE(built.out, built.err);
    REQUIRE(built.exit == 0);
    return folder + "/kb.kbx";
  }
};

const std::string kText =
    R"(breaking/id-removed c/old: the id is gone, and no entry has it as an alias
  help: make it an alias of the entry that takes its place, or give the reason in `removed` of kbc.json
behaviour/moved a/gate: 1 message finds `b/door` first instead
  `the gate is shut`
info/entry-added d/new: a new entry: `d/new is in the way`
info/regex-changed a/gate: the regex has changed; the messages above show what it does
  - gate is shut
  + a window
info/regex-changed b/door: the regex has changed; the messages above show what it does
  - the door
  + the (door|gate)
)";

}  // namespace

TEST_CASE("a diff of two revisions says what is gone and which messages moved", "[diff]") {
  const Changed base;
  const Outcome changed = base.diff({"before", "HEAD"});
  CHECK(changed.err == "");
  CHECK(changed.exit == 1);
  CHECK(changed.out == kText +
                           "1 breaking, 1 behaviour, 0 risk, 3 info (before: 3 entries; HEAD: 3 "
                           "entries; 5 messages compared)\n");
  CHECK(base.diff({"before", "--quiet"}).out == kText);
  CHECK(base.diff({"HEAD", "HEAD"}).out ==
        "0 breaking, 0 behaviour, 0 risk, 0 info (HEAD: 3 entries; HEAD: 3 entries; 4 messages "
        "compared)\n");
  CHECK(base.diff({"HEAD"}).exit == 0);
  CHECK(base.diff({"before", "--stat"}).out ==
        "1 breaking, 1 behaviour, 0 risk, 3 info (before: 3 entries; the working tree: 3 entries; "
        "5 messages compared)\n");
}

TEST_CASE("where HEAD left a branch is what is compared with three dots", "[diff]") {
  const Changed base;
  base.must({"checkout", "--quiet", "before"});
  base.entry("e/other", entry_text("e/other", "other things"));
  base.commit_all();
  const std::string main = base.must({"for-each-ref", "--format=%(refname:short)",
                                      "--sort=-refname", "--count=1", "refs/heads/m*"});
  const Outcome changed = base.diff({main.substr(0, main.find('\n')) + "...", "HEAD", "--quiet"});
  CHECK(changed.out == "info/entry-added e/other: a new entry: `e/other is in the way`\n");
}

TEST_CASE("folders and indexes differ as the revisions do", "[diff]") {
  const Changed base;
  const std::string before = base.index_of("before"), now = base.index_of("HEAD");
  const auto folder_of = [](const std::string& index) { return index.substr(0, index.rfind('/')); };
  CHECK(base.diff({before, now, "--quiet"}).out == kText);
  CHECK(base.diff({folder_of(before), folder_of(now), "--quiet"}).out == kText);
  CHECK(base.diff({before, "HEAD", "--quiet"}).out == kText);
}

TEST_CASE("each message that a diff reports is found so by both indexes", "[diff]") {
  const Changed base;
  const std::string before = base.index_of("before"), now = base.index_of("HEAD");
  const Outcome changed = base.diff({before, now, "--format", "json"});
  rapidjson::Document report;
  report.Parse(changed.out.c_str());
  REQUIRE(report.IsObject());
  const auto first = [&](const std::string& index, const std::string& message) {
    const Outcome found =
        run({"match", "--index", index, "--format", "ndjson", message}, base.path());
    rapidjson::Document hit;
    hit.Parse(found.out.substr(0, found.out.find('\n')).c_str());
    return hit.IsObject() ? std::string(hit["id"].GetString()) : std::string();
  };
  std::size_t replayed = 0;
  for (const auto& difference : report["differences"].GetArray()) {
    if (!difference.HasMember("messages")) continue;
    for (const auto& message : difference["messages"].GetArray()) {
      const std::string text = message["message"].GetString();
      CAPTURE(text);
      CHECK(first(before, text) == (message["old"].IsNull() ? "" : message["old"].GetString()));
      CHECK(first(now, text) == (message["new"].IsNull() ? "" : message["new"].GetString()));
      ++replayed;
    }
  }
  CHECK(replayed == 1);
}

TEST_CASE("message tests and logs are compared, too", "[diff]") {
  const Changed base;
  base.write("app.log", "all is well\nyesterday the gate is shut\nold things came\n");
  const Outcome log = base.diff({"before", "--quiet", "--log", "app.log"});
  CHECK(occurrences(log.out,
                    "behaviour/lost c/old: 1 message finds nothing any more\n"
                    "  `old things came`\n") == 1);
  CHECK(occurrences(log.out, "behaviour/moved a/gate: 2 messages find `b/door` first instead\n") ==
        1);
  base.write("tests/a.kbc-test.ndjson",
             R"({"message": "once the gate is shut", "expect": "b/door"})");
  const Outcome tests = base.diff({"before", "--quiet"});
  CHECK(occurrences(tests.out, "  `once the gate is shut`\n") == 1);
  base.write("b.kbc-test.ndjson", R"({"message": "old things again", "expect": null})");
  const Outcome named = base.diff({"before", "--quiet", "--messages", "b.kbc-test.ndjson"});
  CHECK(occurrences(named.out, "  `old things again`\n") == 1);
  CHECK(occurrences(named.out, "once the gate") == 0);
}

TEST_CASE("what is accepted fails no diff, and what is removed with a reason breaks nothing",
          "[diff]") {
  const Changed base;
  base.write("accepted.txt",
             "breaking/id-removed c/old: nobody had it\nbehaviour a/gate the door is better\n");
  const Outcome accepted = base.diff({"before", "--accept", "accepted.txt", "--stat"});
  CHECK(accepted.exit == 0);
  CHECK(occurrences(accepted.out, "0 breaking, 0 behaviour, 0 risk, 3 info; 2 accepted (") == 1);
  base.write("accepted.txt", "breaking c/old\n");
  const Outcome faulty = base.diff({"before", "--accept", "accepted.txt"});
  CHECK(faulty.exit == 2);
  CHECK(faulty.err == "kbc: accepted.txt:1: error: expected a class, an id and the reason\n");
  base.write("kbc.json",
             "{" + kRules + R"(, "removed": {"c/old": {"reason": "it is never seen"}}})");
  base.commit_all();
  for (const std::string now : {".", "HEAD"}) {
    const Outcome retired = base.diff({"before", now});
    CHECK(occurrences(retired.out,
                      "info/id-retired c/old: the entry was removed: it is never seen\n") == 1);
    CHECK(occurrences(retired.out, "breaking/") == 0);
  }
}

TEST_CASE("a diff is reported as Markdown, annotations, JUnit and JSON", "[diff]") {
  const Changed base;
  const Outcome markdown = base.diff({"before", "HEAD", "--format", "markdown"});
  CHECK(markdown.out == R"(## What changes from `before` to `HEAD`

| breaking | behaviour | risk | info |
|---:|---:|---:|---:|
| 1 | 1 | 0 | 3 |

5 messages were compared; 3 entries before, 3 now.

### Breaking

- ❌ `c/old`: the id is gone, and no entry has it as an alias (`id-removed`)
  - make it an alias of the entry that takes its place, or give the reason in `removed` of kbc.json

### Behaviour

- ❌ `a/gate`: 1 message finds `b/door` first instead (`moved`)
  - `the gate is shut`: `a/gate` → `b/door`

<details><summary>For information</summary>

- ℹ️ `d/new`: a new entry: `d/new is in the way` (`entry-added`)
- ℹ️ `a/gate`: the regex has changed; the messages above show what it does (`regex-changed`)
  - old: `gate is shut`
  - new: `a window`
- ℹ️ `b/door`: the regex has changed; the messages above show what it does (`regex-changed`)
  - old: `the door`
  - new: `the (door|gate)`

</details>
)");
  CHECK(
      base.diff({"before", "HEAD", "--format", "github"}).out ==
      R"(::error title=breaking/id-removed::c/old: the id is gone, and no entry has it as an alias%0Ahelp: make it an alias of the entry that takes its place, or give the reason in `removed` of kbc.json
::error file=entries/a/gate.json,title=behaviour/moved::a/gate: 1 message finds `b/door` first instead%0Amessage: `the gate is shut`
1 breaking, 1 behaviour, 0 risk, 3 info (before: 3 entries; HEAD: 3 entries; 5 messages compared)
)");
  CHECK(base.diff({"before", "HEAD", "--format", "junit"}).out ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="2" errors="0">
  <testsuite name="kbc diff" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="kbc diff" name="breaking/id-removed c/old">
      <failure message="the id is gone, and no entry has it as an alias">
help: make it an alias of the entry that takes its place, or give the reason in `removed` of kbc.json</failure>
    </testcase>
    <testcase classname="kbc diff" name="behaviour/moved a/gate">
      <failure message="1 message finds `b/door` first instead">
message: `the gate is shut`</failure>
    </testcase>
    <system-out>1 breaking, 1 behaviour, 0 risk, 3 info (before: 3 entries; HEAD: 3 entries; 5 messages compared)</system-out>
  </testsuite>
</testsuites>
)");
  const Outcome json = base.diff({"before", "HEAD", "--format", "json"});
  CHECK(occurrences(json.out,
                    R"({"class":"behaviour","kind":"moved","severity":"error","id":"a/gate",)"
                    R"("subject":"b/door","text":"1 message finds `b/door` first instead",)"
                    R"("message_count":1,"messages":[{"message":"the gate is shut",)"
                    R"("old":"a/gate","new":"b/door"}]})") == 1);
  CHECK(occurrences(json.out, R"("counts":{"breaking":1,"behaviour":1,"risk":0,"info":3,)"
                              R"("errors":2,"warnings":0,"accepted":0})") == 1);
}

TEST_CASE("Markdown fits a comment, the worst first, and authors' text stays text", "[diff]") {
  const GitFolder base;
  const std::string odd = R"(, "workarounds": [{"action": "<b> `x` | @all", "how": "h"}])";
  base.entry("a/odd", entry_text("a/odd", "odd", odd));
  base.commit_all();
  base.entry("a/odd", entry_text("a/odd", "odd"));
  const std::string long_text(150, 'x');
  for (int number = 0; number < 1000; ++number) {
    const std::string id = "a/n" + std::to_string(number);
    base.entry(id, entry_text(id, "entry " + std::to_string(number) + "\\\\b" + long_text));
  }
  const Outcome markdown =
      run({"diff", "HEAD", "--format", "markdown"}, base.base(), {}, plain_environment());
  CHECK(markdown.exit == 0);
  CHECK(markdown.out.size() <= 65000);
  CHECK(occurrences(markdown.out, "more, for which there is no room here\n") == 1);
  CHECK(markdown.out.find("### Risk") < markdown.out.find("<details>"));
  CHECK(occurrences(markdown.out, "\n</details>\n") == 1);
  CHECK(occurrences(markdown.out, "gone: ") == 1);
  CHECK(occurrences(markdown.out, " <b> ") == 0);
}

TEST_CASE("what cannot be compared is an error of its own", "[diff]") {
  const Changed base;
  const Outcome unknown = base.diff({"nonsense"});
  CHECK(unknown.exit == 2);
  CHECK(unknown.err.rfind(
            "kbc: `nonsense` is no file, no folder and no revision that can be compared: ", 0) ==
        0);
  CHECK(base.diff({}).exit == 2);
  CHECK(base.diff({"HEAD", "HEAD", "HEAD"}).exit == 2);
  base.write("broken.kbx", "nothing");
  CHECK(base.diff({"broken.kbx"}).exit == 2);
  const TemporaryFolder empty;
  CHECK(base.diff({empty.path()}).exit == 2);
}

}  // namespace kbc
