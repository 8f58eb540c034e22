#pragma once

#include <string>

#include "kbx/index.h"
#include "text/printer.h"

namespace kbc {

// Says which entries an index file lacks, has too many, or has otherwise than the new index: a line
// each, `changed: git/push-rejected`. Nothing when the file is no index.
void tell_changes(const std::string& path, const kbx::Index& now, Printer& out);

}  // namespace kbc
