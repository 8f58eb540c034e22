#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "core/result.h"
#include "os/border.h"

namespace kbc {

class Temporary;

// Writes a file as a whole or not at all: into a temporary file beside it, `.NAME.kbc-RANDOM`,
// which then takes its name. What has the name is replaced, also a link; owner, group and mode stay
// what they were. write gets the stream to write to. Temporary files that an earlier run left in
// the folder are removed: none that is written at the moment, and nothing else.
Status write_file(const FilePlace& place, const std::function<void(std::ostream&)>& write);

// The same for a file that must not exist yet: whatever has the name, also what got it a moment
// ago, stays as it is, and the error says so.
Status write_new_file(const FilePlace& place, const std::function<void(std::ostream&)>& write);

// The first half of these: a temporary file beside a place, on the disk with all that write writes,
// and with the owner, group and mode of a file there.
Result<Temporary> write_beside(const FilePlace& place,
                               const std::function<void(std::ostream&)>& write);

// Writes what a person wants at a path, within the border: /dev/stdout and the like, pipes and
// devices as they are, any other file as write_file does it.
Status write_output(const Border& border, const std::string& path,
                    const std::function<void(std::ostream&)>& write);

// How closely a file is compared: git may have put a CR before each LF of a text.
enum class LineEnds { kExact, kAny };

// Whether the file holds exactly what write writes; false also for one that cannot be read, and
// for a link.
bool holds(const FilePlace& place, const std::function<void(std::ostream&)>& write,
           LineEnds ends = LineEnds::kExact);

// Makes an empty file with a new name, `<name>-…<suffix>`, in the folder for temporary files.
Result<std::string> make_temporary_file(const std::string& name, const std::string& suffix);

}  // namespace kbc
