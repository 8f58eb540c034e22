#pragma once

#include <string>
#include <vector>

#include "config/base_choice.h"
#include "core/result.h"

namespace kbc {

// A knowledge base, and the paths of a run that lie in it.
struct NamedBase {
  BaseChoice choice;
  std::vector<std::string> paths;
};

struct NamedBases {
  std::vector<NamedBase> bases;  // in the order of their folders, each once
  std::vector<Error> errors;     // of paths that lie in none
};

// The knowledge bases that a run is about: the one that is chosen, or that the working directory
// lies in; where there is neither, the nearest one upwards of each path.
NamedBases bases_of(const BaseChoice& choice, const std::vector<std::string>& paths);

}  // namespace kbc
