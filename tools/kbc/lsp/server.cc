#include "lsp/server.h"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <sstream>
#include <thread>
#include <utility>
#include <variant>

#include "config/config.h"
#include "config/version.h"
#include "core/named.h"
#include "load/discover.h"
#include "lsp/feature.h"
#include "lsp/file_uri.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr int kNotInitialized = -32002, kCancelled = -32800, kContentModified = -32801,
              kServerCancelled = -32802;

// So many other files at most come with an answer about one.
constexpr std::size_t kMostRelated = 200;

std::string id_of(const FileFindings& findings) { return hexadecimal(findings.name, 16); }

std::string written(const std::function<void(JsonWriter& json)>& write) {
  std::ostringstream out;
  JsonWriter json(out);
  write(json);
  return std::move(out).str();
}

void write_report(const FileFindings& findings, JsonWriter& json) {
  json.member("kind", "full");
  json.member("resultId", id_of(findings));
  json.key("items");
  json.json(findings.json);
}

// The folders below one that have a kbc.json, no deeper than authors put them. A workspace may be
// anything, a home directory too, so only so many folders are looked into.
std::vector<std::string> bases_below(const fs::path& folder) {
  constexpr std::size_t kMostFolders = 1000;
  constexpr int kDeepest = 3;
  std::vector<std::string> bases;
  std::vector<std::pair<fs::path, int>> folders = {{folder, 0}};
  for (std::size_t at = 0; at < folders.size(); ++at) {
    const auto [path, depth] = folders[at];
    std::error_code failed;
    if (fs::exists(path / kConfigName, failed)) bases.push_back(path.string());
    if (depth == kDeepest) continue;
    fs::directory_iterator items(path, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && items != fs::directory_iterator(); items.increment(failed)) {
      const std::string name = items->path().filename().string();
      std::error_code unknown;
      const bool is_folder = items->symlink_status(unknown).type() == fs::file_type::directory;
      if (!is_folder || name.starts_with('.') || name == "node_modules") continue;
      if (folders.size() < kMostFolders) folders.emplace_back(items->path(), depth + 1);
    }
  }
  std::sort(bases.begin(), bases.end());
  return bases;
}

std::vector<std::string> workspace_folders(const JsonObject& params) {
  std::vector<std::string> folders;
  const auto add = [&](std::string_view uri) {
    if (std::optional<std::string> path = path_of_uri(uri)) folders.push_back(std::move(*path));
  };
  for (const JsonObject& folder : params.objects("workspaceFolders")) add(folder.text("uri"));
  if (folders.empty()) add(params.text("rootUri"));
  const std::string_view path = params.text("rootPath");
  if (folders.empty() && path.starts_with('/')) add(uri_of_path(path));
  return folders;
}

std::optional<std::string> path_in(const JsonObject& params) {
  return path_of_uri(params.object("textDocument").text("uri"));
}

std::string_view version_in(const JsonObject& params) {
  const JsonObject document = params.object("textDocument");
  const std::uint32_t node = document.find("version");
  const bool is_number = node != Document::kNoNode && document.document()[node].is(Kind::kNumber);
  return is_number ? document.document()[node].text : std::string_view();
}

}  // namespace

struct LanguageServer::Base {
  Base(std::string folder, const ClientAbilities& client, BaseOptions options)
      : state(std::move(folder), client, options) {}

  BaseState state;
  std::map<std::string, std::string> pushed;  // the uris of unopened files, by their paths
};

struct LanguageServer::Open {
  Open(std::string uri, std::string path, std::string text, PositionEncoding encoding)
      : document(std::move(uri), std::move(path), std::move(text), encoding) {}

  DocumentState document;
  Base* base = nullptr;
};

struct LanguageServer::Method {
  std::string_view name;
  Answer answer = nullptr;  // of a request
  Told tell = nullptr;      // of a notification
};

const std::vector<LanguageServer::Method>& LanguageServer::methods() {
  using Server = LanguageServer;
  static const std::vector<Method> methods = {
      {"initialize", &Server::initialize},
      {"shutdown", &Server::shutdown},
      {"textDocument/diagnostic", &Server::diagnose},
      {"initialized", nullptr, &Server::initialized},
      {"exit", nullptr, &Server::exit},
      {"$/cancelRequest", nullptr, &Server::cancel},
      {"textDocument/didOpen", nullptr, &Server::did_open},
      {"textDocument/didChange", nullptr, &Server::did_change},
      {"textDocument/didSave", nullptr, &Server::did_save},
      {"textDocument/didClose", nullptr, &Server::did_close},
      {"workspace/didChangeWatchedFiles", nullptr, &Server::did_change_watched_files},
      {"workspace/didChangeWorkspaceFolders", nullptr, &Server::did_change_folders},
  };
  return methods;
}

