#include "lsp/inbox.h"

#include <utility>
#include <variant>

#include "rpc/json_object.h"

namespace kbc {
namespace {

std::string_view uri_in(const Incoming& incoming, const RpcMessage& message) {
  return JsonObject(incoming.document, message.params).object("textDocument").text("uri");
}

// The id that `$/cancelRequest` names, as it is written.
std::string_view id_literal(const Incoming& incoming, const RpcMessage& message) {
  const std::uint32_t id = JsonObject(incoming.document, message.params).find("id");
  if (id == Document::kNoNode) return {};
  const Span span = incoming.document[id].span;
  return std::string_view(incoming.text).substr(span.begin, span.size());
}

}  // namespace

const RpcMessage* message_in(const Incoming& incoming) {
  if (incoming.rpc.is_batch || incoming.rpc.items.size() != 1) return nullptr;
  return std::get_if<RpcMessage>(&incoming.rpc.items.front());
}

void Inbox::put(std::unique_ptr<Incoming> message) {
  std::unique_lock lock(mutex_);
  has_room_.wait(lock, [&] { return messages_.empty() || bytes_ < kMostBytes || is_closed_; });
  if (const RpcMessage* const told = message_in(*message); told != nullptr && told->id.empty()) {
    if (told->method == "$/cancelRequest") mark_cancelled(id_literal(*message, *told));
    if (told->method == "textDocument/didChange") mark_outdated(uri_in(*message, *told));
  }
  bytes_ += message->text.size();
  messages_.push_back(std::move(message));
  has_come_.notify_one();
}

void Inbox::mark_cancelled(std::string_view id) {
  for (const std::unique_ptr<Incoming>& waiting : messages_) {
    const RpcMessage* const asked = message_in(*waiting);
    if (asked != nullptr && !id.empty() && asked->id == id) waiting->is_cancelled = true;
  }
}

void Inbox::mark_outdated(std::string_view uri) {
  for (const std::unique_ptr<Incoming>& waiting : messages_) {
    const RpcMessage* const asked = message_in(*waiting);
    if (asked == nullptr || asked->id.empty() || uri.empty()) continue;
    if (uri_in(*waiting, *asked) == uri) waiting->is_outdated = true;
  }
}

void Inbox::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  has_come_.notify_all();
  has_room_.notify_all();
}

std::unique_ptr<Incoming> Inbox::take(std::optional<Pacer::Clock::time_point> until) {
  std::unique_lock lock(mutex_);
  const auto is_ready = [&] { return !messages_.empty() || is_closed_; };
  if (until) {
    has_come_.wait_until(lock, *until, is_ready);
  } else {
    has_come_.wait(lock, is_ready);
  }
  if (messages_.empty()) return nullptr;
  std::unique_ptr<Incoming> first = std::move(messages_.front());
  messages_.pop_front();
  bytes_ -= first->text.size();
  has_room_.notify_one();
  return first;
}

bool Inbox::is_at_end() {
  const std::lock_guard lock(mutex_);
  return is_closed_ && messages_.empty();
}

bool Inbox::has_more() {
  const std::lock_guard lock(mutex_);
  return !messages_.empty();
}

}  // namespace kbc
