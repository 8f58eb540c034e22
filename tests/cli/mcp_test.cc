// `kbc mcp`, run as a client would run it. What is said in both eras of the protocol is in
// tests/cli/mcp, each message on a line: `>` to kbc, `<` from it. With KBC_UPDATE=1 in the
// environment these files are rewritten instead.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "config/version.h"
#include "mcp/tool.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const fs::path kExpected = fs::path(KBC_SOURCE_FOLDER) / "tests" / "cli" / "mcp";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Two entries of which one leads to the other.
class TwoEntries : public KnowledgeBaseFolder {
 public:
  TwoEntries() {
    entry("git/push-rejected", clean_entry());
    entry("git/push-timeout", linked("push-timeout", "git/push-rejected"));
  }
};

// The messages of a file and what kbc says to each; every request has one answer.
std::string transcript(const std::string& expected, const std::string& out) {
  const std::vector<std::string> answers = lines_of(out);
  std::size_t next = 0;
  std::string text;
  for (const std::string& line : lines_of(expected)) {
    if (!line.starts_with("> ")) continue;
    text += line + '\n';
    const bool is_answered = line.find("\"id\":") != std::string::npos;
    if (is_answered && next < answers.size()) text += "< " + answers[next++] + '\n';
  }
  for (; next < answers.size(); ++next) text += "unexpected: " + answers[next] + '\n';
  const std::string version = "\"version\":\"" + std::string(kVersion);
  for (std::size_t at = 0; (at = text.find(version, at)) != std::string::npos;) {
    text.replace(at, version.size(), "\"version\":\"VERSION");
  }
  return text;
}

void check_transcript(const std::string& name) {
  const fs::path file = kExpected / name;
  const std::string expected = read(file);
  std::string sent;
  for (const std::string& line : lines_of(expected)) {
    if (line.starts_with("> ")) sent += line.substr(2) + '\n';
  }
  const TwoEntries kb;
  REQUIRE(run({"build", "--emit", "index", "--out", "."}, kb.path()).exit == 0);
  const Outcome outcome = run({"mcp", "--index", "kb.kbx"}, kb.path(), sent);
  CHECK(outcome.exit == 0);
  CHECK(outcome.err == "");
  const std::string now = transcript(expected, outcome.out);
  if (std::getenv("KBC_UPDATE") != nullptr) {
    std::ofstream(file, std::ios::binary) << now;
    return;
  }
  CHECK(now == expected);
}

// A request of the latest version.
std::string request(const std::string& method, const std::string& params) {
  return R"({"jsonrpc":"2.0","id":1,"method":")" + method +
         R"(","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)" +
         R"("io.modelcontextprotocol/clientCapabilities":{}})" + (params.empty() ? "" : ",") +
         params + "}}\n";
}

std::string call(const std::string& tool, const std::string& arguments) {
  return request("tools/call", R"("name":")" + tool + R"(","arguments":{)" + arguments + "}");
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? "\\n" : std::string(1, c);
  }
  return out + '"';
}

}  // namespace

TEST_CASE("kbc mcp after a handshake says what it always said", "[mcp]") {
  check_transcript("handshake.txt");
}

TEST_CASE("kbc mcp without a handshake says what it always said", "[mcp]") {
  check_transcript("stateless.txt");
}

