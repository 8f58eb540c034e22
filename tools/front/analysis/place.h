#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "os/real_path.h"

namespace kbc {

// Where the paths that a person names lie.

// A real_path, except that a link at its end stays: it may be an entry whose text lies elsewhere.
std::filesystem::path real_place(const std::filesystem::path& path);

// A path's place below a folder, "." for the folder itself, or nothing. Both are absolute.
std::optional<std::string> below(const std::filesystem::path& folder,
                                 const std::filesystem::path& path);

// The same for a path as a person names it: by its own name first, since a link is an entry as
// well, then by what it leads to. The folder is absolute and without links.
std::optional<std::string> named_below(const std::filesystem::path& folder,
                                       const std::filesystem::path& path);

}  // namespace kbc
