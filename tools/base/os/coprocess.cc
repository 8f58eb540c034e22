#include "os/coprocess.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "os/spawn.h"

namespace kbc {

Coprocess::~Coprocess() {
  socket_.close();
  if (is_started()) wait_for(process_);
}

// A socket rather than two pipes: writing to a program that has gone must not end kbc by SIGPIPE.
Status Coprocess::start(const std::vector<std::string>& command,
                        const std::vector<std::string>& settings) {
  std::array<int, 2> ends = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return system_error(command[0]);
  }
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  const Result<pid_t> process = spawn(command, {theirs.value(), theirs.value(), -1}, settings);
  if (!process) return process.error();
  socket_ = std::move(ours);
  process_ = *process;
  return {};
}

bool Coprocess::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::send(socket_.value(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

bool Coprocess::receive(std::string& buffer) {
  buffer.resize(1 << 16);
  ssize_t size = -1;
  do {
    size = ::recv(socket_.value(), buffer.data(), buffer.size(), 0);
  } while (size < 0 && errno == EINTR);
  buffer.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  return size > 0;
}

}  // namespace kbc
