// One thread reads what the client sends and puts it into the inbox, where it can still be taken
// back; this one does what is asked.

#include "driver/lsp.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include "driver/trouble.h"
#include "lsp/inbox.h"
#include "lsp/pacer.h"
#include "os/process.h"
#include "rpc/header_frames.h"
#include "text/printer.h"

namespace kbc {
namespace {

using Clock = Pacer::Clock;

// How often somebody looks whether the client is still there.
constexpr std::chrono::seconds kLook{2};
// For how long edits that are due wait for those that have come after them.
constexpr std::chrono::milliseconds kPatience{50};

// A message that was too long is a null.
void read_all(HeaderFrames& frames, Inbox& inbox) {
  for (;;) {
    Result<std::optional<HeaderFrames::Frame>> frame = frames.next();
    if (!frame) {
      report_trouble("standard input: " + frame.error().message);
      standard_error().flush();
    }
    if (!frame || !*frame) return inbox.close();
    inbox.put(std::make_unique<Incoming>(std::move((*frame)->text), (*frame)->is_too_long));
  }
}

class Session {
 public:
  Session(const LspRequest& request, Inbox& inbox)
      : inbox_(inbox), server_({request.base}, [](std::string_view message) {
          HeaderFrames::write(message, data_output());
        }) {}

  int run() {
    while (!server_.exit_status()) {
      const std::unique_ptr<Incoming> incoming = inbox_.take(next_look());
      if (incoming) {
        take(*incoming);
      } else if (inbox_.is_at_end() || is_alone()) {
        return 1;
      }
      if (is_time()) settle();
      if (!data_output()) return report_trouble("standard output cannot be written");
    }
    return *server_.exit_status();
  }

 private:
  void take(const Incoming& incoming) {
    if (incoming.is_too_long) return server_.refuse_long(HeaderFrames::kLongest);
    server_.take(incoming);
    if (server_.is_stale()) pacer_.edited(Clock::now());
  }

  void settle() {
    if (!server_.is_stale()) return pacer_.nothing_left();
    const Clock::time_point begin = Clock::now();
    server_.settle();
    pacer_.analysed(Clock::now() - begin);
  }

  // What has come already may be another edit, but there may always be one.
  bool is_time() {
    if (!pacer_.due() || *pacer_.due() > Clock::now()) return false;
    return !inbox_.has_more() || *pacer_.due() + kPatience <= Clock::now();
  }

  Clock::time_point next_look() const {
    const Clock::time_point look = Clock::now() + kLook;
    return pacer_.due() ? std::min(*pacer_.due(), look) : look;
  }

  bool is_alone() const { return server_.parent() != 0 && !is_running(server_.parent()); }

  Inbox& inbox_;
  LanguageServer server_;
  Pacer pacer_;
};

}  // namespace

int serve_lsp(const LspRequest& request) {
  Result<Input> input = Input::open("-");
  if (!input) return report_trouble(input.error());
  // The reader may wait for a message that never comes while this one ends.
  const auto inbox = std::make_shared<Inbox>();
  std::thread([inbox, frames = HeaderFrames(std::move(*input))]() mutable {
    read_all(frames, *inbox);
  }).detach();
  Session session(request, *inbox);
  const int status = session.run();
  inbox->close();
  return status;
}

}  // namespace kbc
