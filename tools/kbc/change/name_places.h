#pragma once

#include <string>

#include "change/id_change.h"
#include "change/open_base.h"
#include "change/plan.h"
#include "core/result.h"

namespace kbc {

// Adds to the plan what a change of an entry's names changes in all other files: in the links of
// other entries, in message tests, and in the baseline: that of the path, or that of kbc.json where
// it is empty. An error where a file that could not be read as JSON has one of the names in it.
Status change_names(OpenBase& base, const EntryRecord& entry, const IdChange& change,
                    const std::string& baseline, Plan& plan);

}  // namespace kbc
