// The contract of `kbc validate` on the command line: exit codes, options, what is reported when.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/terminal.h"
#include "config/version.h"
#include "diagnostic/rule.h"
#include "index/bases.h"
#include "paths.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// A fault of its own for each severity: error, warning, info.
std::string with_percentage() {
  return replaced(clean_entry(), "\"fail_rate\": 0.95", "\"fail_rate\": 95");
}
std::string with_stale_date() {
  std::string text = replaced(clean_entry(), "\"last_confirmed\": \"2026-01-10\"",
                              "\"last_confirmed\": \"2024-01-10\"");
  return text;
}
std::string with_repeated_action() {
  return replaced(clean_entry(),
                  "Run `git pull --rebase`, solve the conflicts, and run `git push` again.",
                  "Rebase onto the remote branch, then push");
}

}  // namespace

TEST_CASE("a clean knowledge base exits with 0", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", clean_entry());
  const Outcome outcome = base.validate({"--fail-on", "info"});
  CHECK(outcome.out == "0 errors, 0 warnings, 0 info in 1 entry\n");
  CHECK(outcome.err.empty());
  CHECK(outcome.exit == 0);
}

TEST_CASE("fail-on decides which findings fail the run", "[validate]") {
  struct Case {
    std::string entry;
    std::vector<std::string> failing;
  };
  const std::vector<Case> cases = {{with_percentage(), {"error", "warning", "info"}},
                                   {with_stale_date(), {"warning", "info"}},
                                   {with_repeated_action(), {"info"}}};
  for (const Case& one : cases) {
    const KnowledgeBaseFolder base;
    base.entry("git/push-rejected", one.entry);
    for (const std::string level : {"error", "warning", "info"}) {
      const Outcome outcome = base.validate({"--fail-on", level, "--format", "short"});
      CAPTURE(level, outcome.out);
      CHECK(occurrences(outcome.out, "\n") == 1);
      const bool fails =
          std::find(one.failing.begin(), one.failing.end(), level) != one.failing.end();
      CHECK(outcome.exit == (fails ? 1 : 0));
    }
  }
}

TEST_CASE("every fault of a file comes in one run", "[validate]") {
  const KnowledgeBaseFolder base;
  std::string entry = with_percentage();
  entry = replaced(std::move(entry), "\"first_seen\": \"2014-05-28\"",
                   "\"first_seen\": \"2014-02-30\"");
  entry = replaced(std::move(entry), "\"tags\": []", "\"tags\": [],\n  \"tag\": 1,");
  entry = replaced(std::move(entry), "\"resolvable\": \"true\"", "\"resolvable\": true");
  base.entry("git/push-rejected", entry);
  const Outcome outcome = base.validate({"--format", "short"});
  CHECK_THAT(outcome.out, ContainsSubstring("error[json-syntax]"));  // the comma after `"tag": 1,`
  CHECK_THAT(outcome.out, ContainsSubstring("error[rate-percent]"));
  CHECK_THAT(outcome.out, ContainsSubstring("error[date-syntax]"));
  CHECK_THAT(outcome.out, ContainsSubstring("error[schema-unknown-field]"));
  CHECK_THAT(outcome.out, ContainsSubstring("error[schema-type]"));
  CHECK(occurrences(outcome.out, "\n") == 5);
}

TEST_CASE("a file that cannot be parsed does not break the links of the others", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/broken", "{ \"id\": ");
  base.entry("git/linking", linked("linking", "git/broken"));
  const Outcome outcome = base.validate({"--format", "short", "--fail-on", "info"});
  CHECK(occurrences(outcome.out, "\n") == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("git/broken.json:1:1: error[json-syntax]"));
}

TEST_CASE("paths choose what is reported, not what is checked", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/a", linked("a", "git/gone"));
  base.entry("git/b", linked("b", "git/b-renamed"));
  base.entry("git/b-renamed", replaced(clean_entry(), "git/push-rejected", "git/other-id"));
  const auto report = [&](const std::vector<std::string>& paths) {
    std::vector<std::string> arguments = {"--format", "short", "--select", "link,id"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return base.validate(arguments).out;
  };
  CHECK(occurrences(report({}), "\n") == 3);
  const std::string only_a = report({"entries/git/a.json"});
  CHECK(occurrences(only_a, "\n") == 1);
  CHECK_THAT(only_a, ContainsSubstring("git/a.json"));
  // What the file breaks elsewhere is reported with it: b's link to the id that its path stands
  // for.
  const std::string renamed = report({"entries/git/b-renamed.json"});
  CHECK_THAT(renamed, ContainsSubstring("b-renamed.json") && ContainsSubstring("id-path"));
  CHECK_THAT(renamed, ContainsSubstring("git/b.json") && ContainsSubstring("link-unresolved"));
  CHECK(occurrences(renamed, "\n") == 2);
  CHECK(report({"entries/git"}) == report({}));
  CHECK(report({"."}) == report({}));
}

TEST_CASE("a path outside the knowledge base is an error", "[validate]") {
  const KnowledgeBaseFolder base;
  base.clean("fine");
  const Outcome outcome = base.validate({"/etc/passwd"});
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("/etc/passwd: not in the knowledge base"));
}

