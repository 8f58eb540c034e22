#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace kbc {

// An error where two of the paths are one file, of which the second would replace the first: by
// another spelling, or through links of folders. Streams and devices may be named twice.
Status check_outputs(const std::vector<std::string>& paths);

}  // namespace kbc
