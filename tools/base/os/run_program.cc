#include "os/run_program.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "os/descriptor.h"
#include "os/spawn.h"

namespace kbc {
namespace {

// Reads both until both have ended: a program that fills one of two pipes must not wait forever.
void drain(const Pipe& out, const Pipe& err, std::string& output, std::string& message) {
  std::array<pollfd, 2> ends = {pollfd{out.out.value(), POLLIN, 0},
                                pollfd{err.out.value(), POLLIN, 0}};
  std::array<char, 1 << 16> buffer;
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t which = 0; which < ends.size(); ++which) {
      if (ends[which].fd < 0 || ends[which].revents == 0) continue;
      const ssize_t size = ::read(ends[which].fd, buffer.data(), buffer.size());
      if (size > 0)
        (which == 0 ? output : message).append(buffer.data(), static_cast<std::size_t>(size));
      if (size == 0 || (size < 0 && errno != EINTR)) ends[which].fd = -1;
    }
  }
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// What a program proposes after its message: the first line that is indented, as git writes a
// command there. Empty without one.
std::string proposal_in(const std::string& message) {
  const std::size_t at = message.find("\n\t");
  return at == std::string::npos ? "" : first_line(message.substr(at + 2));
}

Error ended(const std::string& name, int status, const std::string& message) {
  std::string how = WIFEXITED(status) ? "exit status " + std::to_string(WEXITSTATUS(status))
                                      : "signal " + std::to_string(WTERMSIG(status));
  if (!message.empty()) how = first_line(message);
  if (const std::string proposal = proposal_in(message); !proposal.empty()) {
    how += "; it proposes `" + proposal + "`";
  }
  return {name + ": " + how};
}

}  // namespace

Result<std::string> run_program(const std::vector<std::string>& command,
                                const std::vector<std::string>& settings) {
  Pipe out, err;
  if (!out.is_open() || !err.is_open()) return system_error(command[0]);
  const Result<pid_t> process = spawn(command, {-1, out.in.value(), err.in.value()}, settings);
  if (!process) return process.error();
  out.in.close();
  err.in.close();
  std::string output, message;
  drain(out, err, output, message);
  const int status = wait_for(*process);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return ended(command[0], status, message);
  return output;
}

Status run_in_terminal(const std::vector<std::string>& command) {
  const Result<pid_t> process = spawn(command, {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO});
  if (!process) return process.error();
  const int status = wait_for(*process);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return ended(command[0], status, {});
}

}  // namespace kbc
