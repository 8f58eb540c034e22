// `kbc match`, run as a user would run it.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;
const std::string kMessage = "! [rejected] main -> main (non-fast-forward)";

Outcome match(std::vector<std::string> arguments, std::string_view input = {}) {
  arguments.insert(arguments.begin(), "match");
  return run(arguments, kSource, input);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The index of the repository's entries.
class IndexFolder : public TemporaryFolder {
 public:
  IndexFolder() {
    REQUIRE(run({"build", "--kb", kSource, "--emit", "index", "--out", TemporaryFolder::path()},
                kSource)
                .exit == 0);
  }
  std::string file() const { return path("kb.kbx"); }
};

}  // namespace

TEST_CASE("match shows what helps, then what does not", "[match]") {
  const Outcome found = match({kMessage});
  CHECK(found.exit == 0);
  const std::size_t bad = found.out.find("What does not help");
  const std::size_t good = found.out.find("What helps");
  REQUIRE(bad != std::string::npos);
  REQUIRE(good != std::string::npos);
  CHECK(good < bad);
  CHECK(holds(found.out, "git/push-rejected-non-fast-forward"));
  const Outcome none = match({"all is well"});
  CHECK(none.exit == 1);
  CHECK(none.out == "");
}

TEST_CASE("match finds in an index what it finds in the entries", "[match]") {
  const IndexFolder folder;
  for (const std::string format : {"text", "json", "ndjson"}) {
    CAPTURE(format);
    const Outcome in_index = match({kMessage, "--index", folder.file(), "--format", format});
    CHECK(in_index.exit == 0);
    CHECK(in_index.out == match({kMessage, "--format", format}).out);
  }
}

TEST_CASE("match reads lines and says where", "[match]") {
  const IndexFolder folder;
  const std::string log = "fine\n" + kMessage + "\r\nfine\n" + kMessage;
  const Outcome lines =
      match({"-", "--format", "ndjson", "--index", folder.file(), "--top", "1"}, log);
  CHECK(lines.exit == 0);
  CHECK(holds(lines.out, "\"line\":2,"));
  CHECK(holds(lines.out, "\"line\":4,"));
  CHECK(std::count(lines.out.begin(), lines.out.end(), '\n') == 2);
  const std::string file = folder.path("build.log");
  std::ofstream(file) << log;
  const Outcome grouped = match({"--file", file, "--index", folder.file()});
  CHECK(holds(grouped.out, "lines 2, 4"));
  CHECK(match({"--file", file, "--index", folder.file(), "--format", "json"})
            .out.find("\"count\":2,\"lines\":[2,4]") != std::string::npos);
  CHECK(match({"-", "--index", folder.file()}, "").exit == 1);
}

TEST_CASE("match counts what it does not show", "[match]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"push", "pull", "fetch"}) kb.clean(slug);
  std::string log;
  for (int line = 0; line < 12; ++line) log += "failure of push, failure of pull\n";
  const auto shown = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"match", "--file", "log"});
    return run(arguments, kb.path()).out;
  };
  kb.write("log", log);
  CHECK(holds(shown({}), "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more"));
  CHECK(!holds(shown({}), "  and 1 more"));
  CHECK(holds(shown({"--top", "1"}), "  and 1 more"));
  kb.write("log", "failure of push\nfailure of pull\nfailure of fetch\n");
  CHECK(holds(shown({"--top", "1"}), "  and 2 more; --all lists them\n"));
}

TEST_CASE("what stands around Chinese texts is Chinese", "[match]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"push", "pull", "fetch"}) kb.clean(slug);
  std::string log = "failure of fetch\n";
  for (int line = 0; line < 12; ++line) log += "failure of push, failure of pull\n";
  kb.write("log", log);
  const std::string text =
      run({"match", "--file", "log", "--lang", "zh", "--top", "2", "--long", "all"}, kb.path()).out;
  CAPTURE(text);
  CHECK(holds(text, "第 2、3、4、5、6、7、8、9、10、11 行 以及另外 2 处: "));
  CHECK(holds(text, "(12 次，首次在第 2 行)"));
  CHECK(holds(text, "  另有 1 个条目；用 --all 列出\n"));
  CHECK(holds(text, "有效："));
  for (const char* word : {" more", "lines ", " times", "helps", "fails", "Source: "}) {
    CHECK_FALSE(holds(text, word));
  }
}

