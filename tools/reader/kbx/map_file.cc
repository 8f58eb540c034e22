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

// A regular file that is not empty, open for reading as long as the object lives.
class File {
 public:
  File(const std::string& path, std::string& error)
      // A FIFO would wait for its writer.
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status;
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
      error = failure(path);
    } else if (!S_ISREG(status.st_mode)) {
      error = path + ": not a regular file";
    } else if (status.st_size == 0) {
      error = path + ": too short for an index";
    } else {
      size_ = static_cast<std::size_t>(status.st_size);
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  int descriptor() const { return descriptor_; }
  std::size_t size() const { return size_; }

 private:
  int descriptor_;
  std::size_t size_ = 0;  // 0: there was an error
};

// Reads until the memory is full or the file ends; false for a failure, which errno names.
bool read_all(int descriptor, char* bytes, std::size_t size, std::size_t& used) {
  for (used = 0; used < size;) {
    const ssize_t got = ::read(descriptor, bytes + used, size - used);
    if (got == 0) return true;
    if (got < 0 && errno != EINTR) return false;
    if (got > 0) used += static_cast<std::size_t>(got);
  }
  return true;
}

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
  const File file(path, error);
  if (file.size() == 0) return {};
  void* data = ::mmap(nullptr, file.size(), PROT_READ, MAP_SHARED, file.descriptor(), 0);
  if (data == MAP_FAILED) {
    error = failure(path);
    return {};
  }
  if (file.size() >= kRandomFrom) ::madvise(data, file.size(), MADV_RANDOM);
  return MappedFile(static_cast<const char*>(data), file.size());
}

MappedFile MappedFile::of(int descriptor, std::size_t size) {
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, descriptor, 0);
  return data == MAP_FAILED ? MappedFile() : MappedFile(static_cast<const char*>(data), size);
}

MappedFile MappedFile::read(const std::string& path, std::string& error) {
  error.clear();
  const File file(path, error);
  if (file.size() == 0) return {};
  // Memory without a file behind it, so that both kinds are given back in the same way.
  void* data =
      ::mmap(nullptr, file.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data == MAP_FAILED) {
    error = failure(path);
    return {};
  }
  MappedFile memory(static_cast<const char*>(data), file.size());
  std::size_t used = 0;
  if (!read_all(file.descriptor(), static_cast<char*>(data), file.size(), used)) {
    error = failure(path);
  } else if (used < file.size()) {
    error = path + ": it was cut off while it was read";
  }
  return error.empty() ? std::move(memory) : MappedFile();
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
