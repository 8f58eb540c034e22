#pragma once

#include <string_view>
#include <vector>

#include "link/image.h"
#include "pattern/case_rule.h"

namespace kbc {

// Makes the sections by which the patterns that match a text are found. regexes: of each entry, in
// their order; empty for none. What is rare is found from the texts that the image has.
void place_patterns(const std::vector<std::string_view>& regexes, CaseRule rule, unsigned jobs,
                    Image& image);

}  // namespace kbc
