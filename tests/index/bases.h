// The knowledge bases on which the tests run that want many entries: always the frozen one,
// tests/frozen, and the one that the environment variable KBC_CORPUS names when it is set.
//
// The frozen one has some 240 invented entries with all fields, kinds of links, ways to write
// versions and regexes that there are. Those of the domains of kFaultyDomains have faults of nearly
// all rules, or are no JSON; of the others validate may find warnings.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

constexpr std::array<std::string_view, 4> kFaultyDomains = {"kafka", "kubernetes", "php",
                                                            "terraform"};

// The folders of the bases' kbc.json.
std::string frozen_base();
std::vector<std::string> all_bases();

// The texts of the entries that an index can be made of, in the order of their paths.
std::vector<std::string> buildable_entries(const std::string& base);

// Copies these entries into a folder, with a kbc.json by which their faults are no errors.
void copy_buildable(const std::string& base, const std::string& folder);

}  // namespace kbc
