#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "change/plan.h"
#include "format/line_diff.h"

namespace kbc {

// What becomes of one file that an editor may have open.
struct FileChange {
  std::string path;                 // absolute
  std::string before;               // its text, which the edits are about
  std::vector<ChangedLines> edits;  // in order, apart from one another
  std::string renamed = {};         // where it lies then; empty where it stays
};

// What a plan does, file by file. A file that is made in the place of another is that one, renamed
// and edited, so that an editor takes along what it knows of it. Requires: no other file goes.
std::vector<FileChange> changes_of(const Plan& plan);

}  // namespace kbc
