#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace kbc {

// What the kernel says of a file without reading it. Whoever changes a file changes `changed`,
// which no program can set back.
struct FileState {
  std::uint64_t device = 0, number = 0, size = 0;
  std::int64_t modified = 0, changed = 0;  // in nanoseconds since 1970
};

// Of what the path leads to; nothing when there is nothing.
std::optional<FileState> state_of(const std::string& path);

// A short text that is kept with a file, and not with a copy of it: an extended attribute of the
// user. False where the file system has none.
bool set_attribute(const std::string& path, const std::string& name, const std::string& value);
// Empty for none.
std::string attribute_of(const std::string& path, const std::string& name);

}  // namespace kbc
