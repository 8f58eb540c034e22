#pragma once

#include <string>

#include "config/base_choice.h"

namespace kbc {

// What a person asked of `kbc rm`.
struct RemoveRequest {
  BaseChoice base;
  std::string id;        // or the path of the entry's file
  std::string reason;    // that `removed` in kbc.json gets
  std::string into;      // the entry that takes its place, in place of the reason
  std::string baseline;  // path; empty for none
  bool is_dry = false;   // write nothing
  unsigned jobs = 1;
};

// Removes an entry, with all that goes by its id; gives an ExitCode.
int remove_entry(const RemoveRequest& request);

}  // namespace kbc