TEST_CASE("match reads lines of any length", "[match]") {
  const IndexFolder folder;
  std::string log(5000000, 'x');
  log += "\n" + kMessage + "\n" + std::string(3000000, '\xFF');
  const Outcome found = match({"-", "--index", folder.file(), "--format", "ndjson"}, log);
  CHECK(found.exit == 0);
  CHECK(holds(found.out, "\"line\":2,"));
}

TEST_CASE("match tells what the named groups of a regex have matched", "[match]") {
  const KnowledgeBaseFolder kb;
  kb.entry(
      "git/push-rejected",
      replaced(clean_entry(), R"("regex": "failed to push some refs")",
               R"-("regex": "some refs|rejected.*\\((?P<reason>[a-z-]+)|(?P<unused>declined)")-"));
  const auto found = [&](const std::string& format) {
    return run({"match", "x " + kMessage, "--kb", kb.path(), "--format", format}, kb.path()).out;
  };
  CHECK(holds(found("ndjson"), R"("captures":{"reason":"non-fast-forward"},)"));
  CHECK(holds(found("json"), R"("captures":{"reason":"non-fast-forward"},)"));
  CHECK(holds(found("text"), "\n  reason: non-fast-forward\n"));
  CHECK_FALSE(holds(match({kMessage, "--format", "ndjson"}).out, "captures"));
}

TEST_CASE("match looks past colours, and says where in the line it was given", "[match]") {
  const IndexFolder folder;
  const std::string colored =
      "\x1b[01m\x1b[Kbus.cc:1:10:\x1b[m\x1b[K \x1b[01;31m\x1b[Kfatal error: \x1b[m\x1b[Kzmq.hpp: "
      "No such "
      "file or directory";
  const std::string place =
      "\"begin\":" + std::to_string(colored.find(":1:10")) +
      ",\"end\":" + std::to_string(colored.size()) +
      ",\"matched\":\":1:10: fatal error: zmq.hpp: No such file or directory\"";
  for (const std::string format : {"json", "ndjson"}) {
    CAPTURE(format);
    const Outcome as_text = match({colored, "--index", folder.file(), "--format", format});
    CHECK(holds(as_text.out, "cpp/header-not-found"));
    CHECK(holds(as_text.out, place));
    CHECK(match({"-", "--index", folder.file(), "--format", format}, colored).out == as_text.out);
  }
  // Of a long text only what is around the match is shown; the place is one of the whole.
  const std::string long_text = std::string(2000, 'x') + ' ' + kMessage;
  const std::string at = "\"begin\":" + std::to_string(2001 + kMessage.find("[rejected]")) + ",";
  CHECK(holds(match({long_text, "--index", folder.file(), "--format", "json"}).out, at));
}

// What comes after the cut is shorter than what was read, so that it is noticed however late.
TEST_CASE("match follows a log, also when it is cut or replaced", "[match][slow]") {
  const IndexFolder folder;
  const Outcome followed = run_program("sh",
                                       {"-c", R"sh(
say() { echo 'fatal: refusing to merge unrelated histories' >>log; }
seen() { for try in $(seq 1200); do [ "$(wc -l <found)" = "$1" ] && return; sleep 0.1; done; echo "not $1"; }
: >log
"$0" match --file log --follow --format ndjson --index kb.kbx >found &
printf 'fine %0200d\n' 0 >>log; say; seen 1
: >log; say; seen 2
printf 'fatal: refusing to merge ' >>log; mv log log.1; echo 'unrelated histories' >>log.1
say; seen 4
kill $!
cat found)sh",
                                        kbc_binary()},
                                       folder.TemporaryFolder::path());
  CHECK(std::count(followed.out.begin(), followed.out.end(), '\n') == 4);
  CHECK(holds(followed.out, "\"line\":5,"));
  CHECK_FALSE(holds(followed.out, "not "));
}

