// Where in the texts that were read an entry was found, in words.
#pragma once

#include <string>

#include "match/hit_groups.h"
#include "show/line_places.h"
#include "text/languages.h"

namespace kbc {

// What the best hit has matched.
std::string matched_text(const HitGroup& group);

// "line 3" or, of several files, "build.log:3".
std::string line_text(std::uint64_t number, const LinePlaces& places, const Labels& labels);

// "line 3", "lines 3, 9, 12 and 40 more"
std::string lines_text(const HitGroup& group, const LinePlaces& places, const Labels& labels);

// "12 times, first in line 3"
std::string count_text(const HitGroup& group, const LinePlaces& places, const Labels& labels);

}  // namespace kbc
