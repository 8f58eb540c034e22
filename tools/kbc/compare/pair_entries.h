#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kbx/index.h"
#include "lower/removed_ids.h"

namespace kbc {

// Which entries of two indexes are the same one: by their ids; by an alias that one of them has;
// and, of those that are left, by a regex or a signature that no other one has. An entry has one
// number in both: its row in the old index, or what follows for one that is new.
struct Pairs {
  std::vector<std::uint32_t> to_now, to_before;  // rows; kbx::kNone for none

  std::uint32_t of_before(std::uint32_t row) const { return row; }
  std::uint32_t of_now(std::uint32_t row) const {
    if (to_before[row] != kbx::kNone) return to_before[row];
    return static_cast<std::uint32_t>(to_now.size()) + row;
  }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(to_now.size() + to_before.size());
  }
  // Whether both sides have the entry with this number.
  bool is_pair(std::uint32_t number) const {
    return number < to_now.size() && to_now[number] != kbx::kNone;
  }
};

Pairs pair_entries(const kbx::Index& before, const kbx::Index& now);

// Two knowledge bases, and how their entries belong together.
struct BaseComparison {
  const kbx::Index& before;
  const kbx::Index& now;
  const RemovedIds& removed;  // that `now` no longer has, deliberately
  Pairs pairs;

  // The id of the entry with this number, on the old side if it is there.
  std::string_view id_of(std::uint32_t number) const {
    const auto old = static_cast<std::uint32_t>(pairs.to_now.size());
    return number < old ? before.at(number)->id() : now.at(number - old)->id();
  }
};

}  // namespace kbc
