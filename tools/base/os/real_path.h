#pragma once

#include <filesystem>

namespace kbc {

// Absolute and without links, as far as it exists.
std::filesystem::path real_path(const std::filesystem::path& path);

}  // namespace kbc
