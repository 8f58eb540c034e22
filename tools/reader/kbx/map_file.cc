#include "kbx/map_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace {

// Read-ahead helps a small file and hurts a large one, of which a look-up touches few pages.
constexpr std::size_t kRandomFrom = std::size_t{64} << 20;

std::string failure(const std::string& path) { return path + ": " + std::strerror(errno); }

}  // namespace

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile MappedFile::open(const std::string& path, std::string& error) {
  error.clear();
  // A FIFO would wait for its writer.
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    error = failure(path);
    return {};
  }
  struct stat status;
  void* data = MAP_FAILED;
  if (::fstat(file, &status) != 0) {
    error = failure(path);
  } else if (!S_ISREG(status.st_mode)) {
    error = path + ": not a regular file";
  } else if (status.st_size == 0) {
    error = path + ": too short for an index";
  } else {
    data =
        ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED, file, 0);
    if (data == MAP_FAILED) error = failure(path);
  }
  ::close(file);
  if (data == MAP_FAILED) return {};
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size >= kRandomFrom) ::madvise(data, size, MADV_RANDOM);
  return MappedFile(static_cast<const char*>(data), size);
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
