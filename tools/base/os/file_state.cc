#include "os/file_state.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <array>

#include "os/input.h"

namespace kbc {
namespace {

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileState state_from(const struct stat& found) {
  return FileState{found.st_dev, found.st_ino, static_cast<std::uint64_t>(found.st_size),
                   nanoseconds(found.st_mtim), nanoseconds(found.st_ctim)};
}

}  // namespace

std::optional<FileState> state_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return state_from(found);
}

std::optional<FileState> state_at(const Descriptor& folder, const char* name, StateOf kind) {
  struct stat found {};
  const int flags = AT_SYMLINK_NOFOLLOW | (kind == StateOf::kFolder ? AT_EMPTY_PATH : 0);
  if (::fstatat(folder.value(), name, &found, flags) != 0) return {};
  const bool is_of_kind =
      kind == StateOf::kAnything ||
      (kind == StateOf::kFile ? S_ISREG(found.st_mode) : S_ISDIR(found.st_mode));
  return is_of_kind ? std::optional(state_from(found)) : std::nullopt;
}

// File systems stamp changes by a clock that ticks every few milliseconds, some every second or
// two.
bool is_settled(const FileState& state, std::int64_t taken) {
  constexpr std::int64_t kGrain = 100'000'000, kCoarseGrain = 2'500'000'000,
                         kSecond = 1'000'000'000;
  const std::int64_t grain = state.changed % kSecond == 0 ? kCoarseGrain : kGrain;
  return state.changed + grain < taken;
}

Result<WatchedFile> WatchedFile::open(const std::string& path) {
  WatchedFile watched(Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), path);
  struct stat found {};
  if (!watched.file_.is_open() || ::fstat(watched.file_.value(), &found) != 0) {
    return system_error(path);
  }
  watched.first_ = state_from(found);
  return watched;
}

Result<std::string> WatchedFile::read(std::size_t max_bytes) const {
  Result<std::string> bytes = read_open_file(file_, path_, max_bytes);
  if (bytes && is_changed()) return Error{path_ + ": it was changed while it was read"};
  return bytes;
}

// The time at which the file was changed otherwise says nothing: another name changes it, too.
bool WatchedFile::is_changed() const {
  struct stat found {};
  if (::fstat(file_.value(), &found) != 0) return true;
  const FileState now = state_from(found);
  return now.size != first_.size || now.modified != first_.modified;
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
