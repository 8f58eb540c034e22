#include "link/image.h"

namespace kbc {

std::uint32_t PlacedStrings::place(StringId id) {
  if (offsets_[id] != kUnset) return offsets_[id];
  const std::size_t length = pool_->text(id).size();
  const std::uint64_t left = kbx::kPageBytes - size_ % kbx::kPageBytes;
  if (length > left && left < kbx::kPageBytes) size_ += left;
  offsets_[id] = static_cast<std::uint32_t>(size_);
  order_.push_back(id);
  size_ += length;
  return offsets_[id];
}

void put_text_row(RowTable& row, std::size_t at, StringId id, const StringPool& pool,
                  PlacedStrings& placed) {
  const bool is_absent = id == kNoString;
  row.put32(at, is_absent ? kbx::kAbsent : placed.place(id));
  row.put32(at + 4, is_absent ? 0 : static_cast<std::uint32_t>(pool.text(id).size()));
}

}  // namespace kbc
