#include "analysis/place.h"

namespace kbc {

namespace fs = std::filesystem;

fs::path real_place(const fs::path& path) {
  const fs::path name = path.filename();
  if (name.empty() || name == "." || name == "..") return real_path(path);
  const fs::path folder = path.parent_path();
  return real_path(folder.empty() ? "." : folder) / name;
}

std::optional<std::string> below(const fs::path& folder, const fs::path& path) {
  std::string relative = path.lexically_relative(folder).generic_string();
  if (relative.ends_with('/')) relative.pop_back();
  if (relative.empty() || relative == ".." || relative.starts_with("../")) return {};
  return relative;
}

std::optional<std::string> named_below(const fs::path& folder, const fs::path& path) {
  const auto by_name = below(folder, real_place(path));
  return by_name ? by_name : below(folder, real_path(path));
}

}  // namespace kbc
