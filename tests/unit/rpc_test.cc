// Messages of JSON-RPC, and the lines that they travel in.

#include <sstream>
#include <string>
#include <variant>

#include "catch.h"
#include "cli/process.h"
#include "rpc/line_frames.h"
#include "rpc/message.h"

namespace kbc {
namespace {

// What is read in a frame of one message, in words.
std::string told(const std::string& frame) {
  Document document;
  const RpcFrame read = read_rpc(frame, document);
  if (read.is_batch) return "batch of " + std::to_string(read.items.size());
  REQUIRE(read.items.size() == 1);
  if (std::holds_alternative<RpcResponse>(read.items[0])) return "response";
  if (const auto* fault = std::get_if<RpcFault>(&read.items[0])) {
    return std::to_string(fault->error.code) + " " + std::string(fault->id);
  }
  const auto& message = std::get<RpcMessage>(read.items[0]);
  return std::string(message.method) + " " + std::string(message.id);
}

std::vector<std::string> lines_of(const std::string& bytes) {
  const TemporaryFolder folder;
  folder.write("in", bytes);
  Result<Input> input = Input::open(folder.path("in"));
  REQUIRE(input);
  LineFrames frames(std::move(*input));
  std::vector<std::string> lines;
  for (;;) {
    const auto frame = frames.next();
    REQUIRE(frame);
    if (!*frame) return lines;
    lines.emplace_back((*frame)->is_too_long ? "too long" : std::string((*frame)->text));
  }
}

}  // namespace

TEST_CASE("a message of JSON-RPC is read, its id as it is written", "[rpc]") {
  CHECK(told(R"({"jsonrpc":"2.0","id":1,"method":"m"})") == "m 1");
  CHECK(told(R"( {"method":"m","params":{},"id":"a\u0041/\"","jsonrpc":"2.0"} )") ==
        R"(m "a\u0041/\"")");
  CHECK(told(R"({"jsonrpc":"2.0","id":123456789012345678901234567890,"method":"m"})") ==
        "m 123456789012345678901234567890");
  CHECK(told(R"({"jsonrpc":"2.0","id":-0.10e+3,"method":"m"})") == "m -0.10e+3");
  CHECK(told(R"({"jsonrpc":"2.0","id":"","method":"m"})") == "m \"\"");
  CHECK(told(R"({"jsonrpc":"2.0","method":"m"})") == "m ");
  CHECK(told(R"({"jsonrpc":"2.0","id":1,"method":"m","params":null})") == "m 1");
  CHECK(told(R"({"jsonrpc":"2.0","id":1,"result":{}})") == "response");
  CHECK(told(R"({"jsonrpc":"2.0","method":"m","params":[1]})") == "response");
  CHECK(told(R"([{"jsonrpc":"2.0","id":1,"method":"m"},2])") == "batch of 2");
}

TEST_CASE("what is no message of JSON-RPC has its error", "[rpc]") {
  for (const char* text : {"{", "{]", "nonsense", "{\"a\":1,}", "// {}", "\"\xff\"", "{'a':1}",
                           "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}", "{} {}"}) {
    CAPTURE(text);
    CHECK(told(text) == "-32700 ");
  }
  CHECK(told(std::string("{\"a\":\0}", 7)) == "-32700 ");
  CHECK(told(std::string(100'000, '[')) == "-32700 ");
  CHECK(told("1") == "-32600 ");
  CHECK(told("{}") == "-32600 ");
  CHECK(told(R"({"jsonrpc":"1.0","id":7,"method":"m"})") == "-32600 7");
  CHECK(told(R"({"jsonrpc":"2.0","id":7})") == "-32600 7");
  CHECK(told(R"({"jsonrpc":"2.0","id":7,"method":1})") == "-32600 7");
  CHECK(told(R"({"jsonrpc":"2.0","id":null,"method":"m"})") == "-32600 ");
  CHECK(told(R"({"jsonrpc":"2.0","id":[1],"method":"m"})") == "-32600 ");
  CHECK(told(R"({"jsonrpc":"2.0","id":7,"method":"m","params":[1]})") == "-32602 7");
  CHECK(told(R"({"jsonrpc":"2.0","id":7,"id":8,"method":"m"})") == "-32600 ");
  CHECK(told(R"({"jsonrpc":"2.0","id":7,"method":"m","params":{"a":{"b":1,"b":2}}})") == "-32600 ");
}

TEST_CASE("a message with very many values is refused before it takes memory", "[rpc]") {
  std::string many = R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":[1)";
  for (std::size_t at = 0; at <= kMostRpcValues; ++at) many += ",1";
  CHECK(told(many + "]}}") == "-32600 ");
  CHECK(told(many + "]}}\"") == "-32600 ");
  // A text that is JSON itself is one value.
  const std::string text(kMostRpcValues + 1, ',');
  CHECK(told(R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":"\"[)" + text + "\"}}") ==
        "m 1");
}

TEST_CASE("answers of JSON-RPC echo the id", "[rpc]") {
  CHECK(rpc_result("\"a\"", "{}") == R"({"jsonrpc":"2.0","id":"a","result":{}})");
  CHECK(rpc_error("1", {kRpcInvalidParams, "a \"b\"", "{\"c\":1}"}) ==
        R"({"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"a \"b\"","data":{"c":1}}})");
  CHECK(rpc_error({}, {kRpcParseError, "x"}) ==
        R"({"jsonrpc":"2.0","error":{"code":-32700,"message":"x"}})");
}

TEST_CASE("frames are lines, of which long ones are passed over", "[rpc]") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("") == Lines{});
  CHECK(lines_of("\n \r\n\t\n") == Lines{});
  CHECK(lines_of("a\nb\r\n\nc") == Lines{"a", "b\r", "c"});
  const std::string longest(LineFrames::kLongest, 'x');
  CHECK(lines_of("a\n" + longest + "\nb\n") == Lines{"a", longest, "b"});
  CHECK(lines_of("a\n" + longest + "y\nb\n") == Lines{"a", "too long", "b"});
  CHECK(lines_of(longest + longest + longest) == Lines{"too long"});
  std::ostringstream out;
  LineFrames::write("{}", out);
  CHECK(out.str() == "{}\n");
}

}  // namespace kbc
