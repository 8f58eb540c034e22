// `kbc match`, run as a user would run it.

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"

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

TEST_CASE("match shows what does not help, then what does", "[match]") {
  const Outcome found = match({kMessage});
  CHECK(found.exit == 0);
  const std::size_t bad = found.out.find("What does not help");
  const std::size_t good = found.out.find("What helps");
  REQUIRE(bad != std::string::npos);
  REQUIRE(good != std::string::npos);
  CHECK(bad < good);
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
  CHECK(holds(shown({"--top", "1"}), "  and 2 more"));
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
}

}  // namespace kbc
