#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "core/result.h"
#include "os/descriptor.h"

namespace kbc {

// What the kernel says of a file without reading it. Whoever changes a file changes `changed`,
// which no program can set back.
struct FileState {
  std::uint64_t device = 0, number = 0, size = 0;
  std::int64_t modified = 0, changed = 0;  // in nanoseconds since 1970

  bool operator==(const FileState&) const = default;
};

// Of what the path leads to; nothing when there is nothing.
std::optional<FileState> state_of(const std::string& path);

// Of a regular file in an open folder, of the folder itself, for which the name is empty, or of
// whatever has the name.
enum class StateOf : std::uint8_t { kFile, kFolder, kAnything };

// The same without following links; nothing when it is of another kind.
std::optional<FileState> state_at(const Descriptor& folder, const char* name, StateOf kind);

// Whether a state that was looked at at a time, in nanoseconds since 1970, must differ from that
// after any later change: it is older than the grain of the clock that changes are stamped by.
bool is_settled(const FileState& state, std::int64_t taken);

// A file that stays open while what was read from it is in use.
class WatchedFile {
 public:
  // Never waits: a pipe is an error when it is read.
  static Result<WatchedFile> open(const std::string& path);

  // Its bytes, as read_open_file() gives them; an error when it changes meanwhile.
  Result<std::string> read(std::size_t max_bytes) const;

  // Whether it was cut or overwritten in place since it was opened. It was not when another file
  // has got its name.
  bool is_changed() const;

 private:
  WatchedFile(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

  Descriptor file_;
  std::string path_;
  FileState first_;
};

// A short text that is kept with a file, and not with a copy of it: an extended attribute of the
// user. False where the file system has none.
bool set_attribute(const std::string& path, const std::string& name, const std::string& value);
// Empty for none.
std::string attribute_of(const std::string& path, const std::string& name);

}  // namespace kbc
