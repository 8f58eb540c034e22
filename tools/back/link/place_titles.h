#pragma once

#include <vector>

#include "link/image.h"
#include "link/link.h"
#include "link/object.h"
#include "link/place_entries.h"
#include "lower/taxonomy.h"

namespace kbc {

// What a taxonomy says of its names, if it says anything.
Titles titles_of(const Taxonomy& taxonomy, StringPool& texts);

// Makes the section of those whose names an entry has. Two of one name have one title.
void place_titles(const Titles& titles, const Pools& pools, const std::vector<Unit>& units,
                  Image& image);

}  // namespace kbc
