#include <cstdint>
#include <string>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

std::string_view cut_of(const Mapped& storage, std::uint32_t row, std::size_t at) {
  return part_of(storage, Section::kVersionKeys, storage.row<Section::kIntervals>(row) + at);
}

// Of one list: each interval has versions, and begins behind the end of the one before it.
std::string list_fault(const Mapped& storage, std::uint32_t first, std::uint32_t size) {
  for (std::uint32_t row = first; row - first < size; ++row) {
    const std::string_view low = cut_of(storage, row, IntervalAt::kLow);
    if (low >= cut_of(storage, row, IntervalAt::kHigh)) {
      return at_row(Section::kIntervals, row, "ends before it begins");
    }
    if (row > first && cut_of(storage, row - 1, IntervalAt::kHigh) >= low) {
      return at_row(Section::kIntervals, row, "not behind the one before it");
    }
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
