#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "core/result.h"
#include "os/border.h"
#include "os/descriptor.h"

namespace kbc {

// Bytes that come from elsewhere, read piece by piece: from a file, standard input, or a command.
class Input {
 public:
  // "-" is standard input, which stays open.
  static Result<Input> open(const std::string& path);

  // What a command writes on standard output and standard error. A shell runs it, with nothing to
  // read; the end of the Input waits for its end.
  static Result<Input> of_command(const std::string& command);

  Input(Input&& other) noexcept
      : descriptor_(std::move(other.descriptor_)),
        path_(std::move(other.path_)),
        process_(std::exchange(other.process_, -1)) {}
  Input& operator=(Input&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(path_, other.path_);
    std::swap(process_, other.process_);
    return *this;
  }
  ~Input();

  // Waits for the next bytes, at most `size`; gives how many there were, 0 at the end. The error is
  // the reason alone.
  Result<std::size_t> read(char* bytes, std::size_t size);

  // Whether the path by which it was opened leads to another file by now, or the file was cut: a
  // log that was rotated.
  bool is_replaced() const;

 private:
  Input(Descriptor descriptor, std::string path)
      : descriptor_(std::move(descriptor)), path_(std::move(path)) {}

  int value() const;

  Descriptor descriptor_;  // none: standard input
  std::string path_;
  int process_ = -1;  // to wait for
};

// The bytes of a file, at most max_bytes + 1 of them: one more than max_bytes means too many. A
// pipe or a device is an error, except for /dev/null and for the streams that kbc was given, such
// as /dev/stdin. The error begins with the path.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

// The same of the file at a place, and not of what a link there leads to.
Result<std::string> read_file(const FilePlace& place, std::size_t max_bytes);

// The same of a file that was opened by the path.
Result<std::string> read_open_file(const Descriptor& file, const std::string& path,
                                   std::size_t max_bytes);

}  // namespace kbc