LanguageServer::LanguageServer(LanguageServerOptions options, Send send)
    : options_(options), send_(std::move(send)) {}

LanguageServer::~LanguageServer() = default;

// --- Messages

void LanguageServer::take(const Incoming& incoming) {
  const auto refuse = [&](const RpcFault& fault) {
    send_(rpc_error(fault.id.empty() ? "null" : fault.id, fault.error));
  };
  if (incoming.rpc.is_batch) {
    return refuse({{kRpcInvalidRequest, "send each message by itself"}});
  }
  const RpcItem& item = incoming.rpc.items.front();
  if (const auto* const fault = std::get_if<RpcFault>(&item)) return refuse(*fault);
  const auto* const message = std::get_if<RpcMessage>(&item);
  if (message == nullptr) return;
  if (message->id.empty()) {
    tell(*message, {incoming.document, message->params});
  } else {
    answer(*message, incoming);
  }
}

void LanguageServer::refuse_long(std::size_t longest) {
  send_(rpc_error(
      "null", {kRpcInvalidRequest, "a message has at most " + std::to_string(longest) + " bytes"}));
}

void LanguageServer::tell(const RpcMessage& message, const JsonObject& params) {
  const Method* const method = find_named(methods(), message.method);
  if (method == nullptr || method->tell == nullptr) return;
  if (message.method != "exit" && (!is_initialized_ || is_shut_down_)) return;
  (this->*method->tell)(params);
}

void LanguageServer::answer(const RpcMessage& message, const Incoming& incoming) {
  if (message.method == "workspace/diagnostic" && is_initialized_ && !is_shut_down_ &&
      !incoming.is_cancelled) {
    return hold(message, {incoming.document, message.params});
  }
  std::ostringstream out;
  JsonWriter result(out);
  if (const Refusal refusal = answer_into(message, incoming, result)) {
    send_(rpc_error(message.id, *refusal));
  } else {
    send_(rpc_result(message.id, out.view()));
  }
}

LanguageServer::Refusal LanguageServer::answer_into(const RpcMessage& message,
                                                    const Incoming& incoming, JsonWriter& result) {
  if (incoming.is_cancelled) return RpcError{kCancelled, "cancelled"};
  const bool is_first = message.method == "initialize";
  if (is_first == is_initialized_ || is_shut_down_) {
    return RpcError{is_first || is_shut_down_ ? kRpcInvalidRequest : kNotInitialized,
                    is_shut_down_ ? "the server was shut down"
                    : is_first    ? "`initialize` comes once"
                                  : "begin with `initialize`"};
  }
  const JsonObject params(incoming.document, message.params);
  const Method* const method = find_named(methods(), message.method);
  if (method != nullptr && method->answer != nullptr)
    return (this->*method->answer)(params, result);
  // Findings are asked for again after the edit; without an answer an editor would show none until
  // then.
  if (incoming.is_outdated) return RpcError{kContentModified, "the text has been edited since"};
  return ask_feature(message, params, result);
}

LanguageServer::Refusal LanguageServer::ask_feature(const RpcMessage& message,
                                                    const JsonObject& params, JsonWriter& result) {
  const auto feature =
      std::find_if(all_features().begin(), all_features().end(),
                   [&](const Feature& one) { return one.method == message.method; });
  if (feature == all_features().end()) {
    return RpcError{kRpcMethodNotFound, "no method is called " + printable(ticked(message.method))};
  }
  settle();
  std::vector<BaseState*> bases;
  for (const auto& [folder, base] : bases_) {
    if (base->state.is_sound()) bases.push_back(&base->state);
  }
  FeatureRequest request{client_, params, nullptr, nullptr, bases};
  const std::optional<std::string> path = path_in(params);
  const auto open = path ? open_.find(*path) : open_.end();
  if (open != open_.end() && open->second->base != nullptr &&
      open->second->base->state.is_sound()) {
    request.document = &open->second->document;
    request.base = &open->second->base->state;
  }
  if (feature->needs_document && request.document == nullptr) {
    result.null();
    return {};
  }
  return feature->answer(request, result);
}