TEST_CASE("match hands on each hit before it waits for the next line", "[match]") {
  const IndexFolder folder;
  // The second line is written when the first has been answered.
  const Outcome answered = run_program("sh",
                                       {"-c", R"sh(
mkfifo log
"$0" match - --format ndjson --index kb.kbx <log >found &
exec 3>log
for n in 1 2 3; do
  echo 'fatal: refusing to merge unrelated histories' >&3
  for try in $(seq 1200); do [ "$(wc -l <found)" = $n ] && break; sleep 0.1; done
  wc -l <found
done
exec 3>&-
wait $!
echo "exit $?")sh",
                                        kbc_binary()},
                                       folder.TemporaryFolder::path());
  CHECK(answered.out == "1\n2\n3\nexit 0\n");
}

TEST_CASE("match stops when nobody takes what it writes", "[match]") {
  const IndexFolder folder;
  std::string log;
  for (int line = 0; line < 30000; ++line) log += kMessage + '\n';
  folder.write("log", log);
  for (const std::string format : {"text", "json", "ndjson"}) {
    CAPTURE(format);
    const Outcome full = run_program(
        "sh",
        {"-c", R"sh(exec "$0" match --file log --index kb.kbx --format "$1" >/dev/full)sh",
         kbc_binary(), format},
        folder.TemporaryFolder::path());
    CHECK(full.exit == 2);
    CHECK(full.err == "kbc: standard output cannot be written\n");
  }
  const Outcome closed = run_program(
      "sh",
      {"-c", R"sh("$0" match --file log --index kb.kbx --format ndjson | head -1 | wc -l)sh",
       kbc_binary()},
      folder.TemporaryFolder::path());
  CHECK(closed.out == "1\n");
}

TEST_CASE("match explains", "[match]") {
  const Outcome explained = match({kMessage, "--explain"});
  CHECK(explained.exit == 0);
  for (const std::string part : {"pattern ", "matched ", "literal ", "specificity ", "coverage ",
                                 "confidence ", "context ", "confusion "}) {
    CAPTURE(part);
    CHECK(holds(explained.out, part));
  }
}

TEST_CASE("match takes filters, and refuses what it cannot do", "[match]") {
  CHECK(match({kMessage, "--product", "Git"}).exit == 0);
  CHECK(match({kMessage, "--product", "no-such-product"}).exit == 1);
  CHECK(match({kMessage, "--min-score", "30"}).exit == 0);
  for (const std::string format : {"text", "json", "ndjson"}) {
    const Outcome none = match({kMessage, "--min-score", "100", "--format", format});
    CHECK(none.exit == 1);
    CHECK(none.out.find("git/") == std::string::npos);
  }
  CHECK(match({kMessage, "--min-score", "101"}).exit == 2);
  CHECK(match({}).exit == 2);
  CHECK(match({"x", "--file", "y"}).exit == 2);
  CHECK(match({"x", "--format", "yaml"}).exit == 2);
  CHECK(match({"x", "--top", "0"}).exit == 2);
  CHECK(match({"x", "--follow"}).exit == 2);
  CHECK(match({"--file", "/no/such/file"}).exit == 2);
  CHECK(match({"x", "--index", "/no/such/file"}).exit == 2);
  CHECK(match({"x", "--explain", "--format", "json"}).exit == 2);
  CHECK(match({"x", "--each"}).exit == 2);
  CHECK(match({"x", "--brief", "--format", "json"}).exit == 2);
  for (const std::string wrong : {"0", "-1", "1x", "", "most"}) {
    CHECK(match({"x", "--long", wrong}).exit == 2);
  }
}