TEST_CASE("standard input is one more entry", "[validate]") {
  const KnowledgeBaseFolder base;
  base.clean("fine");
  const Outcome clean =
      base.validate({"-", "--stdin-filename", "entries/git/push-rejected.json"}, clean_entry());
  CAPTURE(clean.out, clean.err);
  CHECK(clean.exit == 0);
  CHECK_THAT(clean.out, ContainsSubstring("in 1 entry"));
  const Outcome faulty = base.validate(
      {"-", "--format", "short", "--stdin-filename", "entries/git/push-rejected.json"},
      with_percentage());
  CHECK(faulty.exit == 1);
  CHECK(faulty.out.starts_with("entries/git/push-rejected.json:"));
  // It takes the place of the file that is there.
  base.entry("git/push-rejected", with_percentage());
  CHECK(base.validate({"-", "--stdin-filename", "entries/git/push-rejected.json"}, clean_entry())
            .exit == 0);
  const Outcome nowhere = base.validate({"-", "--format", "short"}, "{");
  CHECK(nowhere.out.starts_with("<stdin>:1:1: error[json-syntax]"));
}

TEST_CASE("a knowledge base without entries is an error unless allowed", "[validate]") {
  const KnowledgeBaseFolder base;
  fs::create_directory(base.path("entries"));
  CHECK(base.validate().exit == 2);
  CHECK_THAT(base.validate().err, ContainsSubstring("no entries found in entries"));
  CHECK(base.validate({"--allow-empty"}).exit == 0);
}

TEST_CASE("kbc.json is looked for upwards, or named by --kb", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage());
  const std::string deep = base.path("entries/git");
  const Outcome upwards = run({"validate", "--format", "short"}, deep);
  CHECK(upwards.exit == 1);
  CHECK(upwards.out.starts_with("push-rejected.json:"));
  const TemporaryFolder elsewhere;
  CHECK(run({"validate", "--kb", base.path()}, elsewhere.path()).exit == 1);
  const Outcome lost = run({"validate"}, elsewhere.path());
  CHECK(lost.exit == 2);
  CHECK_THAT(lost.err, ContainsSubstring("no kbc.json in this folder or above it"));
}

TEST_CASE("the configuration sets severities, and excludes", "[validate]") {
  const auto outcome = [](const std::string& config) {
    const KnowledgeBaseFolder base(config);
    base.entry("git/push-rejected", with_stale_date());
    base.entry("drafts/wip", "{");
    return base.validate({"--format", "short"});
  };
  CHECK_THAT(outcome("{\"exclude\": [\"entries/drafts\"], \"rules\": {\"date\": \"error\"}}").out,
             ContainsSubstring("error[date-stale]"));
  const Outcome off =
      outcome("{\"exclude\": [\"**/wip.json\"], \"rules\": {\"date-stale\": \"off\"}}");
  CHECK(off.out.empty());
  CHECK(off.exit == 0);
  const Outcome unused = outcome(
      "{\"exclude\": [\"entries/*/wip.json\"],\n"
      "\"rules\": {\"date-stale\": \"off\", \"url\": \"off\"}}");
  CHECK_THAT(unused.out, ContainsSubstring("kbc.json:2:32: warning[ignore-unused]"));
  CHECK(occurrences(unused.out, "\n") == 1);
}

TEST_CASE("an entry's kbc_ignore accepts findings of its own", "[validate]") {
  const auto outcome = [](const std::string& ignores) {
    const KnowledgeBaseFolder base;
    base.entry("git/push-rejected", replaced(with_stale_date(), "\"aliases\": []",
                                             "\"aliases\": [],\n  \"kbc_ignore\": " + ignores));
    return base.validate({"--format", "short", "--fail-on", "info"});
  };
  CHECK(outcome("[\"date-stale\"]").exit == 0);
  CHECK(outcome("[\"date\"]").exit == 0);
  CHECK_THAT(outcome("[\"date-stale\", \"url-syntax\"]").out, ContainsSubstring("[ignore-unused]"));
  CHECK_THAT(outcome("[\"date-stale\", \"date-stael\"]").out, ContainsSubstring("[ignore-unused]"));
}

