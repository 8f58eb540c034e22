#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mcp/knowledge.h"
#include "mcp/protocol.h"
#include "mcp/shown_json.h"
#include "mcp/tool.h"
#include "rpc/json_object.h"
#include "rpc/message.h"
#include "validate/schema.h"

namespace kbc {

// The Model Context Protocol: what is said to each message. It asks nothing of the client, and
// knows nothing of how messages travel. For one connection and one thread.
class Server {
 public:
  // Offers the tools with these names, or all without any; of those that need a knowledge base only
  // where there is one. Views the knowledge.
  Server(Knowledge& knowledge, const std::vector<std::string>& tools);

  // The answer to a frame of any bytes; empty where none is expected.
  std::string answer(std::string_view frame);

  // What a frame is answered with that was too long to be read.
  static std::string refuse_long(std::size_t longest);

 private:
  struct Method;
  // A request that is being answered, in the way of a version.
  struct Call {
    Era era;
    JsonObject params;
  };
  // Nothing when it has written the members of the result.
  using Refusal = std::optional<RpcError>;

  static const std::vector<Method>& methods();
  static const Method* method_named(std::string_view name, const Era& era);

  std::string answer_one(const RpcItem& item, const Document& document);
  std::string answer_request(const RpcMessage& message, const Document& document);
  std::string answer_batch(const RpcFrame& batch, const Document& document);
  Refusal find_era(const RpcMessage& message, const JsonObject& params, Era& era) const;

  Refusal initialize(const Call& call, ShownJson& json);
  Refusal discover(const Call& call, ShownJson& json);
  Refusal ping(const Call& call, ShownJson& json);
  Refusal list_tools(const Call& call, ShownJson& json);
  Refusal call_tool(const Call& call, ShownJson& json);
  Refusal list_resources(const Call& call, ShownJson& json);
  Refusal list_templates(const Call& call, ShownJson& json);
  Refusal read(const Call& call, ShownJson& json);
  Refusal list_prompts(const Call& call, ShownJson& json);
  Refusal give_prompt(const Call& call, ShownJson& json);
  Refusal complete(const Call& call, ShownJson& json);

  ToolAnswer run_tool(const Tool& tool, const JsonObject& arguments);

  Knowledge& knowledge_;
  std::vector<const Tool*> tools_;
  std::map<std::string_view, Schema> schemas_;  // of arguments, by tool; made when one is called
  std::string_view handshake_;                  // the version agreed on; empty before
};

}  // namespace kbc
