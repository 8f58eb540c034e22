#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "emit/table_fields.h"
#include "link/object.h"

namespace kbc {

// Leaves out what a C++ table is not to have: the entries of other domains, where some are named,
// and the fields that were not chosen. Aliases stay, since ids are looked up by them.
//
// The error says that no entry is in one of the domains.
Status keep_chosen(const TableFields& fields, const std::vector<std::string>& domains,
                   const Pools& pools, std::vector<Objects>& objects);

}  // namespace kbc
