// `kbc test`: messages with what they must find.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

std::string entry_text(const std::string& id, const std::string& regex,
                       const std::string& more = "") {
  return "{\"id\": \"" + id + "\", \"signature\": \"x\", \"regex\": \"" + regex + "\"" + more + "}";
}

// Two entries, of which one has an alias; `the gate and the door` finds both.
class Gates : public KnowledgeBaseFolder {
 public:
  // The entries are too short for most rules.
  Gates()
      : KnowledgeBaseFolder(R"({"rules": {"schema": "warning", "taxonomy": "warning",
            "signature": "warning", "regex": "warning", "rate": "warning",
            "evidence": "warning", "text": "warning"}})") {
    entry("a/gate", entry_text("a/gate", "the gate", R"(, "aliases": ["a/portal"])"));
    entry("b/door", entry_text("b/door", "the door is shut"));
  }

  Outcome test(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), "test");
    return run(arguments, path());
  }
};

const std::string kPassing =
    R"({"message": "the gate is open", "expect": "a/gate", "set": "tune"}
{"message": "the gate is shut", "expect": "a/portal"}

{"message": "nobody is here", "expect": null, "set": "held"}
{"message": "the gate; the door is shut", "expect": "a/gate", "within": 3}
{"message": "the gate", "not": ["b/door"]}
)";

}  // namespace

TEST_CASE("messages that find what they must pass", "[test]") {
  const Gates base;
  base.write("tests/deep/a.kbc-test.ndjson", kPassing);
  base.write("tests/b.kbc-test.json",
             R"([{"message": "the door is shut", "expect": "b/door", "origin": "a program"}])");
  base.write("tests/other.json", "{");
  base.write("tests/.hidden/c.kbc-test.ndjson", "{");
  base.write("tests/inner/kbc.json", "{}");
  base.write("tests/inner/d.kbc-test.ndjson", "{");
  const Outcome passed = base.test();
  CHECK(passed.err == "");
  CHECK(passed.exit == 0);
  CHECK(passed.out == R"(
                     messages     P@1     P@3     MRR  without   false
held                        0   0.000   0.000   0.000        1   0.000
tune                        1   1.000   1.000   1.000        0   0.000
(no set)                    3   0.667   1.000   0.833        0   0.000
all                         4   0.750   1.000   0.875        1   0.000

6 passed, 0 failed in 2 files
)");
  CHECK(base.test({"--quiet"}).out == "");
  const Outcome tune = base.test({"--set", "tune"});
  CHECK(tune.exit == 0);
  CHECK(occurrences(tune.out, "1 passed, 0 failed in 2 files") == 1);
}

TEST_CASE("messages that find something else fail at their places", "[test]") {
  const Gates base;
  base.write("tests/a.kbc-test.ndjson", R"({"message": "the gate", "expect": "b/door"}
{"message": "the gate", "expect": null}
{"message": "nobody", "expect": "a/gate"}
{"message": "the gate; the door is shut", "expect": "a/gate", "not": ["b/door"]}
{"message": "the gate", "expect": "c/none"}
)");
  const Outcome failed = base.test();
  CHECK(failed.exit == 1);
  CHECK(failed.err == "");
  CHECK(
      failed.out.substr(0, failed.out.find("\n\n")) ==
      R"(tests/a.kbc-test.ndjson:1:1: failed: `b/door` must be first, and is not found, but `a/gate`
  message: `the gate`
  found: `a/gate` (14)
tests/a.kbc-test.ndjson:2:1: failed: nothing must be found, and `a/gate` is
  message: `the gate`
  found: `a/gate` (14)
tests/a.kbc-test.ndjson:3:1: failed: `a/gate` must be first, and nothing is found
  message: `nobody`
tests/a.kbc-test.ndjson:4:1: failed: `a/gate` must be first, and is number 2 after `b/door`; `b/door` must not be found, and is number 1
  message: `the gate; the door is shut`
  found: `b/door` (19), `a/gate` (14)
tests/a.kbc-test.ndjson:5:1: failed: no entry has the id `c/none`
  message: `the gate`
  found: `a/gate` (14))");
  CHECK(base.test({"--at-least", "0.1"}).exit == 1);
  CHECK(base.test({"--at-least", "0"}).exit == 0);
  CHECK(base.test({"--at-least", "2"}).exit == 2);
}

TEST_CASE("message tests are reported as JUnit, as annotations and as JSON", "[test]") {
  const Gates base;
  base.write("tests/a.kbc-test.json", R"([
  {"message": "the <gate> & 1\nthe gate", "expect": null, "origin": "a program"},
  {"message": "the gate", "expect": "a/gate"}
])");
  const Outcome junit = base.test({"--format", "junit"});
  CHECK(junit.exit == 1);
  CHECK(junit.out == R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1" errors="0">
  <testsuite name="tests/a.kbc-test.json" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="tests/a.kbc-test.json" name="2: the &lt;gate&gt; &amp; 1" file="tests/a.kbc-test.json">
      <failure message="nothing must be found, and `a/gate` is">message: `the &lt;gate&gt; &amp; 1&lt;U+000A&gt;the gate`
origin: a program
found: `a/gate` (14)
</failure>
    </testcase>
    <testcase classname="tests/a.kbc-test.json" name="3: the gate" file="tests/a.kbc-test.json"/>
  </testsuite>
</testsuites>
)");
  const Outcome github = base.test({"--format", "github", "--format", "json=out.json"});
  CHECK(github.out ==
        "::error file=tests/a.kbc-test.json,line=2,endLine=2,col=3,endColumn=81,title=kbc "
        "test::nothing must be found, and `a/gate` is%0Amessage: `the <gate> & "
        "1<U+000A>the gate`%0Aorigin: a program%0Afound: `a/gate` (14)\n"
        "1 passed, 1 failed in 1 file\n");
  const std::string json = base.read("out.json");
  CHECK(occurrences(json, R"("passed":1,"failed":1,"figures":[{"set":"all","messages":1,)"
                          R"("p_at_1":1,"p_at_3":1,"mrr":1,"without":1,"false":1}])") == 1);
  CHECK(occurrences(json, R"("line":3,"column":3,"message":"the gate","expect":"a/gate",)"
                          R"("within":1,"not":[],"passed":true,"rank":1,)"
                          R"("found":[{"id":"a/gate","score":)") == 1);
}

