#include "os/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "os/spawn.h"

namespace kbc {
namespace {

ssize_t read_again(int descriptor, char* bytes, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(descriptor, bytes, size);
    if (got >= 0 || errno != EINTR) return got;
  }
}

constexpr auto kNoSize = static_cast<std::size_t>(-1);

// Reads until the end or until text is full; the size that the file claims is only a hint, since
// it may grow or shrink while it is read. Where that much has come, nobody asks for the end.
Status read_up_to(int descriptor, std::size_t limit, std::size_t claimed, const std::string& path,
                  std::string& text) {
  std::size_t used = 0;
  for (;;) {
    if (used == text.size()) {
      if (used >= limit) return {};
      text.resize(std::min(limit, std::max<std::size_t>(used * 2, 4096)));
    }
    const ssize_t got = read_again(descriptor, text.data() + used, text.size() - used);
    if (got < 0) return system_error(path);
    used += static_cast<std::size_t>(got);
    if (got == 0 || used == claimed) {
      text.resize(used);
      return {};
    }
  }
}

}  // namespace

Result<Input> Input::open(const std::string& path) {
  if (path == "-") return Input({}, path);
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.is_open()) return system_error(path);
  return Input(std::move(descriptor), path);
}

Result<Input> Input::of_command(const std::string& command) {
  Pipe pipe;
  if (!pipe.is_open()) return system_error(command);
  const int end = pipe.in.value();
  const Result<pid_t> shell = spawn({"sh", "-c", command}, {-1, end, end});
  if (!shell) return shell.error();
  Input input(std::move(pipe.out), {});
  input.process_ = *shell;
  return input;
}

Input::~Input() {
  descriptor_.close();
  if (process_ >= 0) wait_for(process_);
}

int Input::value() const { return descriptor_.is_open() ? descriptor_.value() : STDIN_FILENO; }

Result<std::size_t> Input::read(char* bytes, std::size_t size) {
  const ssize_t got = read_again(value(), bytes, size);
  if (got < 0) return Error{std::strerror(errno)};
  return static_cast<std::size_t>(got);
}

bool Input::is_replaced() const {
  struct stat read_from {
  }, at_path{};
  if (::fstat(value(), &read_from) != 0 || ::stat(path_.c_str(), &at_path) != 0) return false;
  const bool is_other = read_from.st_dev != at_path.st_dev || read_from.st_ino != at_path.st_ino;
  return is_other || read_from.st_size < ::lseek(value(), 0, SEEK_CUR);
}

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  if (const auto stream = stream_named(path)) {
    const Descriptor own(::fcntl(*stream, F_DUPFD_CLOEXEC, 0));
    std::string text;
    if (!own.is_open()) return system_error(path);
    if (Status failed = read_up_to(own.value(), max_bytes + 1, kNoSize, path, text)) return *failed;
    return text;
  }
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return system_error(path);
  return read_open_file(file, path, max_bytes);
}

Result<std::string> read_file(const FilePlace& place, std::size_t max_bytes) {
  const Descriptor file(::openat(place.folder.value(), place.name.c_str(),
                                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) return system_error(place.path);
  return read_open_file(file, place.path, max_bytes);
}

Result<std::string> read_open_file(const Descriptor& file, const std::string& path,
                                   std::size_t max_bytes) {
  struct stat status;
  if (::fstat(file.value(), &status) != 0) return system_error(path);
  if (S_ISDIR(status.st_mode)) return Error{path + ": is a directory"};
  const bool is_null = S_ISCHR(status.st_mode) && status.st_rdev == makedev(1, 3);
  if (!S_ISREG(status.st_mode) && !is_null) return Error{path + ": not a regular file"};
  const std::size_t limit = max_bytes + 1;
  const auto claimed = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  std::string text;
  text.resize(std::min(limit, claimed + 1));
  if (Status failed = read_up_to(file.value(), limit, claimed, path, text)) return *failed;
  return text;
}

}  // namespace kbc
