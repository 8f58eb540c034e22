#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "os/border.h"

namespace kbc {

// What a build depends on, as Make and Ninja read it: a line for the targets, and one without
// prerequisites for each input, so that one that is gone starts a build and is no error to Make.
class Depfile {
 public:
  // Targets are spelled as they are given, since Make and Ninja compare them with what their own
  // files say; inputs become absolute, since Make and CMake run in different folders. Each is
  // written once.
  //
  // The error names a path that has no spelling which both read as that path. Written as it is, one
  // could end the line, and what follows would be a command to Make.
  static Result<Depfile> of(const std::vector<std::string>& targets,
                            const std::vector<std::string>& inputs);

  Status write(const Border& border, const std::string& path) const;

 private:
  std::string text_;
};

}  // namespace kbc
