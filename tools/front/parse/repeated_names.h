#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "parse/document.h"

namespace kbc {

// A name that is in its object already; both are nodes of the document.
struct RepeatedName {
  std::uint32_t first = 0;
  std::uint32_t again = 0;
};

// The first so many of a document, object by object in their order. Linear but for a logarithm,
// whatever the names are.
std::vector<RepeatedName> repeated_names(const Document& document, std::size_t most);

}  // namespace kbc
