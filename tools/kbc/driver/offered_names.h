#pragma once

#include "author/editor_schema.h"
#include "config/config.h"
#include "core/result.h"

namespace kbc {

// The names of a knowledge base as its entries are; those that cannot be read are left out.
Result<OfferedNames> offered_names(const Config& config);

}  // namespace kbc
