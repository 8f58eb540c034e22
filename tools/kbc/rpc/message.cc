#include "rpc/message.h"

#include <algorithm>
#include <optional>

#include "parse/literal.h"
#include "parse/parse.h"
#include "parse/repeated_names.h"
#include "text/printable.h"
#include "text/ticked.h"

namespace kbc {
namespace {

RpcFault invalid(std::string message, std::string_view id = {}) {
  return {{kRpcInvalidRequest, std::move(message)}, id};
}

std::string_view literal_of(const Document& document, std::uint32_t node, std::string_view frame) {
  const Span span = document[node].span;
  return frame.substr(span.begin, span.size());
}

// A client that answers is passed over: nothing is asked of it.
bool is_response(const Document& document, std::uint32_t object) {
  return document.member(object, "method") == Document::kNoNode &&
         (document.member(object, "result") != Document::kNoNode ||
          document.member(object, "error") != Document::kNoNode);
}

RpcItem read_item(const Document& document, std::uint32_t node, std::string_view frame) {
  if (!document[node].is(Kind::kObject)) return invalid("a message is a JSON object");
  RpcMessage message;
  const std::uint32_t id = document.member(node, "id");
  if (id != Document::kNoNode) {
    if (!document[id].is(Kind::kString) && !document[id].is(Kind::kNumber)) {
      return invalid("`id` is a string or a number");
    }
    message.id = literal_of(document, id, frame);
  }
  const std::uint32_t version = document.member(node, "jsonrpc");
  if (version == Document::kNoNode || !document[version].is(Kind::kString) ||
      document[version].text != "2.0") {
    return invalid("`jsonrpc` is \"2.0\"", message.id);
  }
  if (is_response(document, node)) return RpcResponse();
  const std::uint32_t method = document.member(node, "method");
  if (method == Document::kNoNode || !document[method].is(Kind::kString)) {
    return invalid("`method` is a string", message.id);
  }
  message.method = document[method].text;
  message.params = document.member(node, "params");
  // Some editors send a null where there are none.
  if (message.params != Document::kNoNode && document[message.params].is(Kind::kNull)) {
    message.params = Document::kNoNode;
  }
  if (message.params != Document::kNoNode && !document[message.params].is(Kind::kObject)) {
    // What needs no answer gets none for its parameters either.
    if (message.id.empty()) return RpcResponse();
    return RpcFault{{kRpcInvalidParams, "`params` is an object"}, message.id};
  }
  return message;
}

bool begins_value(char c) { return c == ',' || c == '[' || c == '{'; }

// Those in strings do not count: a message may carry a text that is JSON itself. Where a string has
// no end, nobody knows what is in one.
std::size_t count_values(std::string_view frame) {
  std::size_t count = 0;
  bool is_in_string = false;
  for (std::size_t at = 0; at < frame.size(); ++at) {
    const char c = frame[at];
    if (c == '"' || (c == '\n' && is_in_string)) is_in_string = !is_in_string;
    if (is_in_string && c == '\\') ++at;
    count += !is_in_string && begins_value(c) ? 1 : 0;
  }
  if (!is_in_string) return count;
  return static_cast<std::size_t>(std::count_if(frame.begin(), frame.end(), begins_value));
}

std::optional<RpcFault> fault_of(std::string_view frame, Document& document) {
  if (count_values(frame) > kMostRpcValues) {
    return invalid("the message has more than " + std::to_string(kMostRpcValues) + " values");
  }
  if (const std::vector<JsonFault> faults = parse_json(frame, Dialect::kJson, document);
      !faults.empty() || document.empty()) {
    std::string message = "not JSON";
    if (!faults.empty()) {
      message += ", at byte " + std::to_string(faults.front().span.begin) + ": " +
                 printable(faults.front().message);
    }
    return RpcFault{{kRpcParseError, std::move(message)}};
  }
  const std::vector<RepeatedName> repeated = repeated_names(document, 1);
  if (repeated.empty()) return {};
  return invalid("an object has the member " + printable(ticked(document[repeated[0].again].text)) +
                 " twice");
}

void append_envelope(std::string_view id, std::string& out) {
  out += R"({"jsonrpc":"2.0")";
  if (!id.empty()) out.append(",\"id\":").append(id);
}

}  // namespace

RpcFrame read_rpc(std::string_view frame, Document& document) {
  if (std::optional<RpcFault> fault = fault_of(frame, document)) return {{std::move(*fault)}};
  if (!document.root().is(Kind::kArray)) return {{read_item(document, 0, frame)}};
  RpcFrame batch{{}, true};
  for (std::uint32_t at = 1; at < document.root().next; at = document[at].next) {
    batch.items.push_back(read_item(document, at, frame));
  }
  return batch;
}

std::string rpc_result(std::string_view id, std::string_view result) {
  std::string out;
  out.reserve(id.size() + result.size() + 40);
  append_envelope(id, out);
  out.append(",\"result\":").append(result) += '}';
  return out;
}

std::string rpc_error(std::string_view id, const RpcError& error) {
  std::string out;
  append_envelope(id, out);
  out +=
      ",\"error\":{\"code\":" + std::to_string(error.code) + ",\"message\":" + quote(error.message);
  if (!error.data.empty()) out += ",\"data\":" + error.data;
  return out + "}}";
}

}  // namespace kbc
