#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// A program at a terminal of its own (a pseudo-terminal, 200 columns wide), and the person there.
class TerminalSession {
 public:
  // environment as run() takes it; the program is kbc unless another is named.
  TerminalSession(const std::vector<std::string>& arguments, const std::string& folder,
                  const std::vector<std::string>& environment = {}, std::string program = {});
  ~TerminalSession();
  TerminalSession(const TerminalSession&) = delete;
  TerminalSession& operator=(const TerminalSession&) = delete;

  // Waits until the program has written the text, after what was waited for before; false when it
  // ends or falls silent for two minutes first.
  bool sees(std::string_view text);

  void type(std::string_view keys);

  // Reads what is left; gives the exit status as run() does.
  int end();

  // All that it has written so far.
  const std::string& screen() const { return screen_; }

 private:
  bool read_more();

  int master_ = -1;
  pid_t child_ = -1;
  std::string screen_;
  std::size_t seen_ = 0;
};

}  // namespace kbc
