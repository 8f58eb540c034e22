#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "start/base_files.h"

namespace kbc {

// What a person asked of `kbc init`.
struct InitRequest {
  std::string folder = ".";
  std::vector<std::string> domains;
  bool has_hook = false;
  CiService ci = CiService::kNone;
  std::optional<std::chrono::year_month_day> today;
};

// Writes the files of a new knowledge base that are not there, and says what to do next. In one
// that is there, those around it only. Gives an ExitCode.
int init(const InitRequest& request);

}  // namespace kbc
