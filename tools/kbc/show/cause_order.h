#pragma once

#include <vector>

#include "match/hit_groups.h"

namespace kbc {

// The hits in the order in which a person reads them: what leads to another (`leads_to`,
// `preceded_by`) before that, and else what appeared first. Among links in a circle the first that
// appeared is taken for the cause. Requires: the groups are as HitGroups gives them.
std::vector<HitGroup> causes_first(const Matcher& matcher, std::vector<HitGroup> groups);

// The number of the line in which the entry was first seen.
std::uint64_t first_line(const HitGroup& group);

}  // namespace kbc
