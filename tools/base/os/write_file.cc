#include "os/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <streambuf>

#include "os/descriptor.h"

namespace kbc {
namespace {

// Makes an empty file with a name of its own beside path, and with the mode a new file would get.
Result<std::string> make_temporary(const std::string& path) {
  std::string name = path + ".XXXXXX";
  const Descriptor file(::mkstemp(name.data()));
  if (!file.is_open()) return system_error(path);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  struct stat status;
  const bool exists = ::stat(path.c_str(), &status) == 0;
  ::fchmod(file.value(), exists ? status.st_mode & 07777 : 0666 & ~mask);
  return name;
}

// A write that is not on the disk yet when the name changes could be lost with the power.
Status sync_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open() || ::fsync(file.value()) != 0) return system_error(path);
  return {};
}

Status fill(const std::string& path, const std::function<void(std::ostream&)>& write) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  write(stream);
  stream.close();
  if (!stream) return system_error(path);
  return sync_file(path);
}

// /dev/stdout, a pipe or a terminal cannot be replaced, only written to.
bool is_special(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

// What a symbolic link leads to: that is written, and the link stays.
std::string resolved(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::is_symlink(path, failed)) return path;
  const std::filesystem::path target = std::filesystem::canonical(path, failed);
  return failed ? path : target.string();
}

// Takes what is written, and compares it with what a file holds.
class ComparingBuffer : public std::streambuf {
 public:
  explicit ComparingBuffer(std::istream& file) : file_(file) {}

  // Whether all of the file was written, and nothing else.
  bool is_equal() { return is_equal_ && file_.peek() == traits_type::eof(); }

 protected:
  int_type overflow(int_type byte) override {
    const char c = traits_type::to_char_type(byte);
    return xsputn(&c, 1) == 1 ? byte : traits_type::eof();
  }

  // Fails at the first difference, so that the writer can stop.
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    std::array<char, 1 << 16> expected;
    for (std::streamsize done = 0; done < size && is_equal_;) {
      const auto part = std::min<std::streamsize>(size - done, expected.size());
      file_.read(expected.data(), part);
      is_equal_ = file_.gcount() == part &&
                  std::memcmp(expected.data(), bytes + done, static_cast<std::size_t>(part)) == 0;
      done += part;
    }
    return is_equal_ ? size : 0;
  }

 private:
  std::istream& file_;
  bool is_equal_ = true;
};

// Gives the temporary file its name unless something has it. Where the file system knows no links,
// an empty file of our own holds the name meanwhile.
Status rename_to_new(const std::string& temporary, const std::string& path) {
  if (::link(temporary.c_str(), path.c_str()) == 0) {
    ::unlink(temporary.c_str());
    return {};
  }
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS && errno != EMLINK) {
    return system_error(path);
  }
  if (!Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)).is_open()) {
    return system_error(path);
  }
  if (std::rename(temporary.c_str(), path.c_str()) == 0) return {};
  Error failed = system_error(path);
  ::unlink(path.c_str());
  return failed;
}

}  // namespace

bool holds(const std::string& path, const std::function<void(std::ostream&)>& write) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  ComparingBuffer buffer(file);
  std::ostream out(&buffer);
  write(out);
  return buffer.is_equal();
}

Status write_new_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  std::error_code unmade;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, unmade);
  if (unmade) return Error{folder.string() + ": " + unmade.message()};
  struct stat status;
  if (::lstat(path.c_str(), &status) == 0) return Error{path + ": " + std::strerror(EEXIST)};
  Result<std::string> temporary = make_temporary(path);
  if (!temporary) return temporary.error();
  Status failed = fill(*temporary, write);
  if (!failed) failed = rename_to_new(*temporary, path);
  if (failed) ::unlink(temporary->c_str());
  return failed;
}

Status write_file(const std::string& name, const std::function<void(std::ostream&)>& write) {
  const std::string path = resolved(name);
  if (is_special(path)) {
    std::ofstream stream(path, std::ios::binary);
    write(stream);
    stream.close();
    if (!stream) return system_error(path);
    return {};
  }
  Result<std::string> temporary = make_temporary(path);
  if (!temporary) return temporary.error();
  Status failed = fill(*temporary, write);
  if (!failed && std::rename(temporary->c_str(), path.c_str()) != 0) failed = system_error(path);
  if (failed) ::unlink(temporary->c_str());
  return failed;
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
