#pragma once

#include <filesystem>
#include <string>

namespace kbc {

// Absolute and without links, as far as it exists.
std::filesystem::path real_path(const std::filesystem::path& path);

// The nearest folder upwards that has a `.git`, which is the top of a working tree, absolute and
// without links in it; empty without one. As for git, a link that leads nowhere is none.
std::string working_tree_around(const std::filesystem::path& folder);

// The folder by whose paths others know the files around this one: what a CI job says it has
// checked out (GITHUB_WORKSPACE, CI_PROJECT_DIR) where this folder lies in it, else the working
// tree's top; empty for neither.
std::string workspace_around(const std::filesystem::path& folder);

}  // namespace kbc
