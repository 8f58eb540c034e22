// A map that the compiler builds: open addressing over pairs that stand in braces. What one writes,
// or takes from a library, without a generator.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

struct Row {
  std::string_view id, signature;
};

constexpr std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

template <std::size_t kRows>
class ConstexprMap {
 public:
  constexpr explicit ConstexprMap(const Row (&rows)[kRows]) : rows_(rows) {
    for (std::uint32_t row = 0; row < kRows; ++row) {
      std::size_t slot = fnv1a(rows[row].id) & (kSlots - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (kSlots - 1);
      slots_[slot] = row + 1;
    }
  }

  constexpr const Row* find(std::string_view id) const {
    std::size_t slot = fnv1a(id) & (kSlots - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (kSlots - 1)) {
      if (rows_[slots_[slot] - 1].id == id) return &rows_[slots_[slot] - 1];
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t slot_count() {
    std::size_t slots = 1;
    while (slots < 2 * kRows) slots *= 2;
    return slots;
  }
  static constexpr std::size_t kSlots = slot_count();

  const Row (&rows_)[kRows];
  std::array<std::uint32_t, kSlots> slots_{};
};
