// What a program printed, as the author of an entry hands it over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace kbc {

// The beginning and the end of a log: where it is longer, what lies between is counted and dropped,
// so that a log of any length takes the same memory. Bytes as they came.
class LogText {
 public:
  // How much is kept at the beginning and at the end, and beyond how much kbc reads no further.
  static constexpr std::size_t kHead = std::size_t{1} << 20;
  static constexpr std::size_t kTail = std::size_t{7} << 20;
  static constexpr std::size_t kMost = std::size_t{1} << 30;

  void append(std::string_view bytes);

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  struct Line {
    std::string_view text;   // without its end; views the LogText
    std::size_t number = 0;  // in the whole log, from 1
  };
  // The lines that were kept whole, in order.
  std::vector<Line> lines() const;

 private:
  void drop_middle();

  std::string text_;  // kHead bytes of the beginning and what has come since, or since the gap
  std::size_t size_ = 0;
  std::size_t dropped_lines_ = 0;  // ends of lines in the gap, which is at kHead
  bool has_gap_ = false;
};

// All of a file, or of standard input for `-`.
Result<LogText> read_log(const std::string& path);

// What a command writes on standard output and standard error. A shell runs it, with nothing to
// read; how it ends does not matter.
Result<LogText> log_of_command(const std::string& command);

}  // namespace kbc