TEST_CASE("a baseline accepts what is there and nothing new", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage());
  const Outcome update = base.validate({"--baseline", "b.json", "--update-baseline"});
  CHECK(update.exit == 0);
  CHECK_THAT(update.err, ContainsSubstring("1 finding written to b.json"));
  CHECK(base.read("b.json") ==
        "{\n  \"version\": 2,\n  \"findings\": {\n    \"git/push-rejected\": {\n"
        "      \"rate-percent\": [\n        "
        R"({"at":"/dead_ends/a0ca37ea5b68f0cb/fail_rate","value":95})"
        "\n      ]\n    }\n  }\n}\n");
  CHECK(base.validate({"--baseline", "b.json"}).exit == 0);
  // Lines may move.
  base.entry("git/push-rejected", "\n\n\n" + with_percentage());
  CHECK(base.validate({"--baseline", "b.json"}).exit == 0);
  base.entry("git/push-rejected", clean_entry());
  const Outcome unused = base.validate({"--baseline", "b.json", "--format", "short"});
  CHECK_THAT(unused.out, ContainsSubstring("b.json:6:15: warning[ignore-unused]"));
  CHECK(base.validate({"--update-baseline"}).exit == 2);
  CHECK(base.validate({"--baseline", "b.json", "--update-baseline", "entries"}).exit == 2);
}

TEST_CASE("rules and formats are named on the command line, with suggestions", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", with_percentage());
  CHECK(base.validate({"--ignore", "rate-percent,schema-bounds"}).exit == 0);
  CHECK(base.validate({"--ignore", "rate,schema"}).exit == 0);
  CHECK(base.validate({"--select", "date"}).exit == 0);
  CHECK_THAT(base.validate({"--select", "schema", "--format", "short"}).out,
             ContainsSubstring("[schema-bounds]"));
  CHECK_THAT(base.validate({"--select", "dtae-stale"}).err,
             ContainsSubstring("did you mean `date-stale`?"));
  CHECK_THAT(base.validate({"--format", "srif"}).err, ContainsSubstring("did you mean `sarif`?"));
  CHECK_THAT(base.validate({"--selcet", "date"}).err,
             ContainsSubstring("did you mean `--select`?"));
  CHECK_THAT(run({"validte"}, base.path()).err, ContainsSubstring("did you mean `validate`?"));
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--today", "2026-02-30"},
                                                {"--jobs", "0"},
                                                {"--jobs", "x"},
                                                {"--fail-on", "never"},
                                                {"--color", "red"},
                                                {"--max-findings", "-1"},
                                                {"--format"},
                                                {"--format", "sarif="},
                                                {"--format", "sarif=no/such/folder/x"}}) {
    const Outcome outcome = base.validate(wrong);
    CAPTURE(wrong, outcome.out, outcome.err);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.starts_with("kbc: "));
  }
}

TEST_CASE("the display is cut, the count is not", "[validate]") {
  const KnowledgeBaseFolder base;
  for (int index = 0; index < 5; ++index) {
    base.entry("git/e" + std::to_string(index), "{");
  }
  const Outcome outcome = base.validate({"--max-findings", "2", "--statistics"});
  CHECK(occurrences(outcome.out, "error[json-syntax]") == 2);
  CHECK_THAT(outcome.out, ContainsSubstring("… and 3 findings more"));
  CHECK_THAT(outcome.out, ContainsSubstring("        5        0        0  json-syntax\n"));
  CHECK_THAT(outcome.out, ContainsSubstring("5 errors, 0 warnings, 0 info in 5 entries\n"));
}

namespace {

// A warning in an entry, and an error in one that comes after it.
class MixedFolder : public KnowledgeBaseFolder {
 public:
  MixedFolder() {
    entry("git/push-rejected", replaced(clean_entry(), "Push again", "Push  again"));
    entry("ssh/broken", "{");
  }
};

}  // namespace

TEST_CASE("what is shown has a threshold, what is counted has none", "[validate]") {
  const MixedFolder base;
  const Outcome errors = base.validate({"--show", "error"});
  CHECK(errors.exit == 1);
  CHECK(occurrences(errors.out, "warning[") == 0);
  CHECK_THAT(errors.out, ContainsSubstring("\n… and 1 finding less severe than `--show error`\n"));
  CHECK_THAT(errors.out, EndsWith("1 error, 1 warning, 0 info in 2 entries\n"));
  CHECK(base.validate({"--show", "error", "--format", "short"}).out ==
        base.validate({"--select", "json", "--format", "short"}).out);
  CHECK(base.validate({"--show", "info"}).out == base.validate().out);
  CHECK(base.validate({"--show", "error", "--format", "json"}).out ==
        base.validate({"--format", "json"}).out);
  // What it does not show fails a run all the same, and the last lines say so.
  const Outcome hidden =
      base.validate({"--ignore", "json", "--show", "error", "--fail-on", "warning"});
  CHECK(hidden.exit == 1);
  CHECK(base.validate({"--show", "fatal"}).exit == 2);
}

