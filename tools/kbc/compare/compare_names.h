#pragma once

#include <vector>

#include "compare/difference.h"
#include "compare/pair_entries.h"

namespace kbc {

// What programs look entries up by: ids, aliases, and the keys that entries share (error codes,
// tags, categories, domains).
void compare_names(const BaseComparison& comparison, std::vector<Difference>& differences);

}  // namespace kbc
