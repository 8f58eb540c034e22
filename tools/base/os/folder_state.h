#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "os/border.h"
#include "os/descriptor.h"
#include "os/file_state.h"

namespace kbc {

// What can be seen of a folder without reading any file: which names it has, and the state of each.
// Nothing where there is no folder.
using FolderState = std::optional<std::map<std::string, FileState, std::less<>>>;

// A folder, opened within the border; none where there is none, or it lies outside.
Descriptor open_folder(const Border& border, const std::string& path);

// Of the folder that is open, which the path leads to.
FolderState state_of_folder(const Border& border, const std::string& path,
                            const Descriptor& folder);

// Adds the names that came, went or changed between two looks. A folder that came or went itself is
// the empty name.
void add_changed_names(const FolderState& before, const FolderState& now,
                       std::set<std::string, std::less<>>& names);

}  // namespace kbc
