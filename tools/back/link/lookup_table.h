#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// The two sections by which kbx/lookup.h finds the row of a key.
struct LookupTable {
  std::string seeds;
  std::string slots;
};

// Makes them for distinct keys; the row of a key is its place in keys. Nothing when two keys have
// one hash under this seed: another seed will do. Takes time in proportion to the keys.
std::optional<LookupTable> make_lookup_table(const std::vector<std::string_view>& keys,
                                             std::uint32_t hash_seed);

}  // namespace kbc
