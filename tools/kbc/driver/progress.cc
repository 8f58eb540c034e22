#include "driver/progress.h"

#include <chrono>
#include <cstdlib>
#include <string>

#include "os/terminal.h"
#include "text/printer.h"

namespace kbc {

bool is_watched() {
  return is_terminal(StandardStream::kErr) && std::getenv("CI") == nullptr &&
         std::getenv("PRE_COMMIT") == nullptr;
}

ProgressBar::ProgressBar(bool wanted) {
  if (wanted) thread_ = std::thread([this] { run(); });
}

ProgressBar::~ProgressBar() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
  }
  ended_.notify_one();
  thread_.join();
}

void ProgressBar::run() {
  std::unique_lock lock(mutex_);
  const auto has_ended = [this] { return has_ended_; };
  if (ended_.wait_for(lock, std::chrono::seconds(1), has_ended)) return;
  do {
    draw();
  } while (!ended_.wait_for(lock, std::chrono::milliseconds(100), has_ended));
  standard_error() << "\r\x1b[K";
  standard_error().flush();
}

void ProgressBar::draw() const {
  constexpr std::size_t kWidth = 30;
  const std::size_t all = total.load();
  const std::size_t now = done.load();
  const std::size_t filled = all == 0 ? 0 : kWidth * now / all;
  standard_error() << "\r[" << std::string(filled, '#') << std::string(kWidth - filled, ' ') << "] "
                   << now << "/" << all << " entries\x1b[K";
  standard_error().flush();
}

}  // namespace kbc
