#pragma once

#include <string_view>
#include <vector>

#include "kbx/index.h"

namespace kbc {

// The few ids that were probably meant by one that no entry has: those that differ by a slip or a
// word; else those that contain it. They are the index's.
std::vector<std::string_view> near_ids(const kbx::Index& index, std::string_view name);

}  // namespace kbc