TEST_CASE("what is no message test is an error at its place", "[test]") {
  const Gates base;
  base.write("a.kbc-test.ndjson", R"({"mesage": "x", "expect": null}

{"message": "x"}
{"message": "x", "expect": null, "within": 2}
{"message": "x", "expect": null, "expect": "a/gate"}
{"message": 3, "expect": null} 1
)");
  const Outcome wrong = base.test({"a.kbc-test.ndjson"});
  CHECK(wrong.exit == 2);
  CHECK(wrong.out == "");
  CHECK(wrong.err ==
        "kbc: a.kbc-test.ndjson:1:2: error: unknown field `mesage`; did you mean `message`?\n"
        "kbc: a.kbc-test.ndjson:3:1: error: neither `expect` nor `not` says what must be found; "
        "write `\"expect\": null` if nothing may be\n"
        "kbc: a.kbc-test.ndjson:4:44: error: the number `2` is not one of the allowed values\n"
        "kbc: a.kbc-test.ndjson:5:34: error: `expect` is already in this object; remove one of the "
        "two\n"
        "kbc: a.kbc-test.ndjson:6:32: error: expected the end of the text, found `1`; remove it\n");
  base.write("b.kbc-test.json", R"({"message": "x", "expect": null})");
  CHECK(base.test({"b.kbc-test.json"}).err ==
        "kbc: b.kbc-test.json:1:1: error: expected an array of tests, found an object\n");
}

TEST_CASE("without a test there is nothing to be sure of", "[test]") {
  const Gates base;
  const Outcome none = base.test();
  CHECK(none.exit == 2);
  CHECK(none.err ==
        "kbc: no message tests: nothing below tests has a name that ends in `.kbc-test.ndjson` or "
        "`.kbc-test.json`\n");
  base.write("tests/a.kbc-test.ndjson", "\n");
  CHECK(base.test().err == "kbc: no message tests: the files have none\n");
  base.write("tests/a.kbc-test.ndjson", R"({"message": "x", "expect": null, "set": "held"})");
  const Outcome set = base.test({"--set", "hled"});
  CHECK(set.exit == 2);
  CHECK(set.err == "kbc: --set: no test has the set `hled`; did you mean `held`?\n");
  CHECK(base.test({"missing.ndjson"}).exit == 2);
}

TEST_CASE("kbc test --update writes what is found now and leaves the rest of a file alone",
          "[test]") {
  const Gates base;
  base.write("tests/a.kbc-test.json",
             "[\n  {\"expect\" :null , \"message\":\"the gate\"},\n"
             "  {\"message\": \"nobody\", \"expect\": \"a/gate\"},\n"
             "  {\"message\": \"the gate\", \"expect\": \"a/portal\", \"within\": 3}\n]\n");
  const Outcome updated = base.test({"--update"});
  CHECK(updated.exit == 0);
  CHECK(updated.err == "kbc: 2 tests updated\n");
  CHECK(base.read("tests/a.kbc-test.json") ==
        "[\n  {\"expect\" :\"a/gate\" , \"message\":\"the gate\"},\n"
        "  {\"message\": \"nobody\", \"expect\": null},\n"
        "  {\"message\": \"the gate\", \"expect\": \"a/portal\", \"within\": 3}\n]\n");
}

TEST_CASE("an index and files need no knowledge base", "[test]") {
  const Gates base;
  base.write("a.kbc-test.ndjson", R"({"message": "the gate", "expect": "a/gate"})");
  REQUIRE(run({"build", "--emit", "index", "--out", "."}, base.path()).exit == 0);
  const TemporaryFolder elsewhere;
  const Outcome passed = run({"test", "--index", base.path("kb.kbx"),
                              base.path("a.kbc-test.ndjson"), "--format", "github"},
                             elsewhere.path());
  CHECK(passed.err == "");
  CHECK(passed.out == "1 passed, 0 failed in 1 file\n");
}

TEST_CASE("this repository's own message tests pass, but for those that were set aside", "[test]") {
  const auto own = [](std::vector<std::string> more) {
    more.insert(more.begin(), {"test", "--quiet"});
    return run(more, KBC_SOURCE_FOLDER);
  };
  const Outcome tune =
      own({"--set", "tune", "--set", "seen", "--set", "forms", "--at-least", "0.98"});
  CAPTURE(tune.out);
  CHECK(tune.exit == 0);
  const Outcome held = own({"--set", "held", "--set", "unseen", "--at-least", "0.93"});
  CAPTURE(held.out);
  CHECK(held.exit == 0);
}

}  // namespace kbc
