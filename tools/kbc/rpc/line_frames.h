#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"
#include "os/input.h"

namespace kbc {

// Messages as lines: each is a line of its own, without line ends in it. What is read takes bounded
// memory, however long a line is.
class LineFrames {
 public:
  // A longer line is passed over. It has room for the longest entry as a string.
  static constexpr std::size_t kLongest = std::size_t{4} << 20;

  explicit LineFrames(Input input) : input_(std::move(input)) {}

  struct Frame {
    std::string_view text;     // without its end, valid until the next one is asked for
    bool is_too_long = false;  // the text is empty then
  };

  // Waits for the next line that is not blank; nothing at the end. A last line without an end
  // counts.
  Result<std::optional<Frame>> next();

  // Requires: the message has no line end.
  static void write(std::string_view message, std::ostream& out);

 private:
  Status fill();

  Input input_;
  std::string buffer_;
  std::size_t begin_ = 0;    // of what has not been given
  std::size_t scanned_ = 0;  // no line ends between begin_ and here
  bool is_at_end_ = false;
};

}  // namespace kbc
