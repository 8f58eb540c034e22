#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace kbc {

// When edits are analysed. As long as that takes less than a few milliseconds, at once; else when
// nothing has been typed for twice as long as it takes, so that typing does not wait for it. Knows
// no clock of its own.
class Pacer {
 public:
  using Clock = std::chrono::steady_clock;

  void edited(Clock::time_point now) {
    if (!first_) first_ = now;
    due_ = std::min(now + pause(), *first_ + kLongest);
  }

  // Nothing where there is nothing to do.
  const std::optional<Clock::time_point>& due() const { return due_; }

  void analysed(Clock::duration took) {
    last_ = took;
    nothing_left();
  }
  // Somebody else has analysed the edits.
  void nothing_left() {
    first_.reset();
    due_.reset();
  }

  Clock::duration pause() const {
    if (last_ < kQuick) return {};
    return std::clamp<Clock::duration>(2 * last_, kShortest, kLongest);
  }

 private:
  static constexpr std::chrono::milliseconds kQuick{10}, kShortest{50}, kLongest{500};

  Clock::duration last_{};
  std::optional<Clock::time_point> first_, due_;  // of the edits since the last analysis
};

}  // namespace kbc
