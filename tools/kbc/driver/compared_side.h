#pragma once

#include <optional>
#include <string>

#include "config/config.h"
#include "core/result.h"
#include "driver/open_index.h"

namespace kbc {

// A knowledge base that `kbc diff` was given.
struct OpenSide {
  std::string name;
  OpenIndex open;
  std::optional<Config> config;  // none for an index
};

// What a person names as one: a folder with a kbc.json, an index file, or else a revision of the
// repository around the knowledge base that is chosen; `REF...` is where HEAD left REF. Empty is
// the chosen knowledge base as it is in the working tree.
Result<OpenSide> open_side(const std::string& name, const BaseChoice& base);

}  // namespace kbc
