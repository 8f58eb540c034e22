#include "cli/terminal.h"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "cli/process.h"

namespace kbc {

TerminalSession::TerminalSession(const std::vector<std::string>& arguments,
                                 const std::string& folder,
                                 const std::vector<std::string>& environment, std::string program) {
  if (program.empty()) program = kbc_binary();
  struct winsize size = {50, 200, 0, 0};
  child_ = ::forkpty(&master_, nullptr, nullptr, &size);
  if (child_ < 0) throw std::runtime_error("forkpty failed");
  if (child_ > 0) return;
  ::setenv("TERM", "xterm", 1);
  for (const std::string& setting : environment) {
    const std::size_t equals = setting.find('=');
    ::setenv(setting.substr(0, equals).c_str(), setting.c_str() + equals + 1, 1);
  }
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  if (::chdir(folder.c_str()) == 0) ::execvp(program.c_str(), argv.data());
  ::_exit(127);
}

TerminalSession::~TerminalSession() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    end();
  }
  ::close(master_);
}

bool TerminalSession::read_more() {
  // In milliseconds: only a failing test waits so long, however busy the machine is.
  constexpr int kPatience = 120'000;
  pollfd end = {master_, POLLIN, 0};
  if (::poll(&end, 1, kPatience) <= 0) return false;
  char buffer[4096];
  const ssize_t got = ::read(master_, buffer, sizeof buffer);
  if (got <= 0) return false;
  screen_.append(buffer, static_cast<std::size_t>(got));
  return true;
}

bool TerminalSession::sees(std::string_view text) {
  for (;;) {
    const std::size_t at = screen_.find(text, seen_);
    if (at != std::string::npos) {
      seen_ = at + text.size();
      return true;
    }
    if (!read_more()) return false;
  }
}

void TerminalSession::type(std::string_view keys) {
  if (::write(master_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) {
    throw std::runtime_error("the terminal takes no keys");
  }
}

int TerminalSession::end() {
  while (read_more()) {
  }
  int status = 0;
  ::waitpid(child_, &status, 0);
  child_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace kbc
