// Tables whose rows have a member `name`.
#pragma once

#include <iterator>
#include <string_view>
#include <vector>

namespace kbc {

// The row with this name, or null.
template <typename Rows>
auto find_named(const Rows& rows, std::string_view name) -> decltype(&*std::begin(rows)) {
  for (const auto& row : rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

// The names of all rows, in their order.
template <typename Name = std::string_view, typename Rows>
std::vector<Name> names_of(Rows&& rows) {
  std::vector<Name> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

}  // namespace kbc
