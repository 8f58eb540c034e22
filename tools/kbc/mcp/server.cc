#include "mcp/server.h"

#include <algorithm>
#include <utility>

#include "config/version.h"
#include "core/named.h"
#include "mcp/completion.h"
#include "mcp/prompts.h"
#include "mcp/resources.h"
#include "parse/parse.h"
#include "text/printable.h"
#include "text/ticked.h"
#include "validate/explain.h"

namespace kbc {
namespace {

constexpr int kResourceNotFound = -32002;  // before 2026-07-28
constexpr int kUnsupportedVersion = -32022;
constexpr std::size_t kMostInBatch = 64;

constexpr std::string_view kInstructions =
    "Known errors with their causes, dead ends and workarounds. Give match_error the message or "
    "the "
    "end of the log first; when nothing matches, search_entries. Entries are texts by their "
    "authors: weigh them, and look at a command before it is run.";

// The keys of the metadata of a request.
constexpr std::string_view kVersionKey = "io.modelcontextprotocol/protocolVersion";
constexpr std::string_view kCapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";
constexpr std::string_view kServerKey = "io.modelcontextprotocol/serverInfo";

// For how long a client may take a result for fresh: lists are those of this kbc, contents those of
// an index that may be replaced.
constexpr std::uint64_t kHour = 3'600'000, kMinute = 60'000;

RpcError invalid_params(std::string message) { return {kRpcInvalidParams, std::move(message)}; }

std::string versions_text() {
  std::string text;
  for (const std::string_view version : kProtocolVersions) {
    text.append(text.empty() ? "[\"" : ",\"").append(version) += '"';
  }
  return text + ']';
}

// The member of an object of one text, as JSON.
std::string object_with(std::string_view name, std::string_view value) {
  ShownJson json;
  json.start_object();
  json.member(name, value);
  json.end_object();
  return std::move(json).take();
}

void write_capabilities(ShownJson& json) {
  json.start_object("capabilities");
  for (const std::string_view name : {"tools", "resources", "prompts", "completions"}) {
    json.start_object(name);
    json.end_object();
  }
  json.end_object();
}

void write_server_info(const Era& era, ShownJson& json) {
  json.start_object();
  json.member("name", "kbc");
  if (era.has_structured_results()) json.member("title", "Known errors");
  json.member("version", kVersion);
  json.end_object();
}

// What a tool, a resource and a prompt are called, and what they are for.
template <typename Offered>
void write_names(const Offered& one, const Era& era, ShownJson& json) {
  json.member("name", one.name);
  if (era.has_structured_results()) json.member("title", one.title);
  json.member("description", one.description);
}

void write_tool(const Tool& tool, const Era& era, ShownJson& json) {
  json.start_object();
  write_names(tool, era, json);
  json.key("inputSchema");
  json.json(tool.input);
  if (era.has_structured_results()) {
    json.key("outputSchema");
    json.json(tool.output);
  }
  json.key("annotations");
  json.json(R"({"readOnlyHint":true,"openWorldHint":false})");
  json.end_object();
}

void write_resource(const Resource& resource, std::string_view address, const Era& era,
                    ShownJson& json) {
  json.start_object();
  json.member(address, resource.uri);
  write_names(resource, era, json);
  json.member("mimeType", "application/json");
  json.end_object();
}

void write_prompt(const Prompt& prompt, const Era& era, ShownJson& json) {
  json.start_object();
  write_names(prompt, era, json);
  json.start_array("arguments");
  for (const Prompt::Argument& argument : prompt.arguments) {
    json.start_object();
    json.member("name", argument.name);
    json.member("description", argument.description);
    json.key("required");
    json.boolean(argument.is_required);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// Whether a reference to a form of addresses or a prompt leads to one with that variable.
bool has_variable(const JsonObject& ref, std::string_view name) {
  if (ref.text("type") == "ref/prompt") {
    const Prompt* const prompt = find_named(all_prompts(), ref.text("name"));
    return prompt != nullptr && find_named(prompt->arguments, name) != nullptr;
  }
  const std::string variable = "{" + std::string(name) + "}";
  return ref.text("type") == "ref/resource" &&
         std::any_of(resource_templates().begin(), resource_templates().end(),
                     [&](const Resource& one) {
                       return one.uri == ref.text("uri") &&
                              one.uri.find(variable) != std::string_view::npos;
                     });
}

// None of the lists has pages: some clients read the first one only.
std::optional<RpcError> refuse_cursor(const JsonObject& params) {
  if (!params.has("cursor")) return {};
  return invalid_params("this list has one page: ask without `cursor`");
}

// What is wrong with the arguments of a tool, by its schema; empty for nothing.
std::string faults_text(const Schema& schema, const JsonObject& arguments) {
  const Document& document = arguments.document();
  std::string text;
  const std::size_t around = document.pointer(arguments.node()).size();
  for (const SchemaFault& fault : schema.faults_of(document, arguments.node(), 0)) {
    const FaultText said = explain(fault, document, schema);
    const std::string place = document.pointer(fault.node).substr(around);
    text += text.empty() ? "" : "\n";
    text += (place.empty() ? "" : place.substr(1) + ": ") + said.message;
    if (!said.help.empty()) text += "; " + said.help;
  }
  return text;
}

}  // namespace

// A method of the protocol, and in which versions it is there.
struct Server::Method {
  enum class In : std::uint8_t { kAll, kHandshake, kStateless };

  std::string_view name;
  In versions = In::kAll;
  Refusal (Server::*run)(const Call& call, ShownJson& json) = nullptr;
  std::uint64_t fresh_for = 0;  // milliseconds; 0: nobody keeps the result
  std::string_view scope = {};  // who may keep it
};

const std::vector<Server::Method>& Server::methods() {
  using In = Method::In;
  static const std::vector<Method> methods = {
      {"initialize", In::kHandshake, &Server::initialize},
      {"server/discover", In::kStateless, &Server::discover, kHour, "public"},
      {"ping", In::kHandshake, &Server::ping},
      {"tools/list", In::kAll, &Server::list_tools, kHour, "public"},
      {"tools/call", In::kAll, &Server::call_tool},
      {"resources/list", In::kAll, &Server::list_resources, kHour, "public"},
      {"resources/templates/list", In::kAll, &Server::list_templates, kHour, "public"},
      {"resources/read", In::kAll, &Server::read, kMinute, "private"},
      {"prompts/list", In::kAll, &Server::list_prompts, kHour, "public"},
      {"prompts/get", In::kAll, &Server::give_prompt},
      {"completion/complete", In::kAll, &Server::complete},
  };
  return methods;
}

const Server::Method* Server::method_named(std::string_view name, const Era& era) {
  using In = Method::In;
  const In other = era.is_stateless() ? In::kHandshake : In::kStateless;
  for (const Method& method : methods()) {
    if (method.name == name) return method.versions == other ? nullptr : &method;
  }
  return nullptr;
}

Server::Server(Knowledge& knowledge, const std::vector<std::string>& tools)
    : knowledge_(knowledge) {
  for (const Tool& tool : all_tools()) {
    const bool is_wanted =
        tools.empty() || std::find(tools.begin(), tools.end(), tool.name) != tools.end();
    const bool is_possible = tool.needs == ToolNeeds::kIndex || knowledge.base() != nullptr;
    if (is_wanted && is_possible) tools_.push_back(&tool);
  }
}

std::string Server::refuse_long(std::size_t longest) {
  return rpc_error(
      {}, {kRpcInvalidRequest, "the message is longer than " + std::to_string(longest) + " bytes"});
}

std::string Server::answer(std::string_view frame) {
  Document document;
  const RpcFrame read = read_rpc(frame, document);
  if (!read.is_batch) return answer_one(read.items.front(), document);
  return answer_batch(read, document);
}

std::string Server::answer_batch(const RpcFrame& batch, const Document& document) {
  if (!Era{handshake_}.has_batches()) {
    return rpc_error({}, {kRpcInvalidRequest, "batches are not taken: send one message a line"});
  }
  if (batch.items.empty() || batch.items.size() > kMostInBatch) {
    return rpc_error(
        {}, {kRpcInvalidRequest, "a batch has 1 to " + std::to_string(kMostInBatch) + " messages"});
  }
  std::string answers;
  for (const RpcItem& item : batch.items) {
    const std::string one = answer_one(item, document);
    if (!one.empty()) answers.append(answers.empty() ? "[" : ",").append(one);
  }
  return answers.empty() ? answers : answers + ']';
}

std::string Server::answer_one(const RpcItem& item, const Document& document) {
  if (const auto* fault = std::get_if<RpcFault>(&item)) return rpc_error(fault->id, fault->error);
  const auto* message = std::get_if<RpcMessage>(&item);
  // What a client tells needs no doing: each request has been answered before the next is read.
  if (message == nullptr || message->id.empty()) return {};
  return answer_request(*message, document);
}

std::string Server::answer_request(const RpcMessage& message, const Document& document) {
  const JsonObject params(document, message.params);
  Era era;
  if (const Refusal refusal = find_era(message, params, era))
    return rpc_error(message.id, *refusal);
  const Method* const method = method_named(message.method, era);
  if (method == nullptr) {
    return rpc_error(message.id, {kRpcMethodNotFound,
                                  "no method is called " + printable(ticked(message.method))});
  }
  ShownJson json;
  json.start_object();
  if (era.is_stateless()) json.member("resultType", "complete");
  if (const Refusal refusal = (this->*method->run)({era, params}, json)) {
    return rpc_error(message.id, *refusal);
  }
  if (era.is_stateless()) {
    if (method->fresh_for > 0) {
      json.member("ttlMs", method->fresh_for);
      json.member("cacheScope", method->scope);
    }
    json.start_object("_meta");
    json.key(kServerKey);
    write_server_info(era, json);
    json.end_object();
  }
  json.end_object();
  return rpc_result(message.id, std::move(json).take());
}

// A request with a version in its metadata stands for itself; any other follows a handshake.
Server::Refusal Server::find_era(const RpcMessage& message, const JsonObject& params,
                                 Era& era) const {
  const JsonObject meta = params.object("_meta");
  if (meta.has(kVersionKey)) {
    const std::string_view requested = meta.text(kVersionKey);
    const std::string_view* const version = protocol_version(requested);
    if (version == nullptr) {
      return RpcError{kUnsupportedVersion, "unsupported protocol version",
                      "{\"supported\":" + versions_text() + "," +
                          object_with("requested", requested).substr(1)};
    }
    era = {*version};
    if (era.is_stateless() && !meta.object(kCapabilitiesKey).is_object()) {
      return invalid_params("`_meta` needs " + ticked(kCapabilitiesKey) + ", an object");
    }
    return {};
  }
  era = {handshake_.empty() ? kLatestHandshake : handshake_};
  const bool may_come_first = message.method == "initialize" || message.method == "ping";
  if (!handshake_.empty() || may_come_first) return {};
  return invalid_params("begin with `initialize`, or say " + ticked(kVersionKey) + " in `_meta`");
}

Server::Refusal Server::initialize(const Call& call, ShownJson& json) {
  const std::string_view requested = call.params.text("protocolVersion");
  if (requested.empty()) return invalid_params("`protocolVersion` is missing");
  const std::string_view* const version = protocol_version(requested);
  const bool is_handshake = version != nullptr && !Era{*version}.is_stateless();
  handshake_ = is_handshake ? *version : kLatestHandshake;
  json.member("protocolVersion", handshake_);
  write_capabilities(json);
  json.key("serverInfo");
  write_server_info({handshake_}, json);
  json.member("instructions", kInstructions);
  return {};
}

Server::Refusal Server::discover(const Call&, ShownJson& json) {
  json.start_array("supportedVersions");
  for (const std::string_view version : kProtocolVersions) json.string(version);
  json.end_array();
  write_capabilities(json);
  json.member("instructions", kInstructions);
  return {};
}

Server::Refusal Server::ping(const Call&, ShownJson&) { return {}; }

Server::Refusal Server::list_tools(const Call& call, ShownJson& json) {
  if (Refusal refusal = refuse_cursor(call.params)) return refusal;
  json.start_array("tools");
  for (const Tool* tool : tools_) write_tool(*tool, call.era, json);
  json.end_array();
  return {};
}

Server::Refusal Server::list_resources(const Call& call, ShownJson& json) {
  if (Refusal refusal = refuse_cursor(call.params)) return refusal;
  json.start_array("resources");
  for (const Resource& one : listed_resources()) write_resource(one, "uri", call.era, json);
  json.end_array();
  return {};
}

Server::Refusal Server::list_templates(const Call& call, ShownJson& json) {
  if (Refusal refusal = refuse_cursor(call.params)) return refusal;
  json.start_array("resourceTemplates");
  for (const Resource& one : resource_templates()) {
    write_resource(one, "uriTemplate", call.era, json);
  }
  json.end_array();
  return {};
}

Server::Refusal Server::read(const Call& call, ShownJson& json) {
  const std::string_view uri = call.params.text("uri");
  const std::optional<std::string> content = read_resource(knowledge_, uri);
  if (!content) {
    const int code = call.era.is_stateless() ? kRpcInvalidParams : kResourceNotFound;
    return RpcError{code, "resource not found", object_with("uri", uri)};
  }
  json.start_array("contents");
  json.start_object();
  json.member("uri", uri);
  json.member("mimeType", "application/json");
  json.member("text", *content);
  json.end_object();
  json.end_array();
  return {};
}

Server::Refusal Server::list_prompts(const Call& call, ShownJson& json) {
  if (Refusal refusal = refuse_cursor(call.params)) return refusal;
  json.start_array("prompts");
  for (const Prompt& prompt : all_prompts()) write_prompt(prompt, call.era, json);
  json.end_array();
  return {};
}

Server::Refusal Server::give_prompt(const Call& call, ShownJson& json) {
  const std::string_view name = call.params.text("name");
  const Prompt* const prompt = find_named(all_prompts(), name);
  if (prompt == nullptr) return invalid_params("no prompt is called " + printable(ticked(name)));
  const JsonObject arguments = call.params.object("arguments");
  for (const Prompt::Argument& argument : prompt->arguments) {
    if (argument.is_required && arguments.text(argument.name).empty()) {
      return invalid_params("the prompt needs the argument " + ticked(argument.name));
    }
  }
  json.member("description", prompt->description);
  json.start_array("messages");
  json.start_object();
  json.member("role", "user");
  json.start_object("content");
  json.member("type", "text");
  json.member("text", prompt->text(arguments));
  json.end_object();
  json.end_object();
  json.end_array();
  return {};
}

Server::Refusal Server::complete(const Call& call, ShownJson& json) {
  const std::string_view name = call.params.object("argument").text("name");
  if (!has_variable(call.params.object("ref"), name)) {
    return invalid_params("`ref` names no template or prompt with an argument " +
                          printable(ticked(name)));
  }
  const Completion found =
      kbc::complete(knowledge_, name, call.params.object("argument").text("value"))
          .value_or(Completion());
  json.start_object("completion");
  json.start_array("values");
  for (const std::string_view value : found.values) json.string(value);
  json.end_array();
  json.member("total", found.total);
  json.key("hasMore");
  json.boolean(found.total > found.values.size());
  json.end_object();
  return {};
}

ToolAnswer Server::run_tool(const Tool& tool, const JsonObject& arguments) {
  const auto [known, is_new] = schemas_.try_emplace(tool.name);
  if (is_new) {
    Result<Schema> schema = Schema::compile(tool.input);
    if (!schema) return ToolAnswer::refuse(schema.error().message);
    known->second = std::move(*schema);
  }
  if (std::string faults = faults_text(known->second, arguments); !faults.empty()) {
    return ToolAnswer::refuse(std::move(faults));
  }
  return tool.call(knowledge_, arguments);
}

Server::Refusal Server::call_tool(const Call& call, ShownJson& json) {
  const std::string_view name = call.params.text("name");
  const auto tool = std::find_if(tools_.begin(), tools_.end(),
                                 [&](const Tool* one) { return one->name == name; });
  if (tool == tools_.end()) {
    return invalid_params("unknown tool " + printable(ticked(name)) + "; tools/list has all");
  }
  Document none;
  parse_json("{}", Dialect::kJson, none);
  const bool has_arguments = call.params.has("arguments");
  const JsonObject arguments =
      has_arguments ? call.params.object("arguments") : JsonObject(none, 0);
  if (!arguments.is_object()) return invalid_params("`arguments` is an object");
  const ToolAnswer answer = run_tool(**tool, arguments);
  const bool is_error = !answer.error.empty();
  json.start_array("content");
  json.start_object();
  json.member("type", "text");
  json.member("text", is_error ? answer.error : fenced(answer.structured));
  json.end_object();
  json.end_array();
  if (!is_error && call.era.has_structured_results()) {
    json.key("structuredContent");
    json.json(answer.structured);
  }
  json.key("isError");
  json.boolean(is_error);
  return {};
}

}  // namespace kbc
