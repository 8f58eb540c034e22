#pragma once

#include <optional>
#include <vector>

#include "plan/token.h"

namespace kbc {

// The same variant with as little as finds the same texts: texts beside each other joined, nothing
// at its ends or beside a gap that may be empty. What is left can be searched for from left to
// right, each part between gaps where it comes first. Nothing when it cannot, since a run could
// take characters that what follows needs.
std::optional<Variant> normal_variant(Variant variant);

// Takes out what another variant, of a single text, finds anyway.
void drop_implied(std::vector<Variant>& variants);

}  // namespace kbc
