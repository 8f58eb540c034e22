#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/result.h"
#include "os/border.h"

namespace kbc {

// An error where two of the paths are one file, of which the second would replace the first: by
// another spelling, or through links of folders. Streams and devices may be named twice.
Status check_outputs(const std::vector<std::string>& paths);

// One output of a command that has formats, and where it goes.
template <typename Format>
struct FormatTarget {
  const Format* format = nullptr;
  std::string path;  // empty for standard output
};

// The same of the places where outputs go.
template <typename Targets>
Status check_targets(const Targets& targets) {
  std::vector<std::string> paths;
  for (const auto& target : targets) paths.push_back(target.path);
  return check_outputs(paths);
}

// Writes one output; without a path to standard output.
Status write_report(const Border& border, const std::string& path,
                    const std::function<void(std::ostream&)>& write);

}  // namespace kbc
