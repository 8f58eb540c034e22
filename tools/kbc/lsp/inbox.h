#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/pacer.h"
#include "parse/document.h"
#include "rpc/message.h"

namespace kbc {

// A message, read.
struct Incoming {
  explicit Incoming(std::string frame, bool too_long = false)
      : text(std::move(frame)), rpc(read_rpc(text, document)), is_too_long(too_long) {}

  std::string text;
  Document document;
  RpcFrame rpc;
  bool is_too_long;           // it was not read
  bool is_cancelled = false;  // the client has taken the request back
  bool is_outdated = false;   // the text that it is about has been edited since
};

// What a client has sent and nobody has looked at yet. One thread puts messages in, another takes
// them out; what has been put in can still be taken back. Holds a bounded number of bytes: whoever
// puts in more waits.
class Inbox {
 public:
  void put(std::unique_ptr<Incoming> message);
  // There will be no more.
  void close();

  // Waits for the next one, but no longer than until then. Null when the time has come, or at the
  // end.
  std::unique_ptr<Incoming> take(std::optional<Pacer::Clock::time_point> until);

  bool is_at_end();
  bool has_more();

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

  void mark_cancelled(std::string_view id);
  void mark_outdated(std::string_view uri);

  std::mutex mutex_;
  std::condition_variable has_come_, has_room_;
  std::deque<std::unique_ptr<Incoming>> messages_;
  std::size_t bytes_ = 0;
  bool is_closed_ = false;
};

// The request or notification in a frame that is no batch; null for anything else.
const RpcMessage* message_in(const Incoming& incoming);

}  // namespace kbc
