#pragma once

#include <vector>

#include "compare/difference.h"
#include "compare/pair_entries.h"

namespace kbc {

// What the entries that both sides have say differently. `is_shown` has for the number of each
// entry whether a message is known that shows what its pattern does now; without one, a changed
// regex is a risk.
void compare_entries(const BaseComparison& comparison, const std::vector<bool>& is_shown,
                     std::vector<Difference>& differences);

}  // namespace kbc
