// The lines of a log as programs said them.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "author/log_text.h"
#include "author/message.h"

namespace kbc {

// Loggers make one line of several: JSON has a stack between quotes, syslog writes `#012`. Here
// such lines are taken apart again, so that what is read in a log is read in them.
class SaidLines {
 public:
  struct Line {
    std::string_view text;
    std::size_t number = 0;            // of the line of the log that it is, or is a part of
    const Message* carrier = nullptr;  // what the line of the log says beside it; null for nothing
  };

  // Views the log.
  explicit SaidLines(const LogText& log);
  SaidLines(const SaidLines&) = delete;
  SaidLines& operator=(const SaidLines&) = delete;

  const std::vector<Line>& lines() const { return lines_; }

  // The line without what the logger added, together with what its carrier says.
  Message message(const Line& line) const;

 private:
  bool add_long_texts(const LogText::Line& line);
  void add_parts(std::string text, std::size_t number, const Message* carrier);

  std::vector<Line> lines_;
  std::deque<std::string> texts_;
  std::deque<Message> carriers_;
};

}  // namespace kbc