void LanguageServer::notify(std::string_view method, std::string_view params) {
  std::string message = R"({"jsonrpc":"2.0","method":")";
  message.append(method).append(R"(","params":)").append(params) += '}';
  send_(message);
}

void LanguageServer::request(std::string_view method, std::string_view params) {
  std::string message = R"({"jsonrpc":"2.0","id":"kbc-)" + std::to_string(++requests_);
  message.append(R"(","method":")").append(method) += '"';
  if (!params.empty()) message.append(R"(,"params":)").append(params);
  send_(message + '}');
}

void LanguageServer::log(std::string_view sentence) {
  notify("window/logMessage", written([&](JsonWriter& json) {
           constexpr std::uint64_t kInfo = 3;
           json.start_object();
           json.member("type", kInfo);
           json.member("message", printable(sentence));
           json.end_object();
         }));
}

// --- The life of the server

LanguageServer::Refusal LanguageServer::initialize(const JsonObject& params, JsonWriter& result) {
  is_initialized_ = true;
  client_ = read_abilities(params);
  parent_ = params.number("processId").value_or(0);
  folders_ = workspace_folders(params);
  result.start_object();
  result.start_object("capabilities");
  result.member("positionEncoding", name_of(client_.encoding));
  result.key("textDocumentSync");
  result.json(R"({"openClose":true,"change":2,"save":{"includeText":false}})");
  if (client_.pulls()) {
    result.key("diagnosticProvider");
    result.json(R"({"identifier":"kbc","interFileDependencies":true,"workspaceDiagnostics":true})");
  }
  result.key("workspace");
  result.json(R"({"workspaceFolders":{"supported":true,"changeNotifications":true},)"
              R"("fileOperations":{"willRename":{"filters":[)"
              R"({"scheme":"file","pattern":{"glob":"**/*.json","matches":"file"}}]}}})");
  for (const Feature& feature : all_features()) {
    if (feature.offer != nullptr) feature.offer(client_, result);
  }
  result.end_object();
  result.start_object("serverInfo");
  result.member("name", "kbc");
  result.member("version", kVersion);
  result.end_object();
  result.end_object();
  return {};
}

void LanguageServer::initialized(const JsonObject&) {
  if (client_.watches_files) register_watchers();
  for (const std::string& folder : folders_) open_folder(folder);
}

void LanguageServer::register_watchers() {
  request("client/registerCapability",
          R"({"registrations":[{"id":"kbc-files","method":"workspace/didChangeWatchedFiles",)"
          R"("registerOptions":{"watchers":[{"globPattern":"**/*.json"}]}}]})");
}

LanguageServer::Refusal LanguageServer::shutdown(const JsonObject&, JsonWriter& result) {
  refuse_held(kServerCancelled, "the server shuts down");
  is_shut_down_ = true;
  result.null();
  return {};
}

void LanguageServer::exit(const JsonObject&) { exit_status_ = is_shut_down_ ? 0 : 1; }

void LanguageServer::cancel(const JsonObject& params) {
  if (!held_) return;
  const std::uint32_t id = params.find("id");
  if (id == Document::kNoNode) return;
  const Node& node = params.document()[id];
  const bool is_text = node.is(Kind::kString);
  const std::string held = held_->id;
  const std::string_view bare = is_text && held.size() >= 2
                                    ? std::string_view(held).substr(1, held.size() - 2)
                                    : std::string_view(held);
  if (node.text == bare && is_text == held.starts_with('"')) {
    refuse_held(kCancelled, "cancelled");
  }
}

// --- Texts

void LanguageServer::did_open(const JsonObject& params) {
  const std::optional<std::string> path = path_in(params);
  if (!path) return;
  const JsonObject document = params.object("textDocument");
  std::unique_ptr<Open>& open = open_[*path];
  open = std::make_unique<Open>(std::string(document.text("uri")), *path,
                                std::string(document.text("text")), client_.encoding);
  open->document.set_version(version_in(params));
  look_at_all_unless_watched();
  adopt(*open);
}

void LanguageServer::adopt(Open& open) {
  const DocumentState& document = open.document;
  open.base = base_around(document.path());
  if (open.base == nullptr) return;
  open.base->state.set_buffer(document.path(), document.uri(), document.text());
  edited_.insert(document.path());
}

// A kbc.json may have come.
void LanguageServer::adopt_orphans() {
  for (const auto& [path, open] : open_) {
    if (open->base == nullptr) adopt(*open);
  }
}

