#ifndef KBX_VERIFY_ORDERED_TEXTS_H_
#define KBX_VERIFY_ORDERED_TEXTS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "kbx/lookup.h"
#include "kbx/verify/checks.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {

// Looks at the rows of one table, whose first field is a text: whether they are in the order of
// their texts, and whether a look-up finds each.
//
// The texts of a table differ, so in a sound pool they take at most its size together. Asking for
// that first bounds the time that comparing and hashing them takes.
class OrderedTexts {
 public:
  OrderedTexts(const Mapped& storage, Section rows) : storage_(storage), rows_(rows) {}

  std::uint32_t count() const { return storage_.sections()[rows_].count; }
  std::string_view text(std::uint32_t row) const {
    return text_at<PoolOf<Section::kStrings>>(storage_, row_of(storage_, rows_, row));
  }

  std::string order_fault() const {
    std::uint64_t total = 0;
    for (std::uint32_t row = 0; row < count(); ++row) total += text(row).size();
    if (total > storage_.count<Section::kStrings>()) {
      return "section " + std::string(info_of(rows_).tag) + ": its texts overlap";
    }
    for (std::uint32_t row = 1; row < count(); ++row) {
      if (text(row - 1) >= text(row)) return at_row(rows_, row, "not in order");
    }
    return {};
  }

  // first_row: of these rows, as the look-up numbers them.
  template <Section kSeeds, Section kSlots>
  std::string found_fault(std::uint32_t first_row = 0) const {
    for (std::uint32_t row = 0; row < count(); ++row) {
      const std::uint64_t hash = lookup_hash(text(row), storage_.hash_seed());
      if (probe<kSeeds, kSlots>(storage_, hash) == first_row + row) continue;
      return at_row(rows_, row, std::string("not found through ") + info_of(kSlots).tag);
    }
    return {};
  }

 private:
  const Mapped& storage_;
  Section rows_;
};

// A look-up of this many rows has no slots taken but theirs, if each of them is found.
template <Section kSlots>
std::string slots_fault(const Mapped& storage, std::uint64_t rows) {
  std::uint64_t taken = 0;
  for (std::uint32_t slot = 0; slot < storage.count<kSlots>(); ++slot) {
    const char* at = storage.row<kSlots>(slot);
    if (load32(at + SlotAt::kRow) != kNone) {
      ++taken;
    } else if (load32(at + SlotAt::kFingerprint) != 0) {
      return at_row(kSlots, slot, "free, with a fingerprint");
    }
  }
  if (taken == rows) return {};
  return "section " + std::string(info_of(kSlots).tag) + ": has other keys too";
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERIFY_ORDERED_TEXTS_H_
