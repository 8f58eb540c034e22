#pragma once

#include <vector>

#include "link/image.h"
#include "link/object.h"
#include "link/place_entries.h"

namespace kbc {

// Makes the sections that say which entries have a word, and how much each is about it; in time in
// proportion to the texts, but for sorting the words. units: in the order of the entries. False
// when the words have more entries than a section has room for.
bool place_words(const Pools& pools, const std::vector<Unit>& units, unsigned jobs, Image& image);

}  // namespace kbc
