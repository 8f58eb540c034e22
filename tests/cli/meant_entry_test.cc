// Which entry match_error takes to be meant, where a pattern matches too much or none does.

#include <string>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace kbc {
namespace {

std::string entry(const std::string& id, const std::string& signature, const std::string& regex) {
  std::string text = replaced(clean_entry(), "git/push-rejected", id);
  text = replaced(std::move(text), "failed to push some refs to the remote", signature);
  return replaced(std::move(text), "failed to push some refs", regex);
}

std::string answer(const std::string& message) {
  const KnowledgeBaseFolder kb;
  kb.entry("git/server-full", entry("git/server-full", "OOM command not allowed", "OOM|of memory"));
  kb.entry("git/card-full",
           entry("git/card-full", "torch: CUDA out of memory", "CUDA out of memory"));
  const Outcome outcome = run({"mcp", "--kb", "."}, kb.path(),
                              R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"_meta":{)"
                              R"("io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                              R"("io.modelcontextprotocol/clientCapabilities":{}},)"
                              R"("name":"match_error","arguments":{"text":")" +
                                  message + "\"}}}\n");
  CAPTURE(outcome.err);
  CHECK(outcome.exit == 0);
  return outcome.out;
}

}  // namespace

TEST_CASE("an entry that has the words of a message comes before one that has few", "[mcp]") {
  const std::string out = answer("CUDA error: out of memory");
  CHECK(occurrences(out, R"("hits":[{"id":"git/server-full")") == 1);
  CHECK(occurrences(out, R"("nearest":[{"id":"git/card-full")") == 1);
  CHECK(occurrences(out, R"("best":"git/card-full")") == 1);
}

TEST_CASE("where no pattern matches, an entry with nearly all words is meant", "[mcp]") {
  const std::string out = answer("torch: CUDA is out-of-memory");
  CHECK(occurrences(out, R"("hits":[],)") == 1);
  CHECK(occurrences(out, R"("best":"git/card-full")") == 1);
  CHECK(occurrences(answer("the command was not obeyed"), "\"best\":") == 0);
}

TEST_CASE("a pattern whose entry has the words of a message is believed", "[mcp]") {
  const std::string out = answer("OOM command not allowed when out of memory");
  CHECK(occurrences(out, R"("best":"git/server-full")") == 1);
  CHECK(occurrences(out, "\"nearest\":") == 0);
  // Of a log the lines around a message say nothing about it.
  CHECK(occurrences(answer(R"(starting\nCUDA error: out of memory)"),
                    R"("best":"git/server-full")") == 1);
}

}  // namespace kbc
