#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/image.h"
#include "link/object.h"

namespace kbc {

// An entry and the Objects that its rows are in.
struct Unit {
  std::string_view id;
  const EntryObject* entry = nullptr;
  const Objects* objects = nullptr;
};

// The number of the entry that an id or alias means.
using EntryNumbers = std::unordered_map<std::string_view, std::uint32_t>;

// Puts the rows of all units, in their order, into the image's sections, and their texts into its
// pools. Gives the entry that each row of kLinks leads to, kbx::kNone for none.
std::vector<std::uint32_t> place_entries(const Pools& pools, const std::vector<Unit>& units,
                                         const EntryNumbers& numbers, Image& image);

}  // namespace kbc