TEST_CASE("kbc mcp offers more tools with a knowledge base, and fewer on demand", "[mcp]") {
  const TwoEntries kb;
  const std::string list = request("tools/list", "");
  const Outcome here = run({"mcp"}, kb.path(), list);
  CHECK(occurrences(here.out, "\"inputSchema\"") == 5);
  CHECK(occurrences(here.out, "check_entry") == 0);
  const Outcome named = run({"mcp", "--kb", "."}, kb.path(), list);
  CHECK(occurrences(named.out, "\"inputSchema\"") == all_tools().size());
  CHECK(named.out.size() <= 10'000);
  const Outcome few =
      run({"mcp", "--kb", ".", "--tools", "get_entry,draft_entry"}, kb.path(), list);
  CHECK(occurrences(few.out, "\"inputSchema\"") == 2);
  const Outcome none = run({"mcp", "--tools", "get_entri"}, kb.path(), list);
  CHECK(none.exit == 2);
  CHECK(none.err == "kbc: --tools: no tool is called `get_entri`; did you mean `get_entry`?\n");
  const Outcome without = run({"mcp", "--tools", "get_entry,draft_entry"}, kb.path(), list);
  CHECK(without.exit == 2);
  CHECK(without.out == "");
  CHECK(without.err ==
        "kbc: --tools: `draft_entry` needs a knowledge base: name its folder with --kb\n");
}

TEST_CASE("kbc mcp ends with its input, and says what it cannot read", "[mcp]") {
  const TwoEntries kb;
  const Outcome nothing = run({"mcp", "--kb", "."}, kb.path());
  CHECK(nothing.exit == 0);
  CHECK(nothing.out == "");
  const Outcome cut =
      run({"mcp", "--kb", "."}, kb.path(), R"({"jsonrpc":"2.0","id":"last","method":"ping"})");
  CHECK(cut.out == "{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"result\":{}}\n");
  const Outcome missing = run({"mcp", "--index", "none.kbx"}, kb.path());
  CHECK(missing.exit == 2);
  CHECK(occurrences(missing.err, "none.kbx") == 1);
  kb.write("bad.kbx", "no index");
  CHECK(run({"mcp", "--index", "bad.kbx"}, kb.path()).exit == 2);
}

TEST_CASE("check_entry finds what kbc validate finds", "[mcp]") {
  const TwoEntries kb;
  const std::string bad = replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 85");
  const auto check = [&](const std::string& text, const std::string& id) {
    return run({"mcp", "--kb", "."}, kb.path(),
               call("check_entry", "\"json\":" + quoted(text) + ",\"id\":\"" + id + "\""))
        .out;
  };
  const std::string found = check(bad, "git/push-rejected");
  CHECK(occurrences(found, R"("rule":"rate-percent","severity":"error")") == 1);
  CHECK(occurrences(found, R"("errors":1)") == 1);
  CHECK(occurrences(found, R"("fix":{)") > 0);
  CHECK(occurrences(found, R"("isError":false)") == 1);
  const std::string other = check(bad, "git/other");
  CHECK(occurrences(other, R"("rule":"id-duplicate")") == 1);
  CHECK(occurrences(check("{", "git/new"), R"("rule":"json-syntax")") == 1);
  const std::string refused = check(bad, "../x");
  CHECK(occurrences(refused, "is not an id") == 1);
  CHECK(occurrences(refused, R"("isError":true)") == 1);
  CHECK(kb.read("entries/git/push-rejected.json") == clean_entry());
  CHECK(!fs::exists(kb.path("entries/git/other.json")));
}

TEST_CASE("draft_entry gives what a dry run of kbc new gives", "[mcp]") {
  const TwoEntries kb;
  const std::string log = "error: unknown frobnication `x`, no such thing";
  const Outcome drafted = run({"mcp", "--kb", "."}, kb.path(),
                              call("draft_entry", "\"log\":" + quoted("all is well\n" + log)));
  const Outcome dry = run({"new", "--dry-run", "--format", "json", "--from", "-"}, kb.path(),
                          "all is well\n" + log);
  const std::size_t entry = dry.out.find("\"signature\":");
  REQUIRE(entry != std::string::npos);
  const std::size_t begin = dry.out.find('"', entry + 12), end = dry.out.find("\",", begin);
  const std::string signature = dry.out.substr(begin, end - begin);
  CHECK(signature.size() > 20);
  CHECK(occurrences(drafted.out, "\"signature\":" + signature) == 1);
  CHECK(occurrences(drafted.out, "\"missing\":[{\"pointer\":") == 1);
  CHECK(occurrences(drafted.out, "\"line\":2") == 1);
  const Outcome none =
      run({"mcp", "--kb", "."}, kb.path(), call("draft_entry", R"("log":"all is well\nindeed")"));
  CHECK(occurrences(none.out, R"("isError":true)") == 1);
  CHECK(occurrences(none.out, "no line looks like an error") == 1);
}

}  // namespace kbc
