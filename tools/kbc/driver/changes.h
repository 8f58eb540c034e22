#pragma once

#include <string_view>

#include "kbx/index.h"
#include "text/printer.h"

namespace kbc {

// Says which entries an index lacks, has too many, or has otherwise than the new index: a line
// each, `changed: git/push-rejected`. Nothing when the bytes are no index.
void tell_changes(std::string_view bytes, const kbx::Index& now, Printer& out);

}  // namespace kbc
