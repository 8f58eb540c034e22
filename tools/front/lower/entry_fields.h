#pragma once

#include <array>
#include <cstddef>

#include "kbx/fields.h"

namespace kbc {

// The texts of an entry and its lists of texts, as kbx::kEntryFields has them. All that treats them
// alike, from reading an entry to writing its row, goes by these two tables.

// The fields that are chosen, by their places in a row of the index.
template <bool (*kIsChosen)(const kbx::EntryField&)>
constexpr auto chosen_fields() {
  constexpr std::size_t kCount = [] {
    std::size_t count = 0;
    for (const kbx::EntryField& field : kbx::kPlacedEntryFields) count += kIsChosen(field) ? 1 : 0;
    return count;
  }();
  std::array<kbx::EntryField, kCount> fields{};
  std::size_t count = 0;
  for (const kbx::EntryField& field : kbx::kPlacedEntryFields) {
    if (kIsChosen(field)) fields[count++] = field;
  }
  return fields;
}

inline constexpr auto kTextFields = chosen_fields<kbx::is_text>();
inline constexpr auto kTextListFields = chosen_fields<kbx::is_text_list>();

// The number of a field in one of them, by a name that is checked when this is compiled.
template <const auto& kTable>
struct FieldIn {
  consteval FieldIn(const char* name) {
    while (!kbx::is_same_name(kTable.at(number).name, name)) ++number;
  }
  // Requires: the table has this field.
  constexpr FieldIn(const kbx::EntryField& field) {
    while (kTable[number].at != field.at) ++number;
  }
  std::size_t number = 0;
};

using TextField = FieldIn<kTextFields>;
using TextListField = FieldIn<kTextListFields>;

}  // namespace kbc
