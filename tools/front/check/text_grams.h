#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lower/knowledge_base.h"

namespace kbc {

// In which entries' signatures and root causes a literal may be, without a look at them: for each
// of 2,048 hashes of three bytes a bit of every entry, which takes 256 bytes an entry.
class TextGrams {
 public:
  // A bit of each slot.
  using Slots = std::vector<std::uint64_t>;

  void add(const EntryRecord& entry) { mark(entry, true); }
  void remove(const EntryRecord& entry) { mark(entry, false); }

  // Sets the bits of the entries that may have the folded literal, of at least all that do.
  void find(std::string_view literal, Slots& slots) const;

 private:
  static constexpr unsigned kHashBits = 11;

  void mark(const EntryRecord& entry, bool is_there);
  void mark(std::string_view text, std::uint32_t slot, bool is_there);

  std::array<Slots, std::size_t{1} << kHashBits> slots_;
  std::size_t words_ = 0;  // of each
};

}  // namespace kbc
