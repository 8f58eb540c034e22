#include "os/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "os/spawn.h"

namespace kbc {
namespace {

// Both ends of a pipe, closed at the end of the scope.
class Pipe {
 public:
  Pipe() { is_open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool is_open() const { return is_open_; }
  int end(std::size_t which) const { return ends_[which]; }
  void close_end(std::size_t which) {
    if (ends_[which] >= 0) ::close(ends_[which]);
    ends_[which] = -1;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
  bool is_open_ = false;
};

// Reads both until both have ended: a program that fills one of two pipes must not wait forever.
void drain(Pipe& out, Pipe& err, std::string& output, std::string& message) {
  std::array<pollfd, 2> ends = {pollfd{out.end(0), POLLIN, 0}, pollfd{err.end(0), POLLIN, 0}};
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

Error ended(const std::string& name, int status, const std::string& message) {
  std::string how = WIFEXITED(status) ? "exit status " + std::to_string(WEXITSTATUS(status))
                                      : "signal " + std::to_string(WTERMSIG(status));
  if (!message.empty()) how = first_line(message);
  return {name + ": " + how};
}

}  // namespace

Result<std::string> run_program(const std::vector<std::string>& command) {
  Pipe out, err;
  if (!out.is_open() || !err.is_open()) return Error{command[0] + ": " + std::strerror(errno)};
  const Result<pid_t> process = spawn(command, {-1, out.end(1), err.end(1)});
  if (!process) return process.error();
  out.close_end(1);
  err.close_end(1);
  std::string output, message;
  drain(out, err, output, message);
  const int status = wait_for(*process);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return ended(command[0], status, message);
  return output;
}

}  // namespace kbc
