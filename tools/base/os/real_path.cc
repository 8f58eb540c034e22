#include "os/real_path.h"

#include <cstdlib>
#include <system_error>

namespace kbc {

namespace fs = std::filesystem;

fs::path real_path(const fs::path& path) {
  std::error_code failed;
  const fs::path full = fs::absolute(path, failed);
  const fs::path real = fs::weakly_canonical(full, failed);
  return (failed ? full : real).lexically_normal();
}

std::string working_tree_around(const fs::path& folder) {
  std::error_code failed;
  for (fs::path at = real_path(folder);; at = at.parent_path()) {
    if (fs::exists(at / ".git", failed)) return at.string();
    if (at == at.root_path()) return {};
  }
}

std::string workspace_around(const fs::path& folder) {
  const fs::path place = real_path(folder);
  for (const char* const name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value != '/') continue;
    const fs::path workspace = real_path(value);
    const std::string way = place.lexically_relative(workspace).generic_string();
    if (way != ".." && !way.starts_with("../")) return workspace.string();
  }
  return working_tree_around(place);
}

}  // namespace kbc
