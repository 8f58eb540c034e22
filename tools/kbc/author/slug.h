#pragma once

#include <string>
#include <vector>

namespace kbc {

// The second part of an id, made from the words of a signature: `No module named` gives
// `no-module-named`. Empty when they have no ASCII letter.
std::string slug_of(const std::vector<std::string>& texts);

}  // namespace kbc
