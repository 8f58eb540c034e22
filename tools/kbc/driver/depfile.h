#pragma once

#include <string>
#include <vector>

#include "config/config.h"
#include "core/result.h"

namespace kbc {

// What a build depends on, as Make and Ninja read it: the entries and their folders (whose time
// changes when an entry is added or removed), kbc.json, the schema and the taxonomy that it names.
class Depfile {
 public:
  // The error names a path that has no spelling which both read as that path. Written as it is, one
  // could end the line, and what follows would be a command to Make.
  static Result<Depfile> of(const Config& config, const std::vector<std::string>& entry_files,
                            const std::vector<std::string>& targets);

  Status write(const Border& border, const std::string& path) const;

 private:
  Status add(const std::string& path);

  std::string text_;
};

}  // namespace kbc
