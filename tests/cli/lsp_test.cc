// `kbc lsp`, run as an editor would run it. Conversations are in tests/cli/lsp, each message on a
// line: `>` to kbc, `<` from it. KB stands for the address of the knowledge base, and TEXT(NAME)
// for the text of entries/NAME.json as a JSON string. With KBC_UPDATE=1 in the environment these
// files are rewritten instead.

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/lsp_client.h"
#include "config/version.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const fs::path kExpected = fs::path(KBC_SOURCE_FOLDER) / "tests" / "cli" / "lsp";

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

std::string all_replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Two entries of which one leads to the other, which leads nowhere back.
class TwoEntries : public KnowledgeBaseFolder {
 public:
  TwoEntries() {
    entry("git/push-rejected", clean_entry());
    entry("git/push-timeout", linked("push-timeout", "git/push-rejected"));
  }
};

std::string with_texts(std::string line, const KnowledgeBaseFolder& kb) {
  line = all_replaced(std::move(line), "\"KB", "\"" + uri_of_test(kb.path()));
  for (std::size_t at = 0; (at = line.find("TEXT(")) != std::string::npos;) {
    const std::size_t end = line.find(')', at);
    const std::string name = line.substr(at + 5, end - at - 5);
    line.replace(at, end + 1 - at, json_string(kb.read("entries/" + name + ".json")));
  }
  return line;
}

// Result ids depend on where the knowledge base lies. They are R1, R2 … in the order in which they
// come; that of no finding is always the same.
class ResultIds {
 public:
  std::string named(std::string message) {
    constexpr std::string_view kMember = "\"resultId\":\"";
    for (std::size_t at = 0; (at = message.find(kMember, at)) != std::string::npos;) {
      at += kMember.size();
      const std::string id = message.substr(at, 16);
      if (id == std::string(16, '0')) continue;
      const auto known = std::find(ids_.begin(), ids_.end(), id);
      const std::string name = "R" + std::to_string(known - ids_.begin() + 1);
      if (known == ids_.end()) ids_.push_back(id);
      message.replace(at, 16, name);
    }
    return message;
  }

  std::string meant(std::string message) const {
    for (std::size_t at = 0; at < ids_.size(); ++at) {
      message =
          all_replaced(message, "\"R" + std::to_string(at + 1) + "\"", "\"" + ids_[at] + "\"");
    }
    return message;
  }

 private:
  std::vector<std::string> ids_;
};

std::string transcript(const std::string& expected, const KnowledgeBaseFolder& kb) {
  LspClient client;
  ResultIds ids;
  std::string now;
  for (const std::string& line : lines_of(expected)) {
    if (line.starts_with("< ")) continue;
    now += line + '\n';
    if (!line.starts_with("> ")) continue;
    client.send(ids.meant(with_texts(line.substr(2), kb)));
    if (line.find("\"method\":\"exit\"") != std::string::npos) continue;
    for (const std::string& message : client.settle()) {
      now += "< " + ids.named(message) + '\n';
    }
  }
  CHECK(client.receive() == "");
  now = all_replaced(std::move(now), "\"" + uri_of_test(kb.path()), "\"KB");
  return all_replaced(std::move(now), "\"version\":\"" + std::string(kVersion),
                      "\"version\":\"VERSION");
}

void check_conversation(const std::string& name) {
  const fs::path file = kExpected / name;
  const std::string expected = read(file);
  const TwoEntries kb;
  const std::string now = transcript(expected, kb);
  if (std::getenv("KBC_UPDATE") != nullptr) {
    std::ofstream(file, std::ios::binary) << now;
    return;
  }
  CHECK(now == expected);
}

std::string initialize(const KnowledgeBaseFolder& kb, const std::string& capabilities,
                       const std::string& more = "") {
  return R"({"id":1,"method":"initialize","params":{"rootUri":")" + uri_of_test(kb.path()) +
         "\",\"capabilities\":{" + capabilities + "}" + more + "}}";
}

constexpr std::string_view kInitialized = R"({"method":"initialized","params":{}})";

std::string did_open(const std::string& uri, std::string_view text) {
  return R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":")" + uri +
         R"(","languageId":"json","version":1,"text":)" + json_string(text) + "}}}";
}

std::string with_version(std::string_view message) {
  return "{\"jsonrpc\":\"2.0\"," + std::string(message.substr(1));
}

}  // namespace

TEST_CASE("kbc lsp pushes findings about open files and about those that an edit breaks", "[lsp]") {
  check_conversation("push.txt");
}

TEST_CASE("kbc lsp answers a client that pulls, and holds what it asks of the workspace", "[lsp]") {
  check_conversation("pull.txt");
}

TEST_CASE("kbc lsp answers what an editor asks beyond findings", "[lsp]") {
  check_conversation("features.txt");
}

TEST_CASE("kbc lsp ends as the protocol says", "[lsp]") {
  const TwoEntries kb;
  const std::string begin =
      framed(with_version(initialize(kb, ""))) + framed(with_version(kInitialized));
  const std::string shutdown = framed(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})");
  const std::string exit = framed(R"({"jsonrpc":"2.0","method":"exit"})");
  CHECK(run({"lsp"}, kb.path(), begin + shutdown + exit).exit == 0);
  CHECK(run({"lsp", "--stdio"}, kb.path(), begin + exit).exit == 1);
  CHECK(run({"lsp"}, kb.path(), begin).exit == 1);
  CHECK(run({"lsp"}, kb.path(), "").exit == 1);
  const Outcome broken = run({"lsp"}, kb.path(), begin + "Content-Type: x\r\n\r\n{}");
  CHECK(broken.exit == 1);
  CHECK(broken.err == "kbc: standard input: a header without `Content-Length`\n");
}

