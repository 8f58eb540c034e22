// Logs that are no text as they are: compressed, in UTF-16, with zeros; and lines that go on.

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;
const std::string kMessage = "! [rejected] main -> main (non-fast-forward)";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string in_utf16(std::string_view text) {
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

}  // namespace

TEST_CASE("a compressed log is refused with the command that reads it", "[match]") {
  const struct {
    std::string bytes, name, reader;
  } kLogs[] = {{std::string("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10), "gzip", "zcat"},
               {std::string("\xFD\x37zXZ\0\0\x04", 8), "xz", "xzcat"},
               {"\x28\xB5\x2F\xFD rest", "zstd", "zstdcat"},
               {"BZh91AY&SYrest", "bzip2", "bzcat"}};
  const TemporaryFolder folder;
  for (const auto& log : kLogs) {
    CAPTURE(log.name);
    folder.write("log", log.bytes);
    const std::string path = folder.path("log");
    const Outcome match = run({"match", "--file", path}, kSource);
    CHECK(match.exit == 2);
    CHECK(match.out.empty());
    CHECK(holds(match.err, path + ": compressed with " + log.name + "; use `" + log.reader + " " +
                               path + " | kbc match -`"));
    const Outcome piped = run({"match", "-"}, kSource, log.bytes);
    CHECK(piped.exit == 2);
    CHECK(holds(piped.err, "use `… | " + log.reader + " | kbc match -`"));
    const Outcome made = run({"new", "git/some-error", "--from", path}, kSource);
    CHECK(made.exit == 2);
    CHECK(holds(made.err, log.reader + " " + path + " | kbc new --from -`"));
  }
  CHECK(run({"match", "-"}, kSource, "BZh9 " + kMessage).exit == 0);
}

TEST_CASE("zeros in a log are passed over, and many are told", "[match]") {
  const std::string zeros(200, '\0');
  const Outcome many = run({"match", "-"}, kSource, zeros + kMessage + zeros + "\n");
  CHECK(many.exit == 0);
  CHECK(holds(many.err, "more than a tenth of it are zero bytes, which are passed over"));
  const Outcome few = run({"match", "-"}, kSource,
                          "! [rejected] main -> ma" + std::string(1, '\0') +
                              "in (non-fast-forward)\n" + std::string(100, 'x'));
  CHECK(few.exit == 0);
  CHECK(few.err.empty());
  const Outcome wide = run({"match", "-"}, kSource, in_utf16("x\n" + kMessage + "\n"));
  CHECK(wide.exit == 0);
  CHECK(wide.err.empty());
}

TEST_CASE("a match over line ends is shown where it begins", "[match]") {
  const TemporaryFolder folder;
  folder.write("kbc.json", "{}");
  folder.write("entries/a/b.json",
               R"json({"id": "a/b", "signature": "cannot start: no gear",
                       "regex": "cannot start:\\s+no (?P<what>\\w+)"})json");
  const Outcome found = run({"match", "--kb", folder.path(), "--format", "ndjson", "-"},
                            folder.path(), "fine\nengine: cannot start:\n  no gear\n");
  CHECK(found.exit == 0);
  CHECK(holds(found.out, R"("line":2,"begin":8,"end":31)"));
  CHECK(holds(found.out, R"("captures":{"what":"gear"})"));
}

}  // namespace kbc
