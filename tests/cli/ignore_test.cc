// Findings that are accepted: by entries, by kbc.json, by a baseline.

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

std::string ignoring(const std::string& names) {
  return replaced(clean_entry(), "\"aliases\": []",
                  "\"aliases\": [],\n  \"kbc_ignore\": [" + names + "]");
}

std::string with_percentage(std::string entry) {
  return replaced(std::move(entry), "\"fail_rate\": 0.95", "\"fail_rate\": 95");
}

}  // namespace

TEST_CASE("ignore-unused can be turned off in kbc.json", "[ignore]") {
  for (const std::string name : {"ignore-unused", "ignore"}) {
    const KnowledgeBaseFolder base("{\"rules\": {\"" + name + "\": \"off\", \"url\": \"off\"}}");
    base.entry("git/push-rejected", ignoring("\"date-stale\", \"no-such-rule\""));
    const Outcome outcome = base.validate({"--format", "short"});
    CHECK(outcome.out.empty());
    CHECK(outcome.exit == 0);
    // --select asks for it all the same.
    CHECK_THAT(base.validate({"--select", "ignore-unused", "--format", "short"}).out,
               ContainsSubstring("no-such-rule"));
  }
}

TEST_CASE("a baseline accepts unused ignores, in entries and in kbc.json", "[ignore]") {
  const KnowledgeBaseFolder base("{\"rules\": {\"url\": \"off\"}}");
  base.entry("git/push-rejected", ignoring("\"date-stale\""));
  CHECK(occurrences(base.validate({"--format", "short"}).out, "[ignore-unused]") == 2);
  const Outcome update = base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK(update.err == "kbc: 2 findings written to b.json\n");
  CHECK(base.read("b.json") ==
        "{\n  \"version\": 2,\n  \"findings\": {\n    \"git/push-rejected\": {\n"
        "      \"ignore-unused\": [\n        "
        R"({"at":"/kbc_ignore/3dca556cb67e2249","value":"date-stale"})"
        "\n      ]\n    },\n    \"kbc.json\": {\n      \"ignore-unused\": [\n        "
        R"({"at":"/rules/url","value":"off"})"
        "\n      ]\n    }\n  }\n}\n");
  CHECK(base.validate({"--baseline", "b.json", "--format", "short"}).out.empty());
  // Its own lines are told when they are of no use any more.
  base.write("kbc.json", "{}");
  const Outcome unused = base.validate({"--baseline", "b.json", "--format", "short"});
  CHECK_THAT(unused.out, ContainsSubstring("b.json:11:15: warning[ignore-unused]"));
  CHECK(occurrences(unused.out, "\n") == 1);
  CHECK(base.validate({"--baseline", "b.json", "--format", "short", "--select", "ignore"})
            .out.empty());
}

TEST_CASE("updating a baseline keeps the lines of rules that did not run", "[ignore]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage(clean_entry()));
  base.write("b.json",
             "{\"version\": 1, \"findings\": {\"git/push-rejected\": "
             "{\"date-stale\": [\"/last_confirmed\"], \"no-rule\": [\"\"]}}}");
  const Outcome update =
      base.validate({"--baseline", "b.json", "--update-baseline", "--select", "rate"});
  CHECK(update.err == "kbc: 1 finding written to b.json; 1 line for other rules kept\n");
  CHECK_THAT(base.read("b.json"),
             ContainsSubstring(R"(/fail_rate","value":95})") &&
                 ContainsSubstring(R"({"at":"/last_confirmed","value":"2026-01-10"})") &&
                 !ContainsSubstring("no-rule"));
  base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK_THAT(base.read("b.json"), !ContainsSubstring("date-stale"));
  // What cannot be written was not put anywhere.
  const Outcome failed = base.validate({"--baseline", "no/such/b.json", "--update-baseline"});
  CHECK(failed.exit == 2);
  CHECK_THAT(failed.err, !ContainsSubstring("put into"));
}

