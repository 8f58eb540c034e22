// What no editor should send to `kbc lsp`, and what it asks of the system while it serves one.

#include <chrono>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/lsp_client.h"
#include "lsp/server.h"
#include "parse/parse.h"
#include "rpc/message.h"
#include "skip.h"

namespace kbc {
namespace {

std::string message(const std::string& method, const std::string& params,
                    const std::string& id = "") {
  return R"({"jsonrpc":"2.0",)" + (id.empty() ? "" : "\"id\":" + id + ",") + R"("method":")" +
         method + "\",\"params\":" + params + "}";
}

std::string document(const std::string& uri, const std::string& more = "") {
  return R"({"textDocument":{"uri":")" + uri + R"(","version":2,"languageId":"json")" + more + "}";
}

// A session with all methods, as an editor would have it.
std::vector<std::string> session(const KnowledgeBaseFolder& kb) {
  const std::string uri = uri_of_test(kb.path("entries/git/push-rejected.json"));
  return {
      message("initialize",
              R"({"processId":null,"rootUri":")" + uri_of_test(kb.path()) +
                  R"(","capabilities":{"general":{"positionEncodings":["utf-8"]},
                     "textDocument":{"publishDiagnostics":{"relatedInformation":true}}}})",
              "1"),
      message("initialized", "{}"),
      message("textDocument/didOpen",
              document(uri, ",\"text\":" + json_string(clean_entry())) + "}"),
      message("textDocument/didChange",
              document(uri) + R"(,"contentChanges":[{"range":{"start":{"line":1,"character":13},)"
                              R"("end":{"line":1,"character":17}},"text":"x"},{"text":"{}"}]})"),
      message("textDocument/diagnostic", document(uri) + "}", "2"),
      message("workspace/diagnostic", R"({"previousResultIds":[{"uri":"a","value":"b"}]})", "3"),
      message("$/cancelRequest", R"({"id":3})"),
      message("textDocument/didSave", document(uri) + "}"),
      message("workspace/didChangeWatchedFiles",
              R"({"changes":[{"uri":")" + uri + R"(","type":2}]})"),
      message("workspace/didChangeWorkspaceFolders", R"({"event":{"added":[{"uri":")" +
                                                         uri_of_test(kb.path("entries")) +
                                                         R"("}],"removed":[]}})"),
      message("textDocument/didClose", document(uri) + "}"),
      message("shutdown", "{}", "4"),
  };
}

// With some bytes changed, taken away, doubled, or taken from another one.
std::string damaged(std::string text, const std::vector<std::string>& others,
                    std::mt19937& random) {
  for (std::size_t count = 1 + random() % 3; count > 0; --count) {
    const std::size_t at = random() % (text.size() + 1), size = random() % 12;
    const std::string& other = others[random() % others.size()];
    switch (random() % 4) {
      case 0:
        text.replace(at, 1, 1, static_cast<char>(random()));
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, text.substr(at, size));
        break;
      default:
        text.insert(at, other.substr(random() % other.size(), size * 4));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("messages that no editor sends are answered or passed over", "[hostile][lsp]") {
  KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const std::vector<std::string> messages = session(kb);
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    LanguageServer server({{1, std::chrono::year(2026) / 1 / 15}, 200, {}},
                          [](std::string_view sent) {
                            Document read;
                            REQUIRE(parse_json(sent, Dialect::kJson, read).empty());
                          });
    for (const std::string& one : messages) {
      CAPTURE(round, one);
      if (random() % 3 == 0) server.take(Incoming(damaged(one, messages, random)));
      server.take(Incoming(one));
      if (random() % 2 == 0) server.settle();
    }
    CHECK(!server.exit_status());
  }
}

TEST_CASE("what an editor sends cannot make kbc lsp read outside", "[hostile][lsp]") {
  KnowledgeBaseFolder kb;
  const TemporaryFolder outside;
  outside.write("secret.json", "{\"id\": \"top secret\"}");
  kb.clean("push-rejected");
  for (const std::string& uri :
       {uri_of_test(kb.path("entries/../../") + outside.path("secret.json").substr(5)),
        uri_of_test(kb.path("entries/%2e%2e/%2e%2e/secret.json")),
        uri_of_test("/proc/self/environ"), uri_of_test(outside.path("secret.json"))}) {
    LspClient client;
    client.send(message(
        "initialize", "{\"rootUri\":\"" + uri_of_test(kb.path()) + "\",\"capabilities\":{}}", "1"));
    client.send(message("initialized", "{}"));
    client.settle();
    client.send(message("textDocument/didSave", document(uri) + "}"));
    client.send(message("textDocument/diagnostic", document(uri) + "}", "2"));
    const std::vector<std::string> came = client.settle();
    REQUIRE(came.size() == 1);
    CHECK(came[0].find("\"items\":[]") != std::string::npos);
  }
}

TEST_CASE("kbc lsp opens no connection and runs no program", "[hostile][lsp][real]") {
  if (is_missing("strace")) return;
  KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  std::string input;
  for (const std::string& one : session(kb)) input += framed(one);
  input += framed(R"({"jsonrpc":"2.0","method":"exit"})");
  const Outcome outcome =
      run_program("strace",
                  {"-f", "-o", kb.path("trace"), "-e",
                   "trace=%network,%process,rename,unlink,openat", kbc_binary(), "lsp"},
                  kb.path(), input);
  CHECK(outcome.exit == 0);
  std::istringstream trace(kb.read("trace"));
  std::size_t programs = 0;
  for (std::string line; std::getline(trace, line);) {
    INFO(line);
    programs += occurrences(line, "execve(");
    for (const std::string_view call :
         {"socket(", "connect(", "bind(", "vfork(", "rename(", "unlink("}) {
      CHECK(occurrences(line, call) == 0);
    }
    for (const std::string_view mode : {"O_WRONLY", "O_RDWR", "O_CREAT"}) {
      CHECK(occurrences(line, mode) == 0);
    }
    // A thread is no process.
    if (occurrences(line, " clone") > 0 && occurrences(line, " resumed>") == 0) {
      CHECK(occurrences(line, "CLONE_THREAD") == 1);
    }
  }
  CHECK(programs == 1);
}

}  // namespace kbc
