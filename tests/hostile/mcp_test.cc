// Frames that no client should send to `kbc mcp`: each is answered or passed over, and the next one
// is served.

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "index/made_index.h"
#include "mcp/server.h"
#include "parse/parse.h"
#include "rpc/line_frames.h"

namespace kbc {
namespace {

constexpr std::string_view kMeta =
    R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}})";

std::string request(const std::string& id, const std::string& method, const std::string& rest) {
  return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":{)" +
         std::string(kMeta) + (rest.empty() ? "" : "," + rest) + "}}";
}

std::string call(const std::string& tool, const std::string& arguments) {
  return request("7", "tools/call", R"("name":")" + tool + R"(","arguments":)" + arguments);
}

Knowledge small_knowledge() {
  Result<OpenIndex> index = OpenIndex::over(index_of(
      {R"({"id": "a/b", "signature": "disk full", "regex": "disk (is )?full", "domain": "a",
           "category": "c", "tags": ["t"], "aliases": ["a/z"],
           "workarounds": [{"action": "k", "how": "Run `df -h`.", "sources": []}],
           "transition_graph": {"leads_to": [{"error_id": "a/c", "probability": 0.25}]}})",
       R"({"id": "a/c", "signature": "no space", "regex": "no .*space", "domain": "a"})"}));
  REQUIRE(index);
  return Knowledge::over(std::move(*index));
}

std::vector<std::string> seeds() {
  return {
      R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{}}})",
      R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":"a","method":"tools/list"}])",
      request("1", "server/discover", ""),
      request("\"x\"", "tools/list", ""),
      call("match_error", R"({"text":"disk is full\nand no more space","max":3})"),
      call("get_entry", R"({"id":"a/z","sections":["tags"],"lang":"zh"})"),
      call("search_entries", R"({"query":"disk","domain":"a","cursor":""})"),
      call("list_entries", R"({"tag":"t"})"),
      call("error_chain", R"({"id":"a/b","depth":3})"),
      request("2", "resources/read", R"("uri":"kbc://entry/a/b")"),
      request(
          "3", "completion/complete",
          R"("ref":{"type":"ref/resource","uri":"kbc://entry/{id}"},"argument":{"name":"id","value":"a"})")};
}

// A frame with some bytes changed, taken away, doubled, or taken from another frame.
std::string changed(std::string frame, const std::vector<std::string>& all, std::mt19937& random) {
  constexpr std::string_view kBytes = "\"\\{}[]:,0123456789eE+-.tfn \xff\xc2\x80\x01\x7f";
  const auto below = [&](std::size_t most) { return random() % std::max<std::size_t>(most, 1); };
  for (std::size_t left = 1 + below(4); left > 0; --left) {
    const std::size_t at = below(frame.size()), length = below(frame.size() - at);
    switch (below(5)) {
      case 0:
        frame[at] = kBytes[below(kBytes.size())];
        break;
      case 1:
        frame.erase(at, length);
        break;
      case 2:
        frame.insert(at, frame.substr(at, length));
        break;
      case 3:
        frame.insert(at, all[below(all.size())].substr(below(40), 60));
        break;
      default:
        frame[at] = static_cast<char>(random());
    }
    if (frame.empty()) frame = "{";
  }
  return frame;
}

// An answer is nothing, or one line of JSON that says the version.
std::string misfit(const std::string& answer) {
  if (answer.empty()) return "";
  if (answer.find('\n') != std::string::npos) return "several lines";
  Document document;
  if (!parse_json(answer, Dialect::kJson, document).empty()) return "no JSON";
  const bool is_answer =
      document.root().is(Kind::kArray) || (document.member(0, "jsonrpc") != Document::kNoNode &&
                                           (document.member(0, "result") != Document::kNoNode) !=
                                               (document.member(0, "error") != Document::kNoNode));
  return is_answer ? "" : "no answer";
}

void send_changed_frames(std::size_t count) {
  Knowledge knowledge = small_knowledge();
  Server server(knowledge, {});
  const std::vector<std::string> all = seeds();
  std::mt19937 random(1);
  for (std::size_t number = 0; number < count; ++number) {
    const std::string frame = changed(all[random() % all.size()], all, random);
    const std::string wrong = misfit(server.answer(frame));
    if (wrong.empty()) continue;
    CAPTURE(number, frame);
    REQUIRE(wrong == "");
  }
  CHECK(server.answer(request("\"last\"", "server/discover", ""))
            .starts_with(R"({"jsonrpc":"2.0","id":"last","result":)"));
}

}  // namespace

TEST_CASE("twenty thousand changed frames are answered or passed over", "[hostile][mcp]") {
  send_changed_frames(20'000);
}

TEST_CASE("a million changed frames are answered or passed over", "[hostile][mcp][slow]") {
  send_changed_frames(1'000'000);
}

TEST_CASE("kbc mcp goes on after whatever it is sent", "[hostile][mcp]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  std::string frames;
  for (const std::string& bad :
       {std::string("nonsense"), std::string("[]"), std::string("[[[[1]]]]"), std::string("null"),
        std::string(200'000, '['), std::string(200'000, '{'), "\"" + std::string(100'000, 'x'),
        std::string("{\"jsonrpc\":\"2.0\",\"id\":\0}", 25), std::string("\xff\xfe{\0}\0", 6),
        std::string(R"({"jsonrpc":"2.0","id":1,"id":2,"method":"ping"})"),
        std::string(LineFrames::kLongest + 1, ' ') + "{}",
        R"({"jsonrpc":"2.0","id":1,"method":")" + std::string(1'000'000, 'm') + "\"}"}) {
    frames += bad + "\n" + R"({"jsonrpc":"2.0","id":"next","method":"ping"})" + "\n";
  }
  const Outcome outcome = run({"mcp", "--kb", "."}, kb.path(), frames);
  CHECK(outcome.exit == 0);
  CHECK(occurrences(outcome.out, R"({"jsonrpc":"2.0","id":"next","result":{}})") == 12);
  CHECK(occurrences(outcome.out, "\"error\"") == 12);
  CHECK(occurrences(outcome.out, "\n") == 24);
  CHECK(outcome.peak < (std::size_t{150} << 20));
}

TEST_CASE("no tool of kbc mcp leads out of the knowledge base", "[hostile][mcp]") {
  const TemporaryFolder outside;
  outside.write("secret.json", R"({"id": "x/hunter2"})");
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  std::string frames;
  for (const std::string& id :
       {std::string("../../etc/passwd"), outside.path("secret"), std::string("git/../../x"),
        std::string("git/a b"), std::string("git"), std::string("-/-")}) {
    frames += call("check_entry", R"({"json":"{}","id":")" + id + "\"}") + "\n" +
              call("get_entry", R"({"id":")" + id + "\"}") + "\n" +
              request("1", "resources/read", R"("uri":"kbc://entry/)" + id + "\"") + "\n" +
              request("2", "resources/read", R"("uri":"file://)" + id + "\"") + "\n";
  }
  const Outcome outcome = run({"mcp", "--kb", "."}, kb.path(), frames);
  CHECK(outcome.exit == 0);
  CHECK(occurrences(outcome.out, "hunter2") == 0);
  CHECK(occurrences(outcome.out, "root:") == 0);
  CHECK(occurrences(outcome.out, "is not an id") == 6);
  CHECK(occurrences(outcome.out, "\"isError\":true") == 12);
  CHECK(occurrences(outcome.out, "\"code\":-32602") == 12);
}

}  // namespace kbc
