#pragma once

#include <vector>

#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// Sees an unknown name and a missing one as one mistake where the one is the other misspelt: fills
// in SchemaFault::name of the unknown name, with the known name that was meant, and takes the
// missing one away. Each known name is given once per object.
void join_misspelt_names(const Schema& schema, const Document& document,
                         std::vector<SchemaFault>& faults);

}  // namespace kbc