TEST_CASE("a baseline accepts a value, and none that comes after it", "[ignore][baseline]") {
  const KnowledgeBaseFolder base;
  const auto confidence = [&](const std::string& value) {
    base.entry("git/push-rejected",
               replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": " + value));
  };
  const auto validate = [&] { return base.validate({"--baseline", "b.json"}); };
  confidence("85");
  base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK(validate().exit == 0);
  confidence("85.0");  // the same number
  CHECK(validate().exit == 0);
  confidence("86");
  const Outcome changed = validate();
  CHECK(changed.exit == 1);
  CHECK_THAT(changed.out, ContainsSubstring("`86` is a percentage") &&
                              ContainsSubstring("b.json:6:15: note: the accepted value was `85`"));
  CHECK(occurrences(changed.out, "ignore-unused") == 0);
  confidence("0.8");
  CHECK(occurrences(validate().out, "ignore-unused") == 1);
}

TEST_CASE("a long value is kept by its hash", "[ignore][baseline]") {
  const KnowledgeBaseFolder base;
  const std::string clean = clean_entry();
  const std::string start = "\"root_cause\": \"";
  const std::size_t begin = clean.find(start) + start.size();
  const std::string written = clean.substr(begin, clean.find('"', begin) - begin);
  const auto cause = [&](const std::string& text) {
    base.entry("git/push-rejected", replaced(clean, written, text));
  };
  // With its quotes of 80 bytes, and of one more.
  for (const std::size_t size : {std::size_t{78}, std::size_t{79}}) {
    CAPTURE(size);
    // A zero width space takes three bytes.
    const std::string text = "\u200b" + std::string(size - 3, 'x');
    cause(text);
    base.validate({"--baseline", "b.json", "--update-baseline", "--select", "text-invisible"});
    CHECK((base.read("b.json").find("\"value\":") != std::string::npos) == (size == 78));
    CHECK((base.read("b.json").find("\"hash\":\"") != std::string::npos) == (size == 79));
    const std::vector<std::string> with = {"--baseline", "b.json", "--select", "text-invisible"};
    CHECK(base.validate(with).out.find("text-invisible]") == std::string::npos);
    cause(text + "y");
    CHECK_THAT(base.validate(with).out,
               ContainsSubstring(size == 78 ? "the accepted value was `\"" : "value was another"));
  }
}

TEST_CASE("an accepted element may move in its list", "[ignore][baseline]") {
  const KnowledgeBaseFolder base;
  const std::string rated = with_percentage(clean_entry());
  base.entry("git/push-rejected", rated);
  base.validate({"--baseline", "b.json", "--update-baseline"});
  const std::string another =
      R"({"action": "Retry", "why_fails": "It fails again.", "fail_rate": 0.5}, )";
  base.entry("git/push-rejected",
             replaced(rated, "\"dead_ends\": [", "\"dead_ends\": [" + another));
  const Outcome moved =
      base.validate({"--baseline", "b.json", "--select", "rate,ignore", "--format", "short"});
  CHECK(moved.out.empty());
  CHECK(moved.exit == 0);
}

TEST_CASE("a finding of the whole entry is accepted whatever else changes", "[ignore][baseline]") {
  const KnowledgeBaseFolder base;
  const std::string lacking = replaced(clean_entry(), "  \"resolvable\": \"true\",\n", "");
  base.entry("git/push-rejected", lacking);
  base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK(base.validate({"--baseline", "b.json"}).exit == 0);
  base.entry("git/push-rejected", replaced(lacking, "\"confidence\": 0.8", "\"confidence\": 0.7"));
  CHECK(base.validate({"--baseline", "b.json"}).exit == 0);
}

