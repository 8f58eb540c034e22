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

// Messages as the Language Server Protocol sends them: lines of a header, of which one is
// `Content-Length: N`, an empty line, and N bytes. What is read takes bounded memory, whatever a
// header says.
class HeaderFrames {
 public:
  // A longer message is passed over.
  static constexpr std::size_t kLongest = std::size_t{32} << 20;

  explicit HeaderFrames(Input input) : input_(std::move(input)) {}

  struct Frame {
    std::string text;
    bool is_too_long = false;  // the text is empty then
  };

  // Waits for the next message; nothing at the end. The error is about a header that does not say
  // where its message ends, after which nothing can be understood.
  Result<std::optional<Frame>> next();

  static void write(std::string_view message, std::ostream& out);

 private:
  // The length that the header gives; nothing at the end of the input.
  Result<std::optional<std::size_t>> read_header();
  // Has more bytes come, whatever their number? False at the end.
  Result<bool> fill();

  Input input_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what has not been given
};

}  // namespace kbc