void LanguageServer::did_change(const JsonObject& params) {
  const std::optional<std::string> path = path_in(params);
  const auto open = path ? open_.find(*path) : open_.end();
  if (open == open_.end()) return;
  DocumentState& document = open->second->document;
  for (const JsonObject& change : params.objects("contentChanges")) {
    const JsonObject range = change.object("range");
    if (range.is_object()) {
      document.replace(read_range(range), change.text("text"));
    } else {
      document.replace(std::string(change.text("text")));
    }
  }
  document.set_version(version_in(params));
  if (open->second->base == nullptr) return;
  open->second->base->state.set_buffer(*path, document.uri(), document.text());
  edited_.insert(*path);
}

void LanguageServer::did_save(const JsonObject& params) {
  const std::optional<std::string> path = path_in(params);
  if (!path) return;
  look_at_all_unless_watched();
  for (const auto& [folder, base] : bases_) base->state.look_at(*path);
  if (fs::path(*path).filename() == kConfigName) adopt_orphans();
}

// What was told of the file as an open one is told of it still, or taken back.
void LanguageServer::did_close(const JsonObject& params) {
  const std::optional<std::string> path = path_in(params);
  const auto open = path ? open_.find(*path) : open_.end();
  if (open == open_.end()) return;
  look_at_all_unless_watched();
  if (Base* const base = open->second->base) {
    base->pushed[*path] = open->second->document.uri();
    base->state.drop_buffer(*path);
  }
  edited_.erase(*path);
  open_.erase(open);
}

void LanguageServer::did_change_watched_files(const JsonObject& params) {
  bool has_config = false;
  for (const JsonObject& change : params.objects("changes")) {
    const std::optional<std::string> path = path_of_uri(change.text("uri"));
    if (!path) continue;
    has_config = has_config || fs::path(*path).filename() == kConfigName;
    for (const auto& [folder, base] : bases_) base->state.look_at(*path);
  }
  if (!has_config) return;
  for (const std::string& folder : folders_) open_folder(folder);
  adopt_orphans();
}

void LanguageServer::look_at_all_unless_watched() {
  if (client_.watches_files) return;
  for (const auto& [folder, base] : bases_) base->state.look_at_all();
}

// --- Knowledge bases

void LanguageServer::did_change_folders(const JsonObject& params) {
  const JsonObject event = params.object("event");
  for (const JsonObject& folder : event.objects("removed")) {
    if (const auto path = path_of_uri(folder.text("uri"))) std::erase(folders_, *path);
  }
  drop_unused_bases();
  for (const JsonObject& folder : event.objects("added")) {
    const std::optional<std::string> path = path_of_uri(folder.text("uri"));
    if (!path) continue;
    folders_.push_back(*path);
    open_folder(*path);
  }
}

void LanguageServer::open_folder(const std::string& path) {
  const std::string around = knowledge_base_around(path);
  if (!around.empty()) {
    base_at(around);
    return;
  }
  for (const std::string& folder : bases_below(path)) base_at(folder);
}

// Those that lie in no folder of the workspace, and have no file open.
void LanguageServer::drop_unused_bases() {
  std::set<std::string> used;
  for (const std::string& folder : folders_) {
    const std::string around = knowledge_base_around(folder);
    if (!around.empty()) used.insert(around);
    for (const std::string& below : bases_below(folder)) used.insert(below);
  }
  for (const auto& [path, open] : open_) {
    if (open->base != nullptr) used.insert(open->base->state.folder());
  }
  std::erase_if(bases_, [&](const auto& known) {
    if (used.contains(known.first)) return false;
    for (const auto& [path, uri] : known.second->pushed) clear(uri);
    return true;
  });
}

LanguageServer::Base* LanguageServer::base_around(const std::string& path) {
  const std::string folder = knowledge_base_around(fs::path(path).parent_path());
  return folder.empty() ? nullptr : base_at(folder);
}

LanguageServer::Base* LanguageServer::base_at(const std::string& folder) {
  const std::string name = fs::path(folder).lexically_normal().string();
  std::unique_ptr<Base>& base = bases_[name];
  if (base) return base.get();
  base = std::make_unique<Base>(name, client_, options_.base);
  load(*base);
  return base.get();
}

namespace {

// Calls a function now and then, from another thread, once a while has passed.
class Ticker {
 public:
  Ticker(std::chrono::milliseconds after, std::function<void()> tick)
      : thread_([this, after, tick = std::move(tick)] { run(after, tick); }) {}

