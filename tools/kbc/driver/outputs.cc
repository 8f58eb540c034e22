#include "driver/outputs.h"

#include <filesystem>
#include <set>

#include "analysis/place.h"
#include "os/descriptor.h"
#include "os/write_file.h"
#include "text/printer.h"

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

Status write_report(const Border& border, const std::string& path,
                    const std::function<void(std::ostream&)>& write) {
  if (path.empty()) {
    write(data_output());
    return {};
  }
  // The path may be that of standard output.
  data_output().flush();
  return write_output(border, path, write);
}

}  // namespace kbc