TEST_CASE("match says that nothing is known, what is near, and how to begin an entry", "[match]") {
  const IndexFolder folder;
  const std::string unknown = "sqlite3: the database is busy and locked, so they say";
  for (const std::string format : {"text", "json", "ndjson"}) {
    CAPTURE(format);
    const Outcome none = match({unknown, "--index", folder.file(), "--format", format});
    CHECK(none.exit == 1);
    CHECK(none.out == (format == "json" ? "[]\n" : ""));
    CHECK(holds(none.err, "kbc: no entry is known for what was read: 1 line\n"));
    CHECK(holds(none.err, "kbc: nearest by words: sqlite/database-is-locked, "));
    CHECK(holds(none.err, "`kbc new --from -` begins an entry"));
  }
  CHECK(holds(match({unknown}).err, "nearest by words: sqlite/database-is-locked, "));
  CHECK(holds(match({"one\ntwo"}).err, "was read: 2 lines\n"));
  CHECK(holds(match({"-"}, "").err, "was read: 0 lines\n"));
  CHECK(match({kMessage}).err.find("nearest") == std::string::npos);

  // Of a log, the line that tells the error.
  std::string log;
  for (int line = 0; line < 20000; ++line)
    log += "redis oom rust borrow " + std::to_string(line) + "\n";
  folder.write("a log",
               log + "fatal error: certificate of this server is no longer valid, expired\n");
  const Outcome none = match({"--file", folder.path("a log"), "--index", folder.file()});
  CHECK(none.exit == 1);
  CHECK(holds(none.err, "was read: 20001 lines\n"));
  const std::size_t nearest = none.err.find("nearest by words: ");
  REQUIRE(nearest != std::string::npos);
  CHECK(holds(none.err.substr(nearest), "tls/certificate-has-expired"));
  CHECK(holds(none.err, "`kbc new --from '" + folder.path("a log") + "'` begins an entry\n"));
}

TEST_CASE("match without word tables names no neighbours", "[match]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push");
  const Outcome none = run({"match", "zzz qqq"}, kb.path());
  CHECK(none.exit == 1);
  CHECK_FALSE(holds(none.err, "nearest"));
}

TEST_CASE("match takes a file's name for a text, and says so", "[match]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push");
  kb.write("build.log", "failure of push\n");
  kb.write("failure of push", "");
  const Outcome none = run({"match", "build.log"}, kb.path());
  CHECK(none.exit == 1);
  CHECK(holds(none.err, "`build.log` was matched as a text; `--file` reads the file"));
  const Outcome found = run({"match", "failure", "of", "push"}, kb.path());
  CHECK(found.exit == 0);
  CHECK(holds(found.err, "`failure of push` was matched as a text"));
  CHECK_FALSE(holds(run({"match", "--file", "build.log"}, kb.path()).err, "matched as a text"));
}

TEST_CASE("match reads several files, and says in which a hit is", "[match]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"push", "pull"}) kb.clean(slug);
  kb.write("a.log", "fine\nfailure of push\n");
  kb.write("b.log", "failure of pull\nfine\nfailure of push\n");
  const auto matched = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "match");
    return run(arguments, kb.path());
  };
  const Outcome lines = matched({"--file", "a.log", "--file", "b.log", "--format", "ndjson"});
  CHECK(lines.exit == 0);
  CHECK(holds(lines.out, R"("file":"a.log","line":2,)"));
  CHECK(holds(lines.out, R"("file":"b.log","line":1,)"));
  CHECK(holds(lines.out, R"("file":"b.log","line":3,)"));
  const Outcome grouped = matched({"--file", "a.log", "--file", "b.log", "--format", "json"});
  CHECK(holds(grouped.out, R"("count":2,"lines":[2,3],"files":["a.log","b.log"])"));
  const Outcome text = matched({"--file", "a.log", "--file", "b.log"});
  CHECK(holds(text.out, "  git/push: failure of push (2 times, first in a.log:2)\n"));
  CHECK(holds(text.out, "  git/pull: failure of pull (b.log:1)\n"));
  CHECK(holds(text.out, "\na.log:2, b.log:3: failure of push\n"));
  CHECK_FALSE(holds(matched({"--file", "a.log", "--format", "ndjson"}).out, "\"file\""));

  // One that cannot be read does not hide what is in the others.
  const Outcome some = matched({"--file", "gone", "--file", "b.log", "--format", "ndjson"});
  CHECK(some.exit == 2);
  CHECK(holds(some.err, "kbc: gone: No such file or directory\n"));
  CHECK(holds(some.out, R"("file":"b.log","line":1,)"));
  CHECK(matched({"--file", "a.log", "--file", "b.log", "--follow", "--format", "ndjson"}).exit ==
        2);
  CHECK(matched({"-", "--file", "a.log"}).exit == 2);
}

