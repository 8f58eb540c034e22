// The line of a log that tells the error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "author/log_text.h"
#include "author/message.h"

namespace kbc {

struct ErrorLine {
  Message message;
  std::string line;     // the whole line, plain
  std::string context;  // the plain lines around it and itself, joined by line feeds
  std::size_t number = 0;
};

// Whether a line that reads as no error is taken for one where the log has no other.
enum class OnlyLine : std::uint8_t { kIsTaken, kMustTell };

// The line that a person would quote: the first cause, not what follows from it (`make: *** …
// Error 1`), of a chain of exceptions the one that started it, of a Python traceback its last line.
// Nothing when no line of several reads as an error.
std::optional<ErrorLine> find_error_line(const LogText& log, OnlyLine only = OnlyLine::kIsTaken);

// Several, at most so many: each as if the lines of those before it were empty.
std::vector<ErrorLine> find_error_lines(const LogText& log, std::size_t most, OnlyLine only);

}  // namespace kbc
