#include "os/real_path.h"

#include <system_error>

namespace kbc {

namespace fs = std::filesystem;

fs::path real_path(const fs::path& path) {
  std::error_code failed;
  const fs::path full = fs::absolute(path, failed);
  const fs::path real = fs::weakly_canonical(full, failed);
  return (failed ? full : real).lexically_normal();
}

}  // namespace kbc
