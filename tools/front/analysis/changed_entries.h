#pragma once

#include "analysis/analyse.h"
#include "analysis/since.h"
#include "config/config.h"

namespace kbc {

// Adds what the rules find about ids that are gone, and those that compare an entry with what it
// was before a change, in the entries that the change touches and that were there before, under the
// same id.
void check_change(const Config& config, const RunRules& rules, const Change& change,
                  Analysis& analysis);

}  // namespace kbc
