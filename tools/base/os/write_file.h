#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "core/result.h"

namespace kbc {

// Writes a file as a whole or not at all: into a temporary file beside it, which then takes its
// name. write gets the stream to write to.
Status write_file(const std::string& path, const std::function<void(std::ostream&)>& write);

// The same for a file that must not exist yet: whatever has the name, also what got it a moment
// ago, stays as it is, and the error says so. Makes the folders above it.
Status write_new_file(const std::string& path, const std::function<void(std::ostream&)>& write);

// Whether the file holds exactly what write writes; false also for one that cannot be read.
bool holds(const std::string& path, const std::function<void(std::ostream&)>& write);

// Makes an empty file with a new name, `<name>-…<suffix>`, in the folder for temporary files.
Result<std::string> make_temporary_file(const std::string& name, const std::string& suffix);

}  // namespace kbc
