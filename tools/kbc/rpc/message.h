// JSON-RPC 2.0, whatever the messages travel in: what a client sends, read, and what it gets,
// written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "parse/document.h"

namespace kbc {

// The codes of the specification.
inline constexpr int kRpcParseError = -32700, kRpcInvalidRequest = -32600,
                     kRpcMethodNotFound = -32601, kRpcInvalidParams = -32602,
                     // A request that is well-formed and yet fails; the Language Server Protocol's.
    kRpcRequestFailed = -32803;

// What a client asks, or tells where it expects no answer. Views the frame and its document.
struct RpcMessage {
  std::string_view id;  // as it is written, to be echoed as it came; empty: no answer is expected
  std::string_view method;
  std::uint32_t params = Document::kNoNode;  // an object, if any
};

// Why something is not done.
struct RpcError {
  int code = kRpcInvalidRequest;
  std::string message;
  std::string data = {};  // JSON; empty for none
};

// A message that cannot be understood, with its id where that can be read.
struct RpcFault {
  RpcError error;
  std::string_view id = {};
};

// To which there is no answer, and nothing to do: a client's own answer, or what it tells in a way
// that cannot be understood.
struct RpcResponse {};

using RpcItem = std::variant<RpcMessage, RpcFault, RpcResponse>;

// What came in one frame.
struct RpcFrame {
  std::vector<RpcItem> items;  // at least one, but for an empty batch
  bool is_batch = false;
};

// So many commas and brackets outside of strings bound the memory that reading takes.
inline constexpr std::size_t kMostRpcValues = 200'000;

// Reads a frame of any bytes into the document, which views it. JSON that is not RFC 8259's to the
// letter is refused, and so is an object that has a name twice, which programs read differently.
RpcFrame read_rpc(std::string_view frame, Document& document);

// An answer; `id` as RpcMessage has it. The result is JSON.
std::string rpc_result(std::string_view id, std::string_view result);

// Without an id there is none in the answer: the Model Context Protocol knows no null there.
std::string rpc_error(std::string_view id, const RpcError& error);

}  // namespace kbc