TEST_CASE("match lists several hits, the cause before what follows from it", "[match]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"fetch", "pull"}) kb.clean(slug);
  kb.entry("git/push", linked("push", "git/pull"));
  // In a circle.
  kb.entry("git/one", linked("one", "git/two"));
  kb.entry("git/two", linked("two", "git/one"));
  const auto shown = [&](const std::string& log, std::vector<std::string> arguments = {}) {
    kb.write("log", log);
    arguments.insert(arguments.begin(), {"match", "--file", "log"});
    return run(arguments, kb.path()).out;
  };
  const std::string log = "failure of pull\nfailure of fetch\nfailure of push\nfailure of pull\n";
  const std::string found = shown(log);
  CHECK(
      found.starts_with("  git/fetch: failure of fetch (line 2)\n"
                        "  git/push: failure of push (line 3)\n"
                        "  git/pull: failure of pull (2 times, first in line 1)\n"
                        "\nline 2: failure of fetch\n"));
  CHECK(occurrences(found, "What helps") == 1);
  CHECK(occurrences(shown(log, {"--long", "2"}), "What helps") == 2);
  CHECK(occurrences(shown(log, {"--long", "all"}), "What helps") == 3);
  CHECK(holds(shown(log, {"--top", "1"}), "  and 2 more"));
  CHECK(occurrences(shown(log, {"--top", "1", "--long", "all"}), "What helps") == 1);
  CHECK(shown("failure of two\nfailure of one\n").starts_with("  git/two: "));
  CHECK(shown("failure of one\nfailure of two\n").starts_with("  git/one: "));
  // One hit needs no list.
  CHECK(shown("failure of one\n").starts_with("line 1: failure of one\n\n"));
}

TEST_CASE("match answers each line, also one without a hit", "[match]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"push", "pull"}) kb.clean(slug);
  const auto each = [&](const std::string& input) {
    return run({"match", "-", "--format", "ndjson", "--each"}, kb.path(), input);
  };
  const Outcome answered = each("fine\nfailure of push, failure of pull\n\n" +
                                std::string(3000000, 'x') + " failure of push");
  CHECK(answered.exit == 0);
  std::vector<std::string> lines;
  std::istringstream in(answered.out);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == R"({"line":1,"hits":[]})");
  CHECK(lines[1].starts_with(R"({"line":2,"hits":[{"id":"git/pu)"));
  CHECK(occurrences(lines[1], "\"id\"") == 2);
  CHECK(lines[2] == R"({"line":3,"hits":[]})");
  CHECK(holds(lines[3], R"({"line":4,"hits":[{"id":"git/push",)"));
  CHECK(each("fine\n").exit == 1);
  CHECK(each("fine\n").out == "{\"line\":1,\"hits\":[]}\n");
}

// As a program does that keeps kbc beside it.
TEST_CASE("match answers each line before it waits for the next", "[match]") {
  const IndexFolder folder;
  const Outcome answered = run_program("sh",
                                       {"-c", R"sh(
mkfifo log
"$0" match - --format ndjson --each --index kb.kbx <log >found 2>/dev/null &
exec 3>log
for n in 1 2 3; do
  echo 'all is well' >&3
  for try in $(seq 1200); do [ "$(wc -l <found)" = $n ] && break; sleep 0.1; done
  wc -l <found
done
exec 3>&-
wait $!
echo "exit $?")sh",
                                        kbc_binary()},
                                       folder.TemporaryFolder::path());
  CHECK(answered.out == "1\n2\n3\nexit 1\n");
}