  ~Ticker() {
    {
      const std::lock_guard lock(mutex_);
      has_ended_ = true;
    }
    ended_.notify_all();
  }

 private:
  void run(std::chrono::milliseconds pause, const std::function<void()>& tick) {
    constexpr std::chrono::milliseconds kPause{100};
    for (std::unique_lock lock(mutex_);; pause = kPause) {
      if (pause.count() > 0 && ended_.wait_for(lock, pause, [&] { return has_ended_; })) return;
      tick();
    }
  }

  std::mutex mutex_;
  std::condition_variable ended_;
  bool has_ended_ = false;
  std::jthread thread_;  // is joined first
};

std::string progress(std::string_view token, std::string_view kind, std::size_t percent) {
  return written([&](JsonWriter& json) {
    json.start_object();
    json.member("token", token);
    json.start_object("value");
    json.member("kind", kind);
    if (kind == "begin") {
      json.member("title", "Reading the knowledge base");
      json.key("cancellable");
      json.boolean(false);
    }
    if (kind != "end") json.member("percentage", std::uint64_t{percent});
    json.end_object();
    json.end_object();
  });
}

}  // namespace

// While the entries are read nothing else is sent, so that the other thread may.
void LanguageServer::load(Base& base) {
  if (!client_.shows_progress) return settle(base);
  const std::string token = "kbc-progress-" + std::to_string(++requests_);
  std::size_t told = 0;
  bool has_begun = false;
  std::set<std::string> changed;
  {
    const Ticker ticker(options_.quiet, [&] {
      const std::size_t total = std::max<std::size_t>(base.state.total, 1);
      const std::size_t percent = std::min<std::size_t>(base.state.done * 100 / total, 100);
      if (!has_begun) request("window/workDoneProgress/create", R"({"token":")" + token + "\"}");
      if (has_begun && percent == told) return;
      notify("$/progress", progress(token, has_begun ? "report" : "begin", percent));
      told = percent;
      has_begun = true;
    });
    const std::vector<std::string> paths = base.state.settle();
    changed.insert(paths.begin(), paths.end());
  }
  if (has_begun) notify("$/progress", progress(token, "end", 100));
  tell_findings(base, changed);
}

// --- Findings

bool LanguageServer::is_stale() const {
  return !edited_.empty() || std::any_of(bases_.begin(), bases_.end(), [](const auto& base) {
    return base.second->state.is_stale();
  });
}

void LanguageServer::settle() {
  for (const auto& [folder, base] : bases_) settle(*base);
}

void LanguageServer::settle(Base& base) {
  const std::vector<std::string> changed = base.state.settle();
  tell_findings(base, {changed.begin(), changed.end()});
}

std::set<std::string> LanguageServer::take_edited(const Base& base) {
  std::set<std::string> edited;
  for (const std::string& path : edited_) {
    const auto open = open_.find(path);
    if (open != open_.end() && open->second->base == &base) edited.insert(path);
  }
  for (const std::string& path : edited) edited_.erase(path);
  return edited;
}

void LanguageServer::tell_findings(Base& base, const std::set<std::string>& changed) {
  for (const std::string& note : base.state.take_notes()) log(note);
  if (!client_.pulls()) return push(base, changed);
  const std::set<std::string> edited = take_edited(base);
  related_.insert(changed.begin(), changed.end());
  if (!changed.empty()) answer_held();
  // Of what was edited the client asks by itself.
  const bool is_news = std::any_of(changed.begin(), changed.end(), [&](const std::string& path) {
    return open_.contains(path) && !edited.contains(path);
  });
  if (is_news) request("workspace/diagnostic/refresh", {});
}

void LanguageServer::push(Base& base, const std::set<std::string>& changed) {
  const std::set<std::string> edited = take_edited(base);
  for (const std::string& path : edited) publish(base.state, path);
  for (const std::string& path : changed) {
    if (open_.contains(path) && !edited.contains(path)) publish(base.state, path);
  }
  const std::set<std::string> wanted = wanted_unopened(base.state);
  for (const std::string& path : wanted) {
    const bool is_new = base.pushed.emplace(path, base.state.uri_of(path)).second;
    if (is_new || changed.contains(path)) publish(base.state, path);
  }
  std::erase_if(base.pushed, [&](const auto& pushed) {
    if (wanted.contains(pushed.first)) return false;
    // An editor may spell the address in its own way.
    const bool is_told =
        open_.contains(pushed.first) && base.state.uri_of(pushed.first) == pushed.second;
    if (!is_told) clear(pushed.second);
    return true;
  });
}

