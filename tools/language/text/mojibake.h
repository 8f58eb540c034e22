#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace kbc {

// A part of a text that is UTF-8 read as Windows-1252, and what it was: `Ã©` and `é`.
struct Mojibake {
  TextRange range;
  std::string meant;
};

// The leftmost ones, `most` at most. Neighbours are one. Requires: valid UTF-8.
//
// A letter and a mark where a word ends (`Spaß…`, `CAFÉ”`) are right.
std::vector<Mojibake> find_mojibake(std::string_view text, std::size_t most);

}  // namespace kbc
