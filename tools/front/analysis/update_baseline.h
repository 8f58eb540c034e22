#pragma once

#include <string>

#include "analysis/analyse.h"
#include "core/result.h"
#include "diagnostic/rule.h"
#include "os/border.h"

namespace kbc {

// Writes a baseline of version 2 that accepts every finding, which it sorts, and says on standard
// error how many those are. Of the lines that the file has already, those of rules that did not run
// stay. by says whose path it is.
Status update_baseline(const Border& border, const std::string& path, Border::By by,
                       const Severities& severities, Analysis& analysis);

}  // namespace kbc
