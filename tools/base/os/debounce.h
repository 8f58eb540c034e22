#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace kbc {

// When to act on something that comes in bursts: once nothing more has come for a while, and at the
// latest some time after the first. An editor that saves a file renames it, writes another and
// removes the first; `git switch` does that a thousand times. Asks no clock itself.
class Debounce {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::milliseconds kQuiet{50};
  static constexpr std::chrono::milliseconds kLongest{1000};

  // Something has come.
  void add(Time now) {
    if (!first_) first_ = now;
    last_ = now;
  }

  // When to act; nothing while nothing has come.
  std::optional<Time> due() const {
    if (!first_) return {};
    return std::min(*first_ + kLongest, last_ + kQuiet);
  }

  // That was acted on.
  void clear() { first_.reset(); }

 private:
  std::optional<Time> first_;
  Time last_;
};

}  // namespace kbc
