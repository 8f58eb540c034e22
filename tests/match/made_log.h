// A log without errors, as services write it: the background against which matching is measured
// and tested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kbc {

// The same lines for the same seed.
std::vector<std::string> made_log(std::size_t lines, std::uint32_t seed = 7);

}  // namespace kbc
