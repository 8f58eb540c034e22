#pragma once

#include <string>
#include <vector>

#include "os/border.h"

namespace kbc {

// The kbc.json in a folder and the files that it names: schema, taxonomy and baseline. As far as it
// can be read: whether it, or one of them, is sound does not matter.
std::vector<std::string> configuration_files(const std::string& root, const Border& border);

}  // namespace kbc
