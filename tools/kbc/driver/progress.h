#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace kbc {

// A bar on standard error, drawn from the second second on and wiped when it ends. It is for a
// terminal; the caller knows whether there is one.
class ProgressBar {
 public:
  explicit ProgressBar(bool wanted);
  ~ProgressBar();

  std::atomic<std::size_t> done{0};
  std::atomic<std::size_t> total{0};

 private:
  void run();
  void draw() const;

  std::mutex mutex_;
  std::condition_variable ended_;
  bool has_ended_ = false;
  std::thread thread_;
};

// Whether a person is watching: standard error is a terminal, and neither CI nor PRE_COMMIT is set.
bool is_watched();

}  // namespace kbc
