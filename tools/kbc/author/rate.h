#pragma once

#include <string>

namespace kbc {

// A rate as people type it, as an entry has it: `.9` is 0.9, `95` and `95%` are 0.95. What is none
// stays as it is.
std::string rate_of(const std::string& typed);

}  // namespace kbc
