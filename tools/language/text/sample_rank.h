#pragma once

#include <cstdint>
#include <string_view>

#include "text/hash.h"

namespace kbc {

// Where something with this name stands when a sample is drawn from many: the sample is those with
// the lowest ranks. It depends on the names alone, in whatever order they come, and one thing more
// or less changes one member at most.
constexpr std::uint64_t sample_rank(std::string_view name) {
  Fnv1a hash;
  hash.add(name);
  return spread(hash.value());
}

}  // namespace kbc
