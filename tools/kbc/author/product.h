#pragma once

#include <string>

#include "author/error_line.h"

namespace kbc {

// The product that a log names, and its version where the log says it, as `versions` has them:
// `Node.js 20.20.2`, `CMake 3.25.1`, `Git`. The products of the domain come first. Empty when
// nothing tells. `command` is what printed the error, where that is known.
std::string product_in(const ErrorLine& error, const std::string& command,
                       const std::string& domain);

}  // namespace kbc
