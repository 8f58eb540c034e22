#include "git/blob_reader.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "os/spawn.h"

namespace kbc {
namespace {

Error broken() { return {"git cat-file: ended before it answered"}; }

}  // namespace

BlobReader::~BlobReader() {
  if (socket_ >= 0) ::close(socket_);
  if (process_ >= 0) wait_for(process_);
}

// A socket rather than two pipes: writing to a git that has gone must not end kbc by SIGPIPE.
Status BlobReader::start() {
  if (process_ >= 0) return {};
  std::array<int, 2> ends;
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return Error{std::string("git cat-file: ") + std::strerror(errno)};
  }
  const Result<pid_t> process =
      spawn(repository_.command({"cat-file", "--batch"}), {ends[1], ends[1], -1});
  ::close(ends[1]);
  if (!process) {
    ::close(ends[0]);
    return process.error();
  }
  socket_ = ends[0];
  process_ = *process;
  return {};
}

Status BlobReader::ask(const std::string& object) {
  const std::string line = object + '\n';
  std::size_t sent = 0;
  while (sent < line.size()) {
    const ssize_t size = ::send(socket_, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return broken();
    sent += static_cast<std::size_t>(size);
  }
  return {};
}

Status BlobReader::fill() {
  buffer_.resize(1 << 16);
  used_ = 0;
  ssize_t size = -1;
  do {
    size = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  } while (size < 0 && errno == EINTR);
  buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  if (size <= 0) return broken();
  return {};
}

Status BlobReader::take(std::size_t size, std::string* into) {
  while (size > 0) {
    if (used_ == buffer_.size()) {
      if (Status failed = fill()) return failed;
    }
    const std::size_t part = std::min(size, buffer_.size() - used_);
    if (into != nullptr) into->append(buffer_, used_, part);
    used_ += part;
    size -= part;
  }
  return {};
}

Result<std::string> BlobReader::header() {
  std::string line;
  for (;;) {
    std::string byte;
    if (Status failed = take(1, &byte)) return *failed;
    if (byte == "\n") return line;
    line += byte;
  }
}

// `<object> blob <size>`, the blob, a line feed; or `<object> missing`.
Result<std::string> BlobReader::read(const std::string& object, std::size_t max_bytes) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (Status failed = start()) return *failed;
  if (Status failed = ask(object)) return *failed;
  const Result<std::string> answer = header();
  if (!answer) return answer.error();
  const std::size_t at = answer->rfind(' ');
  std::size_t size = 0;
  const char* const end = answer->data() + answer->size();
  if (at == std::string::npos || std::from_chars(answer->data() + at + 1, end, size).ptr != end) {
    return Error{"git cat-file: " + *answer};
  }
  std::string text;
  const std::size_t wanted = std::min(size, max_bytes + 1);
  if (Status failed = take(wanted, &text)) return *failed;
  if (Status failed = take(size - wanted, nullptr)) return *failed;
  if (Status failed = take(1, nullptr)) return *failed;
  return text;
}

}  // namespace kbc
