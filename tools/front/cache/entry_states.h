#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/config.h"

namespace kbc {

// All files of the entries, and the folders that they were found in, as the kernel sees them:
// places, sizes and times of change, some of which differs when one of them is written, replaced,
// added, renamed or removed. Nothing where that is not certain: a file or a folder was changed so
// recently that the clock may not tell the next change from the last, could not be looked at, or is
// a link, whose target may lie in a folder that was not looked into.
//
// To be asked for before the first file is read.
std::optional<std::string> entry_states(const Config& config);

// Whether they are now what they were. Looks at each file and each folder once and reads none.
bool has_entry_states(const Config& config, std::string_view states);

}  // namespace kbc
