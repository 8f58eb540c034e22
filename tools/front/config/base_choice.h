#pragma once

#include <string>
#include <vector>

namespace kbc {

// The knowledge base that a person names.
struct BaseChoice {
  std::string folder;                // of kbc.json; empty: the nearest one upwards
  std::vector<std::string> allowed;  // folders outside that it may lead into
  // A folder around all knowledge bases of the run, to tell them apart by; empty: that of kbc.json.
  std::string around;
};

}  // namespace kbc