TEST_CASE("a finding about many entries is the same when their number changes",
          "[ignore][baseline]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", replaced(clean_entry(), "\"regex\": \"failed to push some refs\"",
                                           "\"regex\": \"failed\""));
  const auto other = [&](const std::string& slug) {
    const std::string text = replaced(clean_entry(), "git/push-rejected", "git/" + slug);
    base.entry("git/" + slug,
               replaced(replaced(text, "failed to push some refs to the remote", slug + " failed"),
                        "failed to push some refs", slug + " failed"));
  };
  const auto check = [&](const std::string& format, const std::string& baseline = "none.json") {
    if (baseline == "none.json") base.write(baseline, "{\"version\": 2, \"findings\": {}}");
    return base.validate({"--select", "regex-shadow", "--format", format, "--baseline", baseline});
  };
  const auto fingerprint = [&] {
    const std::string sarif = check("sarif").out;
    const std::size_t at = sarif.find("kbcFinding/v2");
    REQUIRE(at != std::string::npos);
    CHECK(occurrences(sarif, "kbcFinding/v2") == 1);
    return sarif.substr(at, sarif.find('}', at) - at);
  };
  for (const char* slug : {"alpha", "beta", "gamma", "delta"}) other(slug);
  CHECK_THAT(check("short").out, ContainsSubstring("the signatures of 4 other entries"));
  const std::string of_four = fingerprint();
  base.validate({"--select", "regex-shadow", "--baseline", "b.json", "--update-baseline"});
  for (const char* slug : {"epsilon", "zeta"}) other(slug);
  CHECK_THAT(check("short").out, ContainsSubstring("the signatures of 6 other entries"));
  CHECK(fingerprint() == of_four);
  CHECK(check("short", "b.json").out.empty());
  CHECK(check("short", "b.json").exit == 0);
  // So few that each has a finding of its own.
  for (const char* slug : {"alpha", "beta", "gamma", "epsilon"}) {
    CHECK(std::remove(base.path(std::string("entries/git/") + slug + ".json").c_str()) == 0);
  }
  CHECK(occurrences(check("short").out, "matches the signature of") == 2);
  CHECK(check("short", "b.json").out.empty());
}

TEST_CASE("a baseline of version 1 is read as it was", "[ignore][baseline]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage(clean_entry()));
  base.write("b.json",
             "{\"version\": 1, \"findings\": {\"git/push-rejected\": "
             "{\"rate-percent\": [\"/dead_ends/0/fail_rate\"]}}}");
  const Outcome accepted = base.validate({"--baseline", "b.json"});
  CHECK(accepted.exit == 0);
  CHECK(accepted.err ==
        "kbc: b.json: a baseline of version 1 accepts any value at its places; "
        "`--update-baseline` writes version 2, which keeps the values\n");
  CHECK(base.validate({"--baseline", "b.json", "--update-baseline"}).err ==
        "kbc: 1 finding written to b.json\n");
  CHECK_THAT(base.read("b.json"), StartsWith("{\n  \"version\": 2,"));
  CHECK(base.validate({"--baseline", "b.json"}).err.empty());
}

TEST_CASE("a baseline is held against many findings in linear time",
          "[ignore][baseline][hostile]") {
  // Each finding is at a value of its own, in a list that would be walked for each of them.
  std::string dead_ends;
  for (int i = 0; i < 5000; ++i) dead_ends += R"({"action": ")" + std::to_string(i) + "\u200b\"},";
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected",
             replaced(clean_entry(), "\"dead_ends\": [", "\"dead_ends\": [" + dead_ends));
  const auto timed = [&](const std::string& more) {
    return run_program("sh",
                       {"-c",
                        "ulimit -t 20; exec \"$0\" validate --today 2026-01-15 --select "
                        "text-invisible --format short --baseline b.json" +
                            more,
                        kbc_binary()},
                       base.path());
  };
  CHECK(timed(" --update-baseline").err == "kbc: 5000 findings written to b.json\n");
  CHECK(timed("").out.empty());
}

