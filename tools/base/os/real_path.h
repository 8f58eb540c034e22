#ifndef KBC_OS_REAL_PATH_H_
#define KBC_OS_REAL_PATH_H_

#include <filesystem>

namespace kbc {

// Absolute and without links, as far as it exists.
std::filesystem::path real_path(const std::filesystem::path& path);

}  // namespace kbc

#endif  // KBC_OS_REAL_PATH_H_