TEST_CASE("kbc lsp ends when the process of the editor is gone", "[lsp]") {
  const TwoEntries kb;
  const pid_t gone = ::fork();
  if (gone == 0) ::_exit(0);
  REQUIRE(::waitpid(gone, nullptr, 0) == gone);
  LspClient client;
  client.send(initialize(kb, "", ",\"processId\":" + std::to_string(gone)));
  CHECK(client.receive().find("\"result\"") != std::string::npos);
  CHECK(client.receive() == "");
}

TEST_CASE("kbc lsp says nothing of files outside of every knowledge base", "[lsp]") {
  const TwoEntries kb;
  const TemporaryFolder other;
  LspClient client;
  client.send(initialize(kb, ""));
  client.send(kInitialized);
  client.settle();
  client.send(did_open(uri_of_test(other.path("entries/git/x.json")), "{"));
  client.send(did_open("untitled:Untitled-1", "{"));
  client.send(did_open("http://example.org/entries/git/x.json", "{"));
  client.send(did_open(uri_of_test(kb.path("package.json")), "{"));
  const std::vector<std::string> came = client.settle();
  REQUIRE(came.size() == 1);
  CHECK(came[0].find("package.json\",\"diagnostics\":[]") != std::string::npos);
}

TEST_CASE("kbc lsp lives with a kbc.json that is broken, and without one", "[lsp]") {
  const TwoEntries kb;
  kb.write("kbc.json", "{\n \"x\": }");
  LspClient client;
  client.send(initialize(kb, ""));
  client.send(kInitialized);
  std::vector<std::string> came = client.settle();
  REQUIRE(came.size() == 2);
  CHECK(came[1].find(R"(kbc.json","diagnostics":[{"range":{"start":{"line":1,"character":6})") !=
        std::string::npos);
  const std::string uri = uri_of_test(kb.path("entries/git/push-timeout.json"));
  client.send(did_open(uri, "{"));
  came = client.settle();
  REQUIRE(came.size() == 1);
  CHECK(came[0].find("\"diagnostics\":[]") != std::string::npos);
  kb.write("kbc.json", "{}");
  client.send(R"({"method":"textDocument/didSave","params":{"textDocument":{"uri":")" +
              uri_of_test(kb.path("kbc.json")) + "\"}}}");
  came = client.settle();
  REQUIRE(came.size() == 2);
  CHECK(came[0].find("json-syntax") != std::string::npos);
  CHECK(came[1].find("kbc.json\",\"diagnostics\":[]") != std::string::npos);
}

TEST_CASE("kbc lsp serves all knowledge bases of a folder, each by itself", "[lsp]") {
  const TemporaryFolder folder;
  for (const std::string name : {"one", "deep/two"}) {
    folder.write(name + "/kbc.json", "{}");
    folder.write(name + "/entries/git/push-timeout.json",
                 linked("push-timeout", "git/push-rejected"));
  }
  const std::string place = "\"uri\":\"" + uri_of_test(folder.path());
  LspClient client;
  client.send(R"({"id":1,"method":"initialize","params":{"workspaceFolders":[{)" + place +
              R"("}],"capabilities":{}}})");
  client.send(kInitialized);
  std::vector<std::string> came = client.settle();
  REQUIRE(came.size() == 3);
  CHECK(came[1].find("deep/two/entries/git/push-timeout.json") != std::string::npos);
  CHECK(came[2].find("one/entries/git/push-timeout.json") != std::string::npos);
  CHECK(occurrences(came[1] + came[2], "link-unresolved") == 2);
  // The target comes into one of them.
  client.send(
      did_open(uri_of_test(folder.path("one/entries/git/push-rejected.json")), clean_entry()));
  came = client.settle();
  REQUIRE(came.size() == 2);
  CHECK(occurrences(came[0] + came[1], "deep/two") == 0);
  CHECK(occurrences(came[1], "link-one-way") == 1);
  client.send(R"({"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":[],)"
              R"("removed":[{)" +
              place + "\"}]}}}");
  came = client.settle();
  REQUIRE(came.size() == 1);
  CHECK(came[0].find("deep/two/entries/git/push-timeout.json\",\"diagnostics\":[]") !=
        std::string::npos);
}

TEST_CASE("kbc lsp finds out what changes on disk", "[lsp]") {
  const TwoEntries kb;
  LspClient client;
  client.send(
      initialize(kb, R"("workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}})"));
  client.send(kInitialized);
  std::vector<std::string> came = client.settle();
  REQUIRE(came.size() == 3);
  CHECK(came[1].find("client/registerCapability") != std::string::npos);
  CHECK(came[2].find("push-timeout.json") != std::string::npos);
  fs::remove(kb.path("entries/git/push-rejected.json"));
  client.send(R"({"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":")" +
              uri_of_test(kb.path("entries/git/push-rejected.json")) + R"(","type":3}]}})");
  came = client.settle();
  REQUIRE(came.size() == 1);
  CHECK(came[0].find("link-unresolved") != std::string::npos);
}

}  // namespace kbc