TEST_CASE("what is no line of a baseline is an error at its place", "[ignore]") {
  const KnowledgeBaseFolder base;
  base.clean("a");
  const auto error = [&](const std::string& text) {
    base.write("b.json", text);
    const Outcome outcome = base.validate({"--baseline", "b.json"});
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK_THAT(error("{\"version\": 1, \"findings\": {\"git/a\": []}}"),
             ContainsSubstring("b.json:1:38"));
  CHECK_THAT(error("{\"version\": 1, \"findings\": {\"git/a\": {\"x\": {}}}}"),
             ContainsSubstring("b.json:1:44"));
  CHECK_THAT(error("{\"version\": 1, \"findings\": {\"git/a\": {\"x\": [1]}}}"),
             ContainsSubstring("b.json:1:45"));
  CHECK_THAT(error("{\"version\": 1, \"finding\": {}}"), ContainsSubstring("b.json:1:16"));
  CHECK_THAT(error("{\"version\": 3, \"findings\": {}}"), ContainsSubstring("b.json:1:13"));
  const auto line_error = [&](const std::string& line) {
    return error("{\"version\": 2, \"findings\": {\"git/a\": {\"x\": [" + line + "]}}}");
  };
  CHECK_THAT(line_error("\"/x\""), ContainsSubstring("b.json:1:45"));
  CHECK_THAT(line_error("{}"), ContainsSubstring("b.json:1:45"));
  CHECK_THAT(line_error(R"({"at": 1})"), ContainsSubstring("b.json:1:46"));
  CHECK_THAT(line_error(R"({"at": "/x", "hash": 1})"), ContainsSubstring("b.json:1:58"));
  CHECK_THAT(line_error(R"({"at": "/x", "value": 1, "hash": "2"})"),
             ContainsSubstring("b.json:1:70"));
  CHECK_THAT(line_error(R"({"at": "/x", "valve": 1})"), ContainsSubstring("b.json:1:58"));
  CHECK_THAT(error("{\"version\": 1}"), ContainsSubstring("b.json:1:1"));
  CHECK_THAT(error("[]"), ContainsSubstring("b.json:1:1"));
}

TEST_CASE("many ignores in one entry cost linear time", "[ignore][hostile]") {
  std::string names = "\"rate-percent\"";
  for (int index = 0; index < 60000; ++index) names += ",\"x" + std::to_string(index) + "\"";
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage(ignoring(names)));
  // Quadratic time took half a minute. The limit is one of the processor's time, which the kernel
  // counts: on a busy machine it is as long as on an idle one.
  const Outcome outcome = run_program(
      "sh",
      {"-c", "ulimit -t 20; exec \"$0\" validate --today 2026-01-15 --format short", kbc_binary()},
      base.path());
  CHECK(outcome.exit == 0);
  CHECK(occurrences(outcome.out, "[ignore-unused]") == 60000);
  CHECK_THAT(outcome.out, !ContainsSubstring("rate-percent]"));
}

TEST_CASE("kbc.json names the baseline", "[ignore][baseline]") {
  const KnowledgeBaseFolder base("{\"baseline\": \"lists/old.json\"}\n");
  base.write("lists/.keep", "");
  base.entry("git/push-rejected",
             replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80"));
  const Outcome missing = base.validate();
  CHECK(missing.exit == 2);
  CHECK_THAT(missing.err, StartsWith("kbc: lists/old.json: ") &&
                              ContainsSubstring("`baseline` of kbc.json names it"));
  const Outcome update = base.validate({"--update-baseline"});
  CHECK(update.exit == 0);
  CHECK(update.err == "kbc: 1 finding written to lists/old.json\n");
  CHECK(base.validate().exit == 0);
  // Also from elsewhere, and of a text that is not saved.
  CHECK(run({"validate", "--today", "2026-01-15"}, base.path("entries/git")).exit == 0);
  CHECK(base.validate({"-", "--stdin-filename", "entries/git/push-rejected.json"},
                      base.read("entries/git/push-rejected.json"))
            .exit == 0);
  // The command line's wins.
  base.write("none.json", R"({"version": 2, "findings": {}})");
  CHECK(base.validate({"--baseline", "none.json"}).exit == 1);
  CHECK_THAT(KnowledgeBaseFolder().validate({"--update-baseline"}).err,
             ContainsSubstring("or the key `baseline` in kbc.json"));
}

TEST_CASE("a baseline is read and written within the border", "[ignore][baseline]") {
  const TemporaryFolder outside;
  const std::string kBefore = R"({"version": 2, "findings": {}})";
  outside.write("b.json", kBefore);
  const KnowledgeBaseFolder base;
  base.clean("push-rejected");
  fs::create_symlink(outside.path("b.json"), base.path("link.json"));
  fs::create_directory_symlink(outside.path(), base.path("folder"));
  for (const std::string& name :
       {outside.path("b.json"), std::string("folder/b.json"), std::string("../b.json")}) {
    CAPTURE(name);
    base.write("kbc.json", "{\"baseline\": \"" + name + "\"}\n");
    CHECK(base.validate().exit == 2);
    CHECK(base.validate({"--update-baseline"}).exit == 2);
  }
  base.write("kbc.json", "{\"baseline\": \"link.json\"}\n");
  CHECK(base.validate().exit == 2);
  CHECK(outside.read("b.json") == kBefore);
  base.write("kbc.json", "{\"baseline\": \"a\\u0001.json\"}\n");
  CHECK(base.validate().exit == 2);
}

}  // namespace kbc
