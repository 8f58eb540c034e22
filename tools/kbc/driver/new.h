#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "author/draft.h"
#include "config/base_choice.h"

namespace kbc {

// What a person asked of `kbc new`.
struct NewRequest {
  BaseChoice base;
  std::string from;     // a log, `-` for standard input; empty for none
  std::string command;  // one whose output is the log; empty for none
  Draft draft;          // the fields that were given
  bool ask = true;      // where there is a terminal
  bool edit = false;
  std::optional<std::chrono::year_month_day> today;
  unsigned jobs = 1;
};

// Runs it; gives an ExitCode: kFindings when the entry was written and something of it has still
// to be said.
int new_entry(const NewRequest& request);

}  // namespace kbc
