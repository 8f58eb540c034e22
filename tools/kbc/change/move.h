#pragma once

#include <string>

#include "config/base_choice.h"

namespace kbc {

// What a person asked of `kbc mv`.
struct MoveRequest {
  BaseChoice base;
  std::string from, to;  // ids; or the path of the entry's file
  std::string baseline;  // path; empty for none
  bool is_dry = false;   // write nothing
  unsigned jobs = 1;
};

// Gives an entry another id, with all that goes by the old one; gives an ExitCode.
int move_entry(const MoveRequest& request);

}  // namespace kbc
