#include "os/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string_view>

#include "os/descriptor.h"
#include "os/descriptor_buffer.h"
#include "os/temporary.h"

namespace kbc {
namespace {

// What has the name of a place itself, not what a link there leads to.
std::optional<struct stat> status_at(const FilePlace& place) {
  struct stat status;
  const int failed =
      ::fstatat(place.folder.value(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW);
  return failed == 0 ? std::optional(status) : std::nullopt;
}

// Makes the new file as private as the old one was: to its owner and group if that is allowed; bits
// of a group that it cannot have would be another group's. Owner first, which clears bits.
bool take_over(const Descriptor& file, const struct stat& old) {
  mode_t mode = old.st_mode & 07777;
  if (::fchown(file.value(), old.st_uid, old.st_gid) != 0) {
    mode &= ~static_cast<mode_t>(S_ISUID);
    if (::fchown(file.value(), static_cast<uid_t>(-1), old.st_gid) != 0) {
      mode &= ~static_cast<mode_t>(S_ISGID | S_IRWXG);
    }
  }
  return ::fchmod(file.value(), mode) == 0;
}

Status write_into(const Descriptor& file, const std::string& path,
                  const std::function<void(std::ostream&)>& write) {
  DescriptorBuffer buffer(file);
  std::ostream out(&buffer);
  write(out);
  out.flush();
  if (out && buffer.failed() == 0) return {};
  errno = buffer.failed() == 0 ? EIO : buffer.failed();
  return system_error(path);
}

// A write that is not on the disk yet when the name changes could be lost with the power.
Result<Temporary> filled_temporary(const FilePlace& place, const std::optional<struct stat>& old,
                                   const std::function<void(std::ostream&)>& write) {
  remove_left_temporaries(place);
  Result<Temporary> temporary = Temporary::beside(place, old.has_value());
  if (!temporary) return temporary;
  if (Status failed = write_into(temporary->file(), place.path, write)) return *failed;
  if (old && !take_over(temporary->file(), *old)) return system_error(place.path);
  if (::fsync(temporary->file().value()) != 0) return system_error(place.path);
  return temporary;
}

// Takes what is written, and compares it with what a file holds.
class ComparingBuffer : public std::streambuf {
 public:
  ComparingBuffer(const Descriptor& file, LineEnds ends) : file_(file.value()), ends_(ends) {}

  // Whether all of the file was written, and nothing else.
  bool is_equal() { return is_equal_ && next_expected().empty(); }

 protected:
  int_type overflow(int_type byte) override {
    const char c = traits_type::to_char_type(byte);
    return xsputn(&c, 1) == 1 ? byte : traits_type::eof();
  }

  // Fails at the first difference, so that the writer can stop.
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    std::string_view written(bytes, static_cast<std::size_t>(size));
    while (!written.empty() && is_equal_) {
      const std::string_view expected = next_expected().substr(0, written.size());
      is_equal_ = !expected.empty() && written.starts_with(expected);
      written.remove_prefix(expected.size());
      used_ += expected.size();
    }
    return is_equal_ ? size : 0;
  }

 private:
  // What comes next in the file; empty at its end.
  std::string_view next_expected() {
    while (used_ == read_) {
      const ssize_t got = ::read(file_, bytes_.data(), bytes_.size());
      if (got < 0 && errno == EINTR) continue;
      used_ = 0;
      read_ = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
      if (read_ == 0) break;
      if (ends_ == LineEnds::kAny) drop_returns();
    }
    return std::string_view(bytes_.data(), read_).substr(used_);
  }

  // What kbc writes has none of its own.
  void drop_returns() {
    const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(read_);
    read_ = static_cast<std::size_t>(std::remove(bytes_.begin(), end, '\r') - bytes_.begin());
  }

  int file_;
  LineEnds ends_;
  bool is_equal_ = true;
  std::size_t used_ = 0, read_ = 0;  // of bytes_
  std::array<char, 1 << 16> bytes_;
};

// A pipe, a terminal or a device can only be written to.
bool is_special(const struct stat& status) {
  return !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode) && !S_ISLNK(status.st_mode);
}

}  // namespace

bool holds(const FilePlace& place, const std::function<void(std::ostream&)>& write, LineEnds ends) {
  const Descriptor file(::openat(place.folder.value(), place.name.c_str(),
                                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status;
  if (!file.is_open() || ::fstat(file.value(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return false;
  }
  ComparingBuffer buffer(file, ends);
  std::ostream out(&buffer);
  write(out);
  return buffer.is_equal();
}

Status write_new_file(const FilePlace& place, const std::function<void(std::ostream&)>& write) {
  if (status_at(place)) return Error{place.path + ": " + std::strerror(EEXIST)};
  Result<Temporary> temporary = filled_temporary(place, {}, write);
  return temporary ? temporary->take_free_name(place) : temporary.error();
}

Result<Temporary> write_beside(const FilePlace& place,
                               const std::function<void(std::ostream&)>& write) {
  std::optional<struct stat> old = status_at(place);
  if (old && !S_ISREG(old->st_mode)) old.reset();
  return filled_temporary(place, old, write);
}

Status write_file(const FilePlace& place, const std::function<void(std::ostream&)>& write) {
  Result<Temporary> temporary = write_beside(place, write);
  return temporary ? temporary->replace(place) : temporary.error();
}

Status write_output(const Border& border, const std::string& path,
                    const std::function<void(std::ostream&)>& write) {
  if (const auto stream = stream_named(path)) {
    const Descriptor own(::fcntl(*stream, F_DUPFD_CLOEXEC, 0));
    return own.is_open() ? write_into(own, path, write) : system_error(path);
  }
  const Result<FilePlace> place = border.output(path, Border::By::kPerson);
  if (!place) return place.error();
  const std::optional<struct stat> old = status_at(*place);
  if (!old || !is_special(*old)) return write_file(*place, write);
  const Descriptor file(::openat(place->folder.value(), place->name.c_str(),
                                 O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC));
  return file.is_open() ? write_into(file, path, write) : system_error(path);
}

Result<std::string> make_temporary_file(const std::string& name, const std::string& suffix) {
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(failed);
  if (failed) return Error{"the folder for temporary files: " + failed.message()};
  std::string path = (folder / (name + "-XXXXXX")).string() + suffix;
  if (!Descriptor(::mkstemps(path.data(), static_cast<int>(suffix.size()))).is_open()) {
    return system_error(path);
  }
  return path;
}

}  // namespace kbc
