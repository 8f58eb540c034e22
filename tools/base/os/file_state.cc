#include "os/file_state.h"

#include <sys/stat.h>
#include <sys/xattr.h>

#include <array>

namespace kbc {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

std::optional<FileState> state_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return FileState{found.st_dev, found.st_ino, static_cast<std::uint64_t>(found.st_size),
                   nanoseconds(found.st_mtim), nanoseconds(found.st_ctim)};
}

bool set_attribute(const std::string& path, const std::string& name, const std::string& value) {
  return ::setxattr(path.c_str(), ("user." + name).c_str(), value.data(), value.size(), 0) == 0;
}

std::string attribute_of(const std::string& path, const std::string& name) {
  std::array<char, 256> value{};
  const auto size = ::getxattr(path.c_str(), ("user." + name).c_str(), value.data(), value.size());
  return size <= 0 ? std::string() : std::string(value.data(), static_cast<std::size_t>(size));
}

}  // namespace kbc
