#pragma once

#include <string>

namespace kbc {

// Whether a command keeps what it found out for the next one, and where.
struct CacheChoice {
  bool is_used = false;
  std::string folder;  // that a person named; empty for the usual one
};

}  // namespace kbc
