#pragma once

#include "analysis/analyse.h"
#include "analysis/since.h"
#include "check/input.h"
#include "config/config.h"

namespace kbc {

// The ids of the files that were entries before a change and are none after it. It views the
// analysis, which is of the files after it.
EarlierIds earlier_ids(const Config& config, const Change& change, const Analysis& analysis);

}  // namespace kbc