TEST_CASE("a cut display has the worst findings, in the order of their places", "[validate]") {
  const MixedFolder base;
  for (const char* format : {"text", "short"}) {
    const Outcome one = base.validate({"--max-findings", "1", "--format", format});
    CAPTURE(one.out);
    CHECK_THAT(one.out, StartsWith("entries/ssh/broken.json:1:"));
    CHECK(occurrences(one.out, "warning[") == 0);
    const Outcome two = base.validate({"--max-findings", "2", "--format", format});
    CHECK_THAT(two.out, StartsWith("entries/git/push-rejected.json:"));
  }
}

TEST_CASE("the last lines name what fails the run", "[validate]") {
  const MixedFolder base;
  const Outcome outcome = base.validate();
  CHECK_THAT(outcome.out, ContainsSubstring("\nwhat fails the run:\n"
                                            "  entries/ssh/broken.json:1:"));
  CHECK(occurrences(base.validate({"--fail-on", "warning"}).out, "what fails the run") == 0);
  CHECK(occurrences(base.validate({"--ignore", "json"}).out, "what fails the run") == 0);
  CHECK(occurrences(base.validate({"--quiet"}).out, "what fails the run") == 0);
  for (int index = 0; index < 6; ++index) base.entry("ssh/e" + std::to_string(index), "{");
  const Outcome many = base.validate();
  CHECK(occurrences(many.out, "\n  entries/") == 5);
  CHECK_THAT(many.out, EndsWith("\n  … and 2 more\n7 errors, 1 warning, 0 info in 8 entries\n"));
}

TEST_CASE("at a terminal the errors come first, in files they stay in their places", "[validate]") {
  const MixedFolder base;
  const std::string piped = base.validate().out;
  CHECK(piped.find("warning[") < piped.find("error["));
  TerminalSession session({"validate", "--color", "never", "--today", "2026-01-15", "--format",
                           "text", "--format", "text=report.txt"},
                          base.path());
  CHECK(session.end() == 1);
  CHECK(session.screen().find("error[") < session.screen().find("warning["));
  CHECK(base.read("report.txt") == piped);
  TerminalSession short_form({"validate", "--today", "2026-01-15", "--format", "short"},
                             base.path());
  short_form.end();
  CHECK(short_form.screen().find("warning[") < short_form.screen().find("error["));
}

TEST_CASE("statistics are by rule, domain and severity", "[validate]") {
  const MixedFolder base;
  const Outcome text = base.validate({"--statistics", "--max-findings", "0"});
  CHECK_THAT(text.out, ContainsSubstring("   errors warnings     info  rule\n"
                                         "        1        0        0  json-syntax\n"
                                         "        0        1        0  text-whitespace\n"
                                         "\n"
                                         "   errors warnings     info  domain\n"
                                         "        0        1        0  git\n"
                                         "        1        0        0  ssh\n"));
  const Outcome json = base.validate({"--statistics", "--format", "json"});
  CHECK_THAT(json.out,
             ContainsSubstring(
                 R"("statistics":{"rules":{"json-syntax":{"errors":1,"warnings":0,"infos":0},)"
                 R"("text-whitespace":{"errors":0,"warnings":1,"infos":0}},)"
                 R"("domains":{"git":{"errors":0,"warnings":1,"infos":0},)"
                 R"("ssh":{"errors":1,"warnings":0,"infos":0}}},"findings":)"));
  CHECK(occurrences(base.validate({"--format", "json"}).out, "statistics") == 0);
}

TEST_CASE("color is for terminals, or when asked for", "[validate]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", "{");
  const auto colored = [&](const std::vector<std::string>& arguments) {
    return run(arguments, base.path(), "", {"NO_COLOR"}).out.find('\x1b') != std::string::npos;
  };
  CHECK_FALSE(colored({"validate"}));
  CHECK(colored({"validate", "--color", "always"}));
  CHECK_FALSE(colored({"validate", "--color", "never"}));
}

