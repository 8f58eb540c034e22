#include "kbx/watched_index.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace kbx {
inline namespace KBX_NAMESPACE {

bool WatchedIndex::Identity::operator==(const Identity& other) const {
  return device == other.device && inode == other.inode && size == other.size &&
         seconds == other.seconds && nanoseconds == other.nanoseconds;
}

bool WatchedIndex::identify(const std::string& path, Identity& identity, std::string& error) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) {
    error = path + ": " + std::strerror(errno);
    return false;
  }
  identity.device = static_cast<std::uint64_t>(status.st_dev);
  identity.inode = static_cast<std::uint64_t>(status.st_ino);
  identity.size = static_cast<std::uint64_t>(status.st_size);
  identity.seconds = static_cast<std::int64_t>(status.st_mtim.tv_sec);
  identity.nanoseconds = static_cast<std::int64_t>(status.st_mtim.tv_nsec);
  return true;
}

bool WatchedIndex::refresh(std::string& error) {
  Identity identity;
  if (!identify(path_, identity, error)) return false;
  if (identity == seen_) {
    error = refusal_;
    return error.empty();
  }
  // Should the file be replaced between the two calls, the next refresh finds another identity.
  std::optional<Index> index = Index::open(path_, error);
  if (index && index->verify(error)) {
    auto next = std::make_shared<const Index>(std::move(*index));
    const std::lock_guard<std::mutex> lock(mutex_);
    current_.swap(next);
  }
  seen_ = identity;
  refusal_ = error;
  return error.empty();
}

std::shared_ptr<const Index> WatchedIndex::current() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return current_;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
