#pragma once

#include <functional>
#include <map>
#include <string>

namespace kbc {

// The ids of entries that a knowledge base no longer has, and why: `removed` in kbc.json.
using RemovedIds = std::map<std::string, std::string, std::less<>>;

}  // namespace kbc
