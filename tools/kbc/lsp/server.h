#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/base_state.h"
#include "lsp/client.h"
#include "lsp/document_state.h"
#include "lsp/inbox.h"
#include "rpc/json_object.h"
#include "rpc/message.h"

namespace kbc {

struct LanguageServerOptions {
  BaseOptions base;
  // Files of a knowledge base with findings that are told of though nobody has them open.
  std::size_t most_unopened = 200;
  // A first reading that takes longer shows how far it is.
  std::chrono::milliseconds quiet{300};
};

// The Language Server Protocol: what is done with each message. What the client gets goes to
// `send`, one message a call, which may come from another thread than the caller's, but never from
// two at once. Knows nothing of how messages travel. For one connection and one thread.
class LanguageServer {
 public:
  using Send = std::function<void(std::string_view message)>;

  LanguageServer(LanguageServerOptions options, Send send);
  ~LanguageServer();
  LanguageServer(const LanguageServer&) = delete;
  LanguageServer& operator=(const LanguageServer&) = delete;

  void take(const Incoming& incoming);
  // The same for a frame that was too long to be read.
  void refuse_long(std::size_t longest);

  // Whether there are edits, or changes on disk, that nobody has looked at.
  bool is_stale() const;
  // Looks at them, and tells the client what has become of the findings.
  void settle();

  // What the process is to end with, once the client has said so.
  std::optional<int> exit_status() const { return exit_status_; }
  // The process without which there is nobody to serve; 0 for none.
  std::uint64_t parent() const { return parent_; }

 private:
  struct Method;
  struct Base;
  struct Open;
  using Refusal = std::optional<RpcError>;
  // Writes the result, one value.
  using Answer = Refusal (LanguageServer::*)(const JsonObject& params, JsonWriter& result);
  using Told = void (LanguageServer::*)(const JsonObject& params);

  // A `workspace/diagnostic` that waits until something changes.
  struct Held {
    std::string id;
    std::map<std::string, std::string> known;  // result ids, by uri
  };

  static const std::vector<Method>& methods();

  void answer(const RpcMessage& message, const Incoming& incoming);
  Refusal answer_into(const RpcMessage& message, const Incoming& incoming, JsonWriter& result);
  Refusal ask_feature(const RpcMessage& message, const JsonObject& params, JsonWriter& result);
  void tell(const RpcMessage& message, const JsonObject& params);
  void notify(std::string_view method, std::string_view params);
  void request(std::string_view method, std::string_view params);
  void log(std::string_view sentence);

  Refusal initialize(const JsonObject& params, JsonWriter& result);
  Refusal shutdown(const JsonObject& params, JsonWriter& result);
  Refusal diagnose(const JsonObject& params, JsonWriter& result);
  void initialized(const JsonObject& params);
  void exit(const JsonObject& params);
  void cancel(const JsonObject& params);
  void did_open(const JsonObject& params);
  void did_change(const JsonObject& params);
  void did_save(const JsonObject& params);
  void did_close(const JsonObject& params);
  void did_change_watched_files(const JsonObject& params);
  void did_change_folders(const JsonObject& params);

  void hold(const RpcMessage& message, const JsonObject& params);
  void answer_held();
  void refuse_held(int code, std::string_view why);

  void register_watchers();
  void open_folder(const std::string& path);
  Base* base_at(const std::string& folder);
  Base* base_around(const std::string& path);
  void adopt(Open& open);
  void adopt_orphans();
  void load(Base& base);
  void look_at_all_unless_watched();
  void drop_unused_bases();

  void settle(Base& base);
  void tell_findings(Base& base, const std::set<std::string>& changed);
  void push(Base& base, const std::set<std::string>& changed);
  void publish(const BaseState& state, const std::string& path);
  void clear(const std::string& uri);
  void write_related(const BaseState& state, JsonWriter& result) const;
  std::set<std::string> wanted_unopened(const BaseState& state) const;
  // The open files of the knowledge base among those that were edited.
  std::set<std::string> take_edited(const Base& base);

  LanguageServerOptions options_;
  Send send_;
  ClientAbilities client_;
  bool is_initialized_ = false, is_shut_down_ = false;
  std::optional<int> exit_status_;
  std::uint64_t parent_ = 0;
  std::uint64_t requests_ = 0;                          // that were sent
  std::vector<std::string> folders_;                    // of the workspace
  std::map<std::string, std::unique_ptr<Base>> bases_;  // by the folder of kbc.json
  std::map<std::string, std::unique_ptr<Open>> open_;   // by absolute path
  // Open files whose findings are told whether they are others or not.
  std::set<std::string> edited_;
  std::set<std::string> related_;  // with other findings since the last answer about a file
  std::optional<Held> held_;
};

}  // namespace kbc
