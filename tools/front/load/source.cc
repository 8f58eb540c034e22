#include "load/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kbc {
namespace {

Error system_error(const std::string& path) { return {path + ": " + std::strerror(errno)}; }

// Closes what it holds at the end of a scope.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  int value() const { return value_; }

 private:
  int value_;
};

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
    const ssize_t got = ::read(descriptor, text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path);
    used += static_cast<std::size_t>(got);
    if (got == 0 || used == claimed) {
      text.resize(used);
      return {};
    }
  }
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.value() < 0) return system_error(path);
  struct stat status;
  if (::fstat(file.value(), &status) != 0) return system_error(path);
  if (S_ISDIR(status.st_mode)) return Error{path + ": is a directory"};
  if (!S_ISREG(status.st_mode) && !S_ISCHR(status.st_mode)) {
    return Error{path + ": not a regular file"};
  }
  const std::size_t limit = max_bytes + 1;
  const auto claimed = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  std::string text;
  text.resize(std::min(limit, claimed + 1));
  if (Status failed = read_up_to(file.value(), limit, claimed, path, text)) return *failed;
  return text;
}

Source source_from_text(std::string text, std::string display_path, std::string path_id) {
  Source source;
  source.path = std::move(display_path);
  source.path_id = std::move(path_id);
  source.too_large = text.size() > kMaxFileBytes;
  if (source.too_large) text.resize(kMaxFileBytes);
  source.size = text.size();
  source.text = std::move(text);
  return source;
}

Source load_source(const std::string& file, std::string display_path, std::string path_id) {
  Result<std::string> text = read_file(file, kMaxFileBytes);
  Source source = source_from_text(text ? std::move(*text) : std::string(), std::move(display_path),
                                   std::move(path_id));
  source.file = file;
  if (!text) source.unreadable = text.error().message.substr(file.size() + 2);
  return source;
}

}  // namespace kbc
