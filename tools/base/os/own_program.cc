#include "os/own_program.h"

#include <filesystem>
#include <system_error>

namespace kbc {

namespace fs = std::filesystem;

std::string own_program() {
  std::error_code failed;
  const fs::path path = fs::read_symlink("/proc/self/exe", failed);
  // Of a file that was replaced meanwhile, the kernel gives a name that nothing has.
  return failed || !fs::exists(path, failed) ? std::string() : path.string();
}

}  // namespace kbc
