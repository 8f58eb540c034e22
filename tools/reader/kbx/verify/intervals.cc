#include <cstdint>
#include <string>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/verify/checks.h"
#include "kbx/version_key.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

std::string_view cut_of(const Mapped& storage, std::uint32_t row, std::size_t at) {
  return part_of(storage, Section::kVersionKeys, storage.row<Section::kIntervals>(row) + at);
}

KeyRange range_of(const Mapped& storage, std::uint32_t row) {
  return {cut_of(storage, row, IntervalAt::kLow), cut_of(storage, row, IntervalAt::kHigh)};
}

// Whether `last` may be before `range` in a list: sorted, and not to be written as one.
bool is_behind(const KeyRange& range, const KeyRange& last) {
  if (last.low == range.low ? last.high >= range.high : last.low > range.low) return false;
  return !last.can_join(range);
}

// Of one list: each interval has versions, and they are sorted, as few as can be.
std::string list_fault(const Mapped& storage, std::uint32_t first, std::uint32_t size) {
  KeyRange last;
  for (std::uint32_t row = first; row - first < size; ++row) {
    const KeyRange range = range_of(storage, row);
    if (range.is_empty()) return at_row(Section::kIntervals, row, "ends before it begins");
    if (row > first && !is_behind(range, last)) {
      return at_row(Section::kIntervals, row, "not behind the one before it");
    }
    last = range;
  }
  return {};
}

}  // namespace

std::string intervals_fault(const Index& index) {
  const Mapped& storage = index.storage();
  std::uint32_t next = 0;
  for (std::uint32_t row = 0; row < storage.count<Section::kVersions>(); ++row) {
    const char* version = storage.row<Section::kVersions>(row);
    for (const std::size_t at : {VersionAt::kIntervals, VersionAt::kConditional}) {
      const std::uint32_t first = load32(version + at), size = load32(version + at + 4);
      if (first != next && !says_more(index)) {
        return at_row(Section::kVersions, row, "its intervals are not those behind the last");
      }
      next += size;
      std::string fault = list_fault(storage, first, size);
      if (!fault.empty()) return fault;
    }
  }
  return {};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
