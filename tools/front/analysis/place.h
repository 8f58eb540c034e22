#ifndef KBC_ANALYSIS_PLACE_H_
#define KBC_ANALYSIS_PLACE_H_

#include <filesystem>
#include <optional>
#include <string>

namespace kbc {

// Where the paths that a person names lie.

// Absolute and without links, as far as it exists.
std::filesystem::path real_path(const std::filesystem::path& path);

// The same, but a link at its end stays: it may be an entry whose text lies elsewhere.
std::filesystem::path real_place(const std::filesystem::path& path);

// A path's place below a folder, "." for the folder itself, or nothing. Both are absolute.
std::optional<std::string> below(const std::filesystem::path& folder,
                                 const std::filesystem::path& path);

}  // namespace kbc

#endif  // KBC_ANALYSIS_PLACE_H_
