// `kbc new`, run as a user would run it.

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "cli/terminal.h"
#include "core/rapidjson.h"

namespace kbc {
namespace {

using Arguments = std::vector<std::string>;

const std::string kLog =
    "Traceback (most recent call last):\n  File \"/home/ann/run.py\", line 3, in <module>\n"
    "    import yaml\nModuleNotFoundError: No module named 'yaml'\n";
const std::string kId = "python/module-not-found-no-module-named";

Outcome make(const TemporaryFolder& folder, const Arguments& arguments,
             std::string_view input = {}) {
  Arguments all = {"new", "--today", "2026-01-15"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all, folder.path(), input);
}

// What an author must say.
const Arguments kSaid = {
    "--root-cause",
    "The package is not installed for this interpreter.",
    "--version",
    "Python >=3.6",
    "--dead-end",
    "Install it with another interpreter's pip",
    "--why-fails",
    "Every interpreter has packages of its own.",
    "--fail-rate",
    "0.8",
    "--resolvable",
    "true",
    "--workaround",
    "Install it with `python3 -m pip`",
    "--success-rate",
    "0.9",
    "--how",
    "Run `python3 -m pip install pyyaml` in the environment that runs the program.",
    "--fix-success-rate",
    "0.9",
    "--confidence",
    "0.8",
    "--doc-url",
    "https://docs.python.org/3/library/exceptions.html"};

Arguments with(Arguments arguments, const Arguments& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// An editor that does what the script says with the file `$1`.
std::string editor(const TemporaryFolder& folder, const std::string& script) {
  folder.write("editor", "#!/bin/sh\n" + script);
  ::chmod(folder.path("editor").c_str(), 0755);
  return "EDITOR=" + folder.path("editor");
}

std::size_t files_in(const std::string& folder) {
  std::size_t count = 0;
  if (!std::filesystem::exists(folder)) return 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_directory()) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("new writes an entry that validate and fmt accept", "[new]") {
  const KnowledgeBaseFolder kb;
  kb.write("run.log", kLog);
  const Outcome made = make(kb, with({"--no-input", "--from", "run.log"}, kSaid));
  CHECK(made.err.empty());
  REQUIRE(made.exit == 0);
  CHECK(has(made.out, "in line 4 of run.log"));
  CHECK(has(made.out, "entries/" + kId + ".json: written\n"));
  const std::string text = kb.read("entries/" + kId + ".json");
  CHECK(has(text, "\"regex\": \"ModuleNotFoundError: No module named '[^']+'\""));
  CHECK(has(text, "\"ModuleNotFoundError: No module named 'yaml'\"\n  ]"));
  CHECK(has(text, "\"category\": \"import_error\""));
  CHECK(kb.validate({"--quiet", "--fail-on", "info"}).out.empty());
  CHECK(run({"fmt", "--check"}, kb.path()).exit == 0);
}

TEST_CASE("new lists what is still to be said, which is what validate reports", "[new]") {
  const KnowledgeBaseFolder kb;
  const Outcome made = make(kb, {"--no-input", "--from", "-"}, kLog);
  CHECK(made.exit == 1);
  const Outcome judged = kb.validate({"--format", "short", "--quiet", "--select", "schema"});
  CHECK(judged.exit == 1);
  std::size_t listed = 0;
  for (const char* field : {"root_cause ", "dead_ends/0/action ", "dead_ends/0/why_fails ",
                            "dead_ends/0/fail_rate ", "resolvable ", "workarounds/0/action ",
                            "workarounds/0/success_rate ", "fix_success_rate ", "confidence "}) {
    INFO(field);
    CHECK(has(made.out, "\n  " + std::string(field)));
    ++listed;
  }
  CHECK(occurrences(judged.out, "error[") == listed);
  CHECK(run({"fmt", "--check"}, kb.path()).exit == 0);
}

TEST_CASE("new takes the output of a command, however it ends", "[new]") {
  const KnowledgeBaseFolder kb;
  const Outcome made = make(kb, {"--no-input", "--from-command",
                                 "echo fine; echo 'E: Unable to locate package x' >&2; exit 7"});
  CHECK(made.exit == 1);
  CHECK(has(made.out, "E: Unable to locate package x"));
  CHECK(has(kb.read("entries/apt/unable-locate-package-x.json"), "\"domain\": \"apt\""));
  CHECK(make(kb, {"--from", "x", "--from-command", "y"}).exit == 2);
}

TEST_CASE("new says when a message has few words of its own", "[new]") {
  const std::string words = "the message has few words of its own";
  const KnowledgeBaseFolder kb;
  const Outcome few = make(kb, {"--no-input", "git/few", "--from", "-"}, "error: moo 404\n");
  CHECK(has(few.out, words));
  // An author who gave the regex has seen to it.
  CHECK(!has(
      make(kb, {"--no-input", "git/own", "--regex", "code 404", "--from", "-"}, "error: moo 405\n")
          .out,
      words));
  CHECK(!has(make(kb, {"--no-input", "git/many", "--from", "-"},
                  "error: failed to push some refs to the remote\n")
                 .out,
             words));
}

TEST_CASE("new proposes no regex that any error would match", "[new]") {
  const KnowledgeBaseFolder kb;
  for (const char* log : {"ERROR: request failed\n", "error: 404\n",
                          "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n"}) {
    INFO(log);
    const Outcome made = make(kb, {"--dry-run", "--format", "json", "git/any", "--from", "-"}, log);
    CHECK(made.exit == 1);
    CHECK(has(made.out, "\"regex\": \"\""));
    CHECK(has(made.out, "\"generic\":true"));
    CHECK(has(made.out, "\"--regex\""));
  }
}

TEST_CASE("new without a domain keeps what it found", "[new]") {
  const KnowledgeBaseFolder kb;
  TemporaryFolder scratch;
  const std::string log = "ERROR billing - tenant 7 has no active ledger (code=BILL-1042)\n";
  const Outcome made =
      run({"new", "--no-input", "--from", "-"}, kb.path(), log, {"TMPDIR=" + scratch.path()});
  CHECK(made.exit == 2);
  CHECK(has(made.err, "pass --domain NAME"));
  CHECK(has(made.out, "nothing was written; the text is in " + scratch.path()));
  CHECK(files_in(scratch.path()) == 1);
  CHECK(files_in(kb.path("entries")) == 0);
  const Outcome named = make(kb, {"--no-input", "--domain", "api", "--from", "-"}, log);
  CHECK(named.exit == 1);
  CHECK(has(named.out, "entries/api/tenant-"));
}

TEST_CASE("a dry run shows the entry to programs and people, and writes nothing", "[new]") {
  const KnowledgeBaseFolder kb;
  const Outcome made = make(kb, {"--dry-run", "--format", "json", "--from", "-"}, kLog);
  CHECK(made.exit == 1);
  CHECK(made.err.empty());
  rapidjson::Document document;
  document.Parse(made.out.c_str());
  REQUIRE(document.IsObject());
  CHECK(document["tool"]["name"].GetString() == std::string("kbc"));
  CHECK(document["error"]["line"].GetInt() == 4);
  CHECK(std::string(document["error"]["message"].GetString()) ==
        std::string("ModuleNotFoundError: No module named 'yaml'"));
  CHECK(document["error"]["text"].IsString());
  CHECK(document["error"]["program"].IsNull());
  CHECK(std::string(document["path"].GetString()) == "entries/" + kId + ".json");
  CHECK(std::string(document["entry"]["id"].GetString()) == kId);
  CHECK(document["entry"]["versions"][0]["version"].GetString() == std::string("Python"));
  CHECK_FALSE(document["generic"].GetBool());
  CHECK(document["proof"]["bare"].GetBool());
  CHECK(document["proof"]["failed"].IsNull());
  CHECK(document["nearest"].Empty());
  REQUIRE(!document["missing"].Empty());
  CHECK(document["missing"][0]["option"].GetString() == std::string("--root-cause"));
  CHECK(document["missing"][0]["pointer"].GetString() == std::string("/root_cause"));
  CHECK(document["findings"].IsArray());
  CHECK(document.MemberCount() == 9);
  CHECK(files_in(kb.path("entries")) == 0);

  const Outcome text = make(kb, {"--dry-run", "--from", "-"}, kLog);
  CHECK(text.exit == 1);
  CHECK(has(text.out, "\n  \"id\": \"" + kId + "\","));
  CHECK(has(text.out, "still missing:"));
  CHECK(files_in(kb.path("entries")) == 0);
  CHECK(make(kb, {"--format", "json", "--from", "-"}, kLog).exit == 2);
  CHECK(make(kb, {"--dry-run", "--edit", "--from", "-"}, kLog).exit == 2);
  CHECK(make(kb, with({"--dry-run", "--format", "json", "--from", "-"}, kSaid), kLog).exit == 0);
}

TEST_CASE("an entry that describes the error already is offered first", "[new]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const std::string log = "error: failed with failure of push-rejected today\n";
  const Outcome known = make(kb, {"--no-input", "git/other", "--from", "-"}, log);
  CHECK(known.exit == 1);
  CHECK(has(known.out, "nothing was written: `git/push-rejected` describes the error already"));
  CHECK(files_in(kb.path("entries")) == 1);
  const Outcome shown =
      make(kb, with({"git/other", "--dry-run", "--format", "json", "--from", "-"}, kSaid), log);
  CHECK(shown.exit == 1);
  CHECK(has(shown.out, "\"match\":\"message\""));
  CHECK(
      has(make(kb, {"--no-input", "--anyway", "git/other", "--from", "-"}, log).out, ": written"));
}

TEST_CASE("new takes rates as people write them, and sources", "[new]") {
  const KnowledgeBaseFolder kb;
  const Outcome made =
      make(kb,
           {"--no-input", "--from", "-", "--fail-rate", "95%", "--success-rate", ".9",
            "--confidence", "80", "--source", "https://docs.example.org/yaml"},
           kLog);
  CHECK(made.exit == 1);
  const std::string text = kb.read("entries/" + kId + ".json");
  CHECK(has(text, "\"fail_rate\": 0.95"));
  CHECK(has(text, "\"success_rate\": 0.9"));
  CHECK(has(text, "\"confidence\": 0.8"));
  CHECK(has(text, "https://docs.example.org/yaml"));
}

TEST_CASE("new shows the nearest entries before it writes", "[new]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  kb.clean("unlike");
  const Outcome made = make(kb, {"--no-input", "--anyway", "git/other", "--from", "-"},
                            "error: failed with failure of push-rejected today\n");
  const std::size_t near = made.out.find("git/push-rejected: its regex matches the error");
  REQUIRE(near != std::string::npos);
  CHECK(near < made.out.find("written"));
}

TEST_CASE("of the nearest entries the one that matches comes before one with the same words",
          "[new]") {
  const KnowledgeBaseFolder kb;
  const auto known = [&](const std::string& slug, const std::string& signature,
                         const std::string& regex) {
    std::string text = replaced(clean_entry(), "git/push-rejected", "git/" + slug);
    text = replaced(std::move(text), "failed to push some refs to the remote", signature);
    kb.entry("git/" + slug, replaced(std::move(text), "failed to push some refs", regex));
  };
  known("alike", "the remote frobnicator of the branch is unknown", "no frobnicator");
  known("matching", "some frobnicator or other", "frobnicator");
  const Outcome made = make(kb, {"--no-input", "git/other", "--from", "-"},
                            "error: the remote frobnicator of the branch is unknown\n");
  const std::size_t matching = made.out.find("git/matching: its regex matches the error");
  const std::size_t alike = made.out.find("git/alike");
  REQUIRE(matching != std::string::npos);
  REQUIRE(alike != std::string::npos);
  CHECK(matching < alike);
}

TEST_CASE("new never overwrites an entry, an alias or a file", "[new]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected",
           replaced(clean_entry(), "\"aliases\": []", "\"aliases\": [\"git/push-refused\"]"));
  kb.write("entries/git/notes.json", "not an entry");
  std::filesystem::create_symlink("gone", kb.path("entries/git/dangling.json"));
  const std::string before = kb.read("entries/git/push-rejected.json");
  for (const char* id : {"git/push-rejected", "git/push-refused", "git/notes", "git/dangling"}) {
    INFO(id);
    const Outcome made = make(kb, {id, "--no-input", "--signature", "an error of its own kind"});
    CHECK(made.exit == 2);
    CHECK(has(made.err, "already"));
  }
  CHECK(kb.read("entries/git/push-rejected.json") == before);
  CHECK(kb.read("entries/git/notes.json") == "not an entry");
  CHECK(files_in(kb.path("entries")) == 2 + 1);
  for (const char* id : {"git", "Git/x", "../../x", "git/x/y", "/etc/x"}) {
    CHECK(make(kb, {id, "--no-input", "--signature", "an error of its own kind"}).exit == 2);
  }
}

TEST_CASE("of several that write one entry at once, one does", "[new]") {
  const KnowledgeBaseFolder kb;
  std::vector<Outcome> outcomes(8);
  std::vector<std::thread> writers;
  for (Outcome& outcome : outcomes) {
    writers.emplace_back([&] {
      outcome = make(kb, {"git/raced", "--no-input", "--signature", "fatal: the same for all"});
    });
  }
  for (std::thread& writer : writers) writer.join();
  std::size_t written = 0;
  for (const Outcome& outcome : outcomes) {
    if (has(outcome.out, ": written")) ++written;
    CHECK((outcome.exit == 1 || outcome.exit == 2));
  }
  CHECK(written == 1);
  CHECK(files_in(kb.path("entries")) == 1);
}

TEST_CASE("new says what is wrong with what it is given", "[new]") {
  const KnowledgeBaseFolder kb;
  kb.write("empty.log", "");
  kb.write("fine.log", "all is well\nindeed\n");
  CHECK(has(make(kb, {"--from", "empty.log"}).err, "empty.log: is empty"));
  CHECK(has(make(kb, {"--from", "fine.log"}).err, "fine.log: no line looks like an error"));
  CHECK(make(kb, {"--from", "gone.log"}).exit == 2);
  CHECK(make(kb, {"--from", "."}).exit == 2);
  CHECK(make(kb, {"--no-input"}).exit == 2);
  CHECK(make(kb, {"git/a", "git/b"}).exit == 2);
  CHECK(make(kb, {"--today", "soon"}).exit == 2);
  CHECK(files_in(kb.path("entries")) == 0);
  // With the signature given, the log need not tell it.
  CHECK(make(kb, {"git/a", "--from", "fine.log", "--signature", "all is not well here"}).exit == 1);
}

TEST_CASE("new survives any log", "[new][hostile][slow]") {
  const KnowledgeBaseFolder kb;
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>((i * 2654435761u) >> 13);
  std::string large;
  while (large.size() < 100'000'000) large += "Nov 24 17:19:59 host app[1]: nothing to see here\n";
  large += "Nov 24 17:19:59 host app[1]: fatal: the disk of the archive is gone";
  const std::string long_line = "error: cannot read " + std::string(10'000'000, 'x');
  const std::string escapes = "error: \x1b[31mcannot\x1b[0m open \xff\xfe the door \x1b]8;;";
  int id = 0;
  for (const std::string& log : {bytes, large, long_line, escapes, std::string("error: no end"),
                                 std::string(1'000'000, '\n'), std::string(1'000'000, '{'),
                                 "{\"error\":\"" + std::string(60'000, '\\') + "\"}"}) {
    const Outcome made =
        make(kb, {"git/n" + std::to_string(id++), "--no-input", "--from", "-"}, log);
    INFO(log.substr(0, 40) << made.err);
    CHECK((made.exit == 1 || made.exit == 2));
    if (made.exit == 2) CHECK(has(made.err, "kbc: <stdin>: "));
  }
  CHECK(has(kb.read("entries/git/n1.json"), "fatal: the disk of the archive is gone"));
  const Outcome judged = kb.validate({"--format", "short", "--quiet", "--select",
                                      "regex,json,text-control,text-invisible,text-whitespace"});
  CHECK(judged.out.empty());
}

TEST_CASE("the editor has the last word, and its text is never lost", "[new]") {
  const KnowledgeBaseFolder kb;
  TemporaryFolder scratch;
  const std::string tmp = "TMPDIR=" + scratch.path();
  Arguments arguments = with({"new", "--today", "2026-01-15", "--from", "-", "--edit"}, kSaid);
  const auto edit = [&](const std::string& script) {
    return run(arguments, kb.path(), kLog, {tmp, "VISUAL=", editor(kb, script)});
  };

  Outcome made = edit("printf 'not json' > \"$1\"\n");
  CHECK(made.exit == 1);
  CHECK(has(made.out, "json-syntax"));
  CHECK(has(made.out, "the text is in " + scratch.path()));
  CHECK(files_in(scratch.path()) == 1);
  made = edit("exit 3\n");
  CHECK(made.exit == 2);
  CHECK(has(made.err, "the text is in " + scratch.path()));
  CHECK(files_in(scratch.path()) == 2);
  CHECK(files_in(kb.path("entries")) == 0);

  made =
      edit("sed -i 's/not installed/absent/; s/^  *//; s#" + kId + "#python/no-module#' \"$1\"\n");
  CHECK(made.exit == 0);
  CHECK(has(kb.read("entries/python/no-module.json"), "The package is absent for"));
  CHECK(run({"fmt", "--check"}, kb.path()).exit == 0);
  CHECK(files_in(scratch.path()) == 2);

  // The name was taken in the meantime.
  arguments.emplace_back("--anyway");
  made = edit("sed -i 's#" + kId + "#python/no-module#' \"$1\"\n");
  CHECK(made.exit == 2);
  CHECK(has(made.err, "the text is in"));
  CHECK(files_in(scratch.path()) == 3);
}

TEST_CASE("at a terminal new asks for what is missing and checks each answer", "[new]") {
  const KnowledgeBaseFolder kb;
  kb.write("run.log", kLog);
  TerminalSession session({"new", "--today", "2026-01-15", "--from", "run.log"}, kb.path());
  const auto answer = [&](std::string_view question, std::string_view keys) {
    const bool is_asked = session.sees(question);
    INFO(question << " in " << session.screen());
    REQUIRE(is_asked);
    session.type(keys);
  };
  answer("signature (", "\r");
  answer("regex (", "\r");
  answer("error-code (", "\r");
  answer("domain (", "\r");
  answer("id (", "\x15python/no-module-named\r");
  answer("category (", "\x15?\r");
  REQUIRE(session.sees("import_error  "));
  answer("category (", "\x15import_eror\r");
  REQUIRE(session.sees("did you mean"));
  // The proposal is on the line again, not what was refused.
  answer("category (", "\r");
  answer("root-cause (", "The package is not installed for this interpreter.\r");
  answer("root-cause-type (",
         "\x15"
         "absent_dependency\r");
  answer("version (",
         "\x15"
         "Python >=3.6\r");
  answer("dead-end (", "Install it with another interpreter's pip\r");
  answer("why-fails (", "Every interpreter has packages of its own.\r");
  answer("fail-rate (", "80%\r");
  REQUIRE(session.sees("taken as 0.8"));
  answer("resolvable (", "?\r");
  REQUIRE(session.sees("partial"));
  answer("resolvable (", "true\r");
  answer("workaround (", "Install it with `python3 -m pip`\r");
  answer("how (", "\r");
  answer("success-rate (", "0.9\r");
  answer("fix-success-rate (", "0.9\r");
  answer("confidence (", "0.7\r");
  answer("doc-url (", "https://docs.python.org/3/library/exceptions.html\r");
  answer("verification-tier (", "\r");
  answer("another example (", "ImportError: nothing of the kind\r");
  REQUIRE(session.sees("does not match"));
  answer("another example (", "ModuleNotFoundError: No module named 'numpy'\r");
  answer("counterexample (", "ImportError: cannot import name 'yaml'\r");
  answer("source (", "https://docs.example.org/yaml\r");
  CHECK(session.end() == 0);
  CHECK(has(session.screen(), "entries/python/no-module-named.json: written"));
  CHECK(kb.validate({"--quiet", "--fail-on", "info"}).out.empty());
}

TEST_CASE("at a terminal an answer may be an entry that is there, or none", "[new]") {
  const KnowledgeBaseFolder kb;
  TemporaryFolder scratch;
  kb.clean("push-rejected");
  kb.write("push.log", "error: failure of push-rejected\n");
  TerminalSession known({"new", "--from", "push.log"}, kb.path());
  REQUIRE(known.sees("write another one? [y/n]"));
  known.type("n\r");
  CHECK(known.end() == 0);
  CHECK(has(known.screen(), "nothing was written"));

  // One that only says something similar is no reason to ask.
  kb.write("similar.log", "error: failure of some other push-rejected thing\n");
  TerminalSession similar({"new", "--from", "similar.log"}, kb.path());
  REQUIRE(similar.sees("signature ("));
  CHECK(has(similar.screen(), "git/push-rejected"));
  CHECK(!has(similar.screen(), "write another one?"));
  similar.type("\x15\x04");
  CHECK(similar.end() == 1);

  kb.write("run.log", kLog);
  TerminalSession ended({"new", "--from", "run.log"}, kb.path(), {"TMPDIR=" + scratch.path()});
  REQUIRE(ended.sees("signature ("));
  ended.type(
      "\x15"
      "an answer that shall not be lost\r");
  REQUIRE(ended.sees("regex ("));
  // With a proposal on the line.
  ended.type("\x04");
  CHECK(ended.end() == 1);
  CHECK(has(ended.screen(), "nothing was written; the text is in " + scratch.path()));
  CHECK(files_in(scratch.path()) == 1);
  CHECK(files_in(kb.path("entries")) == 1);

  TerminalSession left({"new", "--from", "run.log"}, kb.path(), {"TMPDIR=" + scratch.path()});
  REQUIRE(left.sees("signature ("));
  left.type("\r");
  REQUIRE(left.sees("regex ("));
  left.type("half an answer\x03");
  CHECK(left.end() == 1);
  CHECK(has(left.screen(), "nothing was written; the text is in " + scratch.path()));
  CHECK(files_in(scratch.path()) == 2);
}

}  // namespace kbc
