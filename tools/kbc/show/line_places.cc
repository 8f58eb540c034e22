#include "show/line_places.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kbc {

void LinePlaces::begin(std::string file) { files_.push_back({std::move(file), last_}); }

std::uint64_t LinePlaces::number(std::uint64_t line) {
  last_ = (files_.empty() ? 0 : files_.back().before) + line;
  return last_;
}

LinePlaces::Place LinePlaces::of(std::uint64_t number) const {
  const auto after = std::partition_point(
      files_.begin(), files_.end(), [number](const File& file) { return file.before < number; });
  if (after == files_.begin()) return {{}, number};
  const File& file = *std::prev(after);
  return {file.name, number - file.before};
}

}  // namespace kbc
