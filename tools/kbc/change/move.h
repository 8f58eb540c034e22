#pragma once

#include <string>

#include "change/open_base.h"
#include "change/plan.h"
#include "config/base_choice.h"
#include "core/result.h"

namespace kbc {

// What a person asked of `kbc mv`.
struct MoveRequest {
  BaseChoice base;
  std::string from, to;  // ids; or the path of the entry's file
  std::string baseline;  // path; empty for none
  bool is_dry = false;   // write nothing
  unsigned jobs = 1;
};

// Adds to the plan what gives an entry another id, with all that goes by the old one. An error
// where it cannot have the id.
Status plan_move(OpenBase& base, const EntryRecord& entry, const std::string& to,
                 const std::string& baseline, Plan& plan);

// Gives an entry another id, with all that goes by the old one; gives an ExitCode.
int move_entry(const MoveRequest& request);

}  // namespace kbc
