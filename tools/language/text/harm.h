#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kbc {

// What a command may do that cannot be undone.
enum class Harm : std::uint8_t {
  kFiles,      // delete or overwrite files
  kChanges,    // discard somebody's work in a repository
  kData,       // destroy what a database, a volume or a disk holds
  kRights,     // change owners or rights, of many files at once or for everybody
  kProcesses,  // end processes or sessions
  kPrograms,   // remove what is installed
};
inline constexpr std::size_t kHarms = 6;

// The harm of a shell command, a statement of SQL or a command of a database, from a table of those
// that people are told to run; nothing for a command that is not in it.
std::optional<Harm> harm_of(std::string_view command);

}  // namespace kbc
