#pragma once

#include <string>

#include "kbx/index.h"

namespace kbc {

// Whether an index holds, byte by byte, what this kbc makes of the entries in it. The reader alone
// cannot know: which words a text has, how a regex is found and what a version means are derived by
// kbc. The entries are compiled and linked again, in time in proportion to them, as a build takes.
struct Derived {
  bool is_compared = false;  // false when another version of kbc, or another tool, wrote it
  std::string fault;         // the section that differs; empty for none
};

// Requires: index.verify() found no fault.
Derived compare_derived(const kbx::Index& index, unsigned jobs);

}  // namespace kbc
