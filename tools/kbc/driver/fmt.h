#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/base_choice.h"

namespace kbc {

// What a person asked of `kbc fmt`.
struct FmtRequest {
  BaseChoice base;
  std::vector<std::string> paths;   // files and folders; none: all entries
  std::optional<std::string> text;  // standard input, which goes formatted to standard output
  bool check = false;               // list what is not in canonical form, write nothing
  bool diff = false;                // show what would change, write nothing
  bool quiet = false;
  unsigned jobs = 1;
};

// Runs it; gives an ExitCode: kFindings when --check or --diff finds a file that is not in
// canonical form, or when a file is not JSON and so was left alone.
int fmt(const FmtRequest& request);

}  // namespace kbc