TEST_CASE("the findings are the same on any number of threads", "[validate][slow]") {
  for (const std::string& base : all_bases()) {
    for (const std::string format : {"text", "json", "sarif"}) {
      CAPTURE(base, format);
      const auto output = [&](const std::string& jobs) {
        return run({"validate", "--today", "2026-01-15", "--format", format, "--jobs", jobs}, base)
            .out;
      };
      const std::string one = output("1");
      CHECK(one.size() > 10000);
      CHECK(output("2") == one);
      CHECK(output("7") == one);
    }
  }
}

TEST_CASE("this repository's own entries have no errors", "[validate]") {
  const Outcome outcome = run({"validate", "--today", "2026-12-01"}, KBC_SOURCE_FOLDER);
  CAPTURE(outcome.out, outcome.err);
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, ContainsSubstring("0 errors, 0 warnings, 0 info in "));
}

// tests/frozen.txt is what kbc finds in tests/frozen; KBC_UPDATE=1 rewrites it.
TEST_CASE("what is found in many entries is what is expected", "[validate]") {
  const std::string expected = frozen_base() + ".txt";
  const Outcome outcome =
      run({"validate", "--today", "2026-01-15", "--format", "short"}, frozen_base());
  CHECK(outcome.exit == 1);
  CHECK(outcome.err.empty());
  if (std::getenv("KBC_UPDATE") != nullptr) {
    std::ofstream(expected, std::ios::binary) << outcome.out;
    return;
  }
  std::ifstream file(expected, std::ios::binary);
  CHECK(outcome.out == std::string(std::istreambuf_iterator<char>(file), {}));
  // Of most rules there is something to find.
  std::size_t found = 0;
  for (const RuleInfo& rule : all_rules()) {
    if (occurrences(outcome.out, "[" + std::string(rule.name) + "]: ") > 0) ++found;
  }
  CHECK(found >= 55);
}

TEST_CASE("a real knowledge base is read to its end", "[validate][corpus][slow]") {
  const char* corpus = std::getenv("KBC_CORPUS");
  if (corpus == nullptr) {
    skip("KBC_CORPUS is not set");
    return;
  }
  const Outcome outcome = run({"validate", "--today", "2026-11-22", "--format", "short"}, corpus);
  CHECK(outcome.exit == 1);
  CHECK(outcome.err.empty());
  // Known from counting them in other ways: own signatures missed, signatures and regexes that
  // occur more than once.
  CHECK(occurrences(outcome.out, "error[regex-signature]") == 210);
  CHECK(occurrences(outcome.out, "error[json-") == 0);
  CHECK(occurrences(outcome.out, "error[link-unresolved]") == 0);
}

TEST_CASE("help and version", "[command]") {
  const TemporaryFolder folder;
  CHECK(run({"--help"}, folder.path()).exit == 0);
  CHECK(run({}, folder.path()).exit == 2);
  CHECK(run({"help", "validate"}, folder.path()).out ==
        run({"validate", "--help"}, folder.path()).out);
  CHECK_THAT(run({"help"}, folder.path()).out,
             ContainsSubstring("validate") && ContainsSubstring("Exit status"));
  const std::string version(kVersion);
  CHECK(run({"version"}, folder.path()).out == "kbc " + version + "\n");
  CHECK(run({"version", "--format", "json"}, folder.path()).out ==
        "{\n  \"version\": 1,\n  \"tool\": {\n    \"name\": \"kbc\",\n    \"version\": \"" +
            version + "\"\n  },\n  \"index\": {\n    \"major\": 1,\n    \"minor\": 3\n  }\n}\n");
  CHECK(run({"version", "--format", "xml"}, folder.path()).exit == 2);
  CHECK(run({"help", "validat"}, folder.path()).exit == 2);
  CHECK(run({"version", "extra"}, folder.path()).exit == 2);
  CHECK_THAT(run({"explain", "date-stale"}, folder.path()).out,
             ContainsSubstring("Why it matters"));
  CHECK_THAT(run({"explain", "date"}, folder.path()).out, ContainsSubstring("date-order"));
  CHECK(run({"explain", "date-stael"}, folder.path()).exit == 2);
  CHECK(run({"rules", "--format", "json"}, folder.path()).out.starts_with("[\n"));
  CHECK(run({"rules", "--format", "xml"}, folder.path()).exit == 2);
  CHECK_THAT(run({"schema"}, folder.path()).out, ContainsSubstring("draft-07"));
  CHECK_THAT(run({"schema", "--config"}, folder.path()).out, ContainsSubstring("case_sensitive"));
  CHECK_THAT(run({"taxonomy"}, folder.path()).out, ContainsSubstring("\"domains\""));
}

}  // namespace kbc