TEST_CASE("match fills what the message says into commands", "[match]") {
  const KnowledgeBaseFolder kb;
  std::string text = replaced(clean_entry(), R"("regex": "failed to push some refs")",
                              R"-("regex": "failed to push some refs to (?P<name>[^']*)")-");
  kb.entry("git/push-rejected", replaced(text, "`git pull --rebase`", "`git pull --rebase NAME`"));
  const auto shown = [&](const std::string& name) {
    return run({"match", "failed to push some refs to " + name}, kb.path()).out;
  };
  CHECK(holds(shown("origin/x-1"), "          git pull --rebase origin/x-1\n"));
  CHECK(holds(shown("x; reboot"), "          git pull --rebase NAME\n"));
  CHECK(holds(shown("-x"), "          git pull --rebase NAME\n"));
}

TEST_CASE("match is brief, and speaks Chinese", "[match]") {
  const IndexFolder folder;
  const std::string log = kMessage + "\nError: listen EADDRINUSE: address already in use :::3000\n";
  for (const std::string language : {"en", "zh"}) {
    std::vector<std::string> arguments = {"-", "--index", folder.file(), "--brief"};
    if (language == "zh") arguments.insert(arguments.end(), {"--lang", "zh"});
    const Outcome brief = match(arguments, log);
    CHECK(brief.exit == 0);
    CHECK(std::count(brief.out.begin(), brief.out.end(), '\n') <= 24);
    CHECK(holds(brief.out, language == "zh" ? "有效的做法" : "What helps"));
    CHECK(holds(brief.out, language == "zh" ? "（第 1 行）" : "(line 1)") == (language == "en"));
  }
}

TEST_CASE("match uses the index that was built, and never one of other entries", "[match]") {
  const KnowledgeBaseFolder kb;
  for (const std::string slug : {"push", "pull"}) kb.clean(slug);
  const auto matched = [&](const std::string& text) { return run({"match", text}, kb.path()); };
  const Outcome before = matched("failure of push");
  CHECK(before.exit == 0);
  CHECK(holds(before.err, "compiled 2 entries in "));
  CHECK(holds(before.err, "`kbc build` saves this"));
  REQUIRE(run({"build", "--today", "2026-01-15"}, kb.path()).exit == 0);
  const Outcome after = matched("failure of push");
  CHECK(after.out == before.out);
  CHECK(after.err == "");
  // In the same second, of the same size, and with the old time.
  const std::string file = kb.path("entries/git/pull.json"), old = kb.read("entries/git/pull.json");
  const auto time = std::filesystem::last_write_time(file);
  kb.write("entries/git/pull.json",
           replaced(old, "\"regex\": \"failure of pull\"", "\"regex\": \"failure of PULL|z\""));
  std::filesystem::last_write_time(file, time);
  CHECK(matched("zzz").exit == 0);
  CHECK(holds(matched("zzz").err, "compiled 2 entries in "));
  kb.write("entries/git/pull.json", old);
  CHECK(matched("failure of pull").err == "");
  CHECK(matched("zzz").exit == 1);
  kb.clean("fetch");
  CHECK(matched("failure of fetch").exit == 0);
  std::filesystem::remove(kb.path("entries/git/fetch.json"));
  CHECK(matched("failure of fetch").exit == 1);
  // Another case rule is another answer.
  kb.write("kbc.json", R"({"case_sensitive": true})");
  CHECK(matched("FAILURE of push").exit == 1);
  kb.write("kbc.json", "{}");
  CHECK(matched("FAILURE of push").exit == 0);
  // What is no index is none.
  kb.write("generated/kb.kbx", "x");
  CHECK(matched("failure of push").exit == 0);
}

}  // namespace kbc
