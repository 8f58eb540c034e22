#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"

namespace kbc {

// What kbc's exit status says; a contract.
enum ExitCode : int {
  kClean = 0,     // nothing to report
  kFindings = 1,  // findings at or above --fail-on
  kTrouble = 2,   // usage, configuration, input or output
};

// Prints `kbc: ` and the message on standard error, in one line; gives kTrouble.
int report_trouble(std::string_view message);

// The same of all lines of an error.
int report_trouble(const Error& error);

// Prints each of the errors; gives kTrouble, or what is given when there are none.
int report_errors(const std::vector<Error>& errors, int otherwise);

}  // namespace kbc
