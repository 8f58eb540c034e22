#include "driver/outputs.h"

#include <filesystem>
#include <set>

#include "analysis/place.h"
#include "os/descriptor.h"

namespace kbc {

namespace fs = std::filesystem;

Status check_outputs(const std::vector<std::string>& paths) {
  std::set<fs::path> places;
  for (const std::string& path : paths) {
    std::error_code failed;
    const fs::file_status status = fs::symlink_status(path, failed);
    if (path.empty() || stream_named(path) || fs::is_other(status)) continue;
    // A link at the end is replaced, so it is a place of its own.
    if (!places.insert(real_place(path)).second) return Error{"two outputs into " + path};
  }
  return {};
}

}  // namespace kbc
