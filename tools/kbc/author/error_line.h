// The line of a log that tells the error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "author/log_text.h"
#include "author/message.h"

namespace kbc {

struct ErrorLine {
  Message message;
  std::string line;     // the whole line, plain
  std::string context;  // the plain lines around it and itself, joined by line feeds
  std::size_t number = 0;
};

// The line that a person would quote: the first cause, not what follows from it (`make: *** …
// Error 1`), of a chain of exceptions the one that started it, of a Python traceback its last line.
// Nothing when no line of several reads as an error; one line alone is taken as it is.
std::optional<ErrorLine> find_error_line(const LogText& log);

}  // namespace kbc
