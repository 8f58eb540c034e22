#pragma once

#include <string>
#include <vector>

#include "compare/difference_report.h"
#include "config/base_choice.h"
#include "driver/outputs.h"

namespace kbc {

// What a person asked of `kbc diff`.
struct DiffRequest {
  BaseChoice base;
  std::string before, now;         // as open_side takes them
  std::vector<std::string> tests;  // files of message tests; none: those of the knowledge bases
  std::vector<std::string> logs;   // each line is a message
  std::string accepted;            // path of the register; empty for none
  std::vector<FormatTarget<DifferenceFormat>> outputs;
  Severity fail_on = Severity::kError;
  unsigned jobs = 1;
  bool counts_only = false;
  bool quiet = false;
  bool color = false;
};

// Compares; gives an ExitCode: kFindings for a difference of `fail_on` or worse that is not
// accepted.
int diff(const DiffRequest& request);

}  // namespace kbc
