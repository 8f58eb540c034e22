#pragma once

#include <string>

#include "analysis/analyse.h"
#include "core/result.h"
#include "diagnostic/rule.h"
#include "os/border.h"

namespace kbc {

// Writes a baseline that accepts every finding, and says on standard error how many those are. Of
// the lines that the file has already, those of rules that did not run stay.
Status update_baseline(const Border& border, const std::string& path, const Severities& severities,
                       const Analysis& analysis);

}  // namespace kbc
