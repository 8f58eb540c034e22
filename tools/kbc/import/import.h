#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "config/base_choice.h"

namespace kbc {

// What a person asked of `kbc import deadends`.
struct ImportRequest {
  BaseChoice base;
  std::string folder;   // of the canons, or of a checkout of the repository that has them
  bool is_dry = false;  // write nothing
  enum class Format : std::uint8_t { kText, kJson };
  Format format = Format::kText;
  std::optional<std::chrono::year_month_day> today;
  unsigned jobs = 1;
};

// Makes an entry of each canon that has none yet, and tells what became of all of them. Gives an
// ExitCode: kFindings when a canon was left out, or when a new entry has an error.
int import_deadends(const ImportRequest& request);

}  // namespace kbc
