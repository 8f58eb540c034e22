#include "link/image.h"

#include <algorithm>

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

std::string_view PlacedStrings::text_at(std::uint32_t offset, std::uint32_t length) const {
  // An empty text has the offset of the one that comes next.
  const auto next =
      std::upper_bound(order_.begin(), order_.end(), offset,
                       [this](std::uint32_t place, StringId id) { return place < offsets_[id]; });
  if (next == order_.begin()) return {};
  const StringId id = *(next - 1);
  const std::string_view text = pool_->text(id);
  return text.substr(std::min<std::size_t>(offset - offsets_[id], text.size()), length);
}

void put_text_row(RowTable& row, std::size_t at, StringId id, const StringPool& pool,
                  PlacedStrings& placed) {
  const bool is_absent = id == kNoString;
  row.put32(at, is_absent ? kbx::kAbsent : placed.place(id));
  row.put32(at + 4, is_absent ? 0 : static_cast<std::uint32_t>(pool.text(id).size()));
}

}  // namespace kbc