std::set<std::string> LanguageServer::wanted_unopened(const BaseState& state) const {
  std::vector<std::pair<Severity, const std::string*>> files;
  for (const auto& [path, findings] : state.said()) {
    if (!open_.contains(path)) files.emplace_back(findings.worst, &path);
  }
  if (files.size() > options_.most_unopened) {
    std::stable_sort(files.begin(), files.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
    files.resize(options_.most_unopened);
  }
  std::set<std::string> wanted;
  for (const auto& [worst, path] : files) wanted.insert(*path);
  return wanted;
}

void LanguageServer::publish(const BaseState& state, const std::string& path) {
  const auto open = open_.find(path);
  notify("textDocument/publishDiagnostics", written([&](JsonWriter& json) {
           json.start_object();
           json.member("uri", state.uri_of(path));
           if (client_.takes_diagnostic_versions && open != open_.end() &&
               !open->second->document.version().empty()) {
             json.key("version");
             json.number(open->second->document.version());
           }
           json.key("diagnostics");
           json.json(state.said_of(path).json);
           json.end_object();
         }));
}

void LanguageServer::clear(const std::string& uri) {
  notify("textDocument/publishDiagnostics", written([&](JsonWriter& json) {
           json.start_object();
           json.member("uri", uri);
           json.key("diagnostics");
           json.json("[]");
           json.end_object();
         }));
}

LanguageServer::Refusal LanguageServer::diagnose(const JsonObject& params, JsonWriter& result) {
  settle();
  const std::optional<std::string> path = path_in(params);
  const Base* const base = path ? base_around(*path) : nullptr;
  const FileFindings none;
  const FileFindings& findings = base != nullptr ? base->state.said_of(*path) : none;
  result.start_object();
  if (params.text("previousResultId") == id_of(findings)) {
    result.member("kind", "unchanged");
    result.member("resultId", id_of(findings));
  } else {
    write_report(findings, result);
  }
  if (base != nullptr) {
    related_.erase(*path);
    write_related(base->state, result);
    related_.clear();
  }
  result.end_object();
  return {};
}

void LanguageServer::write_related(const BaseState& state, JsonWriter& result) const {
  if (!client_.takes_related_documents || related_.empty()) return;
  std::size_t left = kMostRelated;
  result.start_object("relatedDocuments");
  for (const std::string& path : related_) {
    if (left-- == 0) break;
    result.start_object(state.uri_of(path));
    write_report(state.said_of(path), result);
    result.end_object();
  }
  result.end_object();
}

void LanguageServer::hold(const RpcMessage& message, const JsonObject& params) {
  refuse_held(kServerCancelled, "asked again");
  settle();
  Held held{std::string(message.id), {}};
  for (const JsonObject& known : params.objects("previousResultIds")) {
    held.known.emplace(known.text("uri"), known.text("value"));
  }
  held_ = std::move(held);
  answer_held();
}

void LanguageServer::refuse_held(int code, std::string_view why) {
  if (!held_) return;
  const bool is_ours = code == kServerCancelled;
  send_(rpc_error(held_->id,
                  {code, std::string(why), is_ours ? R"({"retriggerRequest":false})" : ""}));
  held_.reset();
}

// The files of which something else is to be said than the client knows; if there is none, it waits
// on. What it is not told of stays as it is.
void LanguageServer::answer_held() {
  if (!held_) return;
  std::map<std::string, std::string> known = held_->known;
  std::size_t count = 0;
  std::string result = written([&](JsonWriter& json) {
    const auto write = [&](const std::string& uri, const FileFindings& findings) {
      ++count;
      json.start_object();
      json.member("uri", uri);
      json.key("version");
      json.null();
      write_report(findings, json);
      json.end_object();
    };
    json.start_object();
    json.start_array("items");
    for (const auto& [folder, base] : bases_) {
      for (const auto& [path, findings] : base->state.said()) {
        const std::string uri = base->state.uri_of(path);
        const auto id = known.find(uri);
        if (id == known.end() || id->second != id_of(findings)) write(uri, findings);
        if (id != known.end()) known.erase(id);
      }
    }
    const FileFindings none;
    for (const auto& [uri, id] : known) {
      if (id != id_of(none)) write(uri, none);
    }
    json.end_array();
    json.end_object();
  });
  if (count == 0) return;
  send_(rpc_result(held_->id, result));
  held_.reset();
}

}  // namespace kbc
