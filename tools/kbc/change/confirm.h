#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "config/base_choice.h"

namespace kbc {

// What a person asked of `kbc confirm`.
struct ConfirmRequest {
  BaseChoice base;
  std::vector<std::string> ids;  // or paths of the entries' files
  std::optional<std::chrono::year_month_day> today;
  bool is_dry = false;  // write nothing
  unsigned jobs = 1;
};

// Writes the day as the one on which the entries were confirmed; gives an ExitCode.
int confirm_entries(const ConfirmRequest& request);

}  // namespace kbc
