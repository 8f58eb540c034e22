#include <array>

#include "kbx/bytes.h"
#include "kbx/verify/checks.h"

namespace kbx::verify {
namespace {

struct ListPlace {
  Section rows;
  std::size_t at;
  Section items;
};

constexpr ListPlace kListPlaces[] = {
    {Section::kEntries, EntryAt::kDeadEnds, Section::kDeadEnds},
    {Section::kEntries, EntryAt::kWorkarounds, Section::kWorkarounds},
    {Section::kEntries, EntryAt::kWorkaroundsZh, Section::kTexts},
    {Section::kEntries, EntryAt::kVersions, Section::kVersions},
    {Section::kEntries, EntryAt::kLeadsTo, Section::kLinks},
    {Section::kEntries, EntryAt::kPrecededBy, Section::kLinks},
    {Section::kEntries, EntryAt::kConfusedWith, Section::kLinks},
    {Section::kEntries, EntryAt::kOsNotes, Section::kOsNotes},
    {Section::kEntries, EntryAt::kTags, Section::kTexts},
    {Section::kEntries, EntryAt::kAliases, Section::kTexts},
    {Section::kEntries, EntryAt::kExamples, Section::kTexts},
    {Section::kEntries, EntryAt::kCounterexamples, Section::kTexts},
    {Section::kEntries, EntryAt::kKbcIgnore, Section::kTexts},
    {Section::kVersions, VersionAt::kIntervals, Section::kIntervals},
    {Section::kVersions, VersionAt::kConditional, Section::kIntervals},
    {Section::kDeadEnds, DeadEndAt::kSources, Section::kTexts},
    {Section::kWorkarounds, WorkaroundAt::kSources, Section::kTexts},
    {Section::kCodeKeys, KeyAt::kEntries, Section::kCodeEntries},
    {Section::kDomainKeys, KeyAt::kEntries, Section::kDomainEntries},
    {Section::kCategoryKeys, KeyAt::kEntries, Section::kCategoryEntries},
    {Section::kTagKeys, KeyAt::kEntries, Section::kTagEntries},
};

}  // namespace

// Lists that are too many together would let a small file take a long time to walk.
std::string lists_fault(const Mapped& storage) {
  std::array<std::uint64_t, kSectionCount> listed{};
  for (const ListPlace& place : kListPlaces) {
    const std::uint32_t items = storage.sections()[place.items].count;
    for (std::uint32_t row = 0; row < storage.sections()[place.rows].count; ++row) {
      const char* list = row_of(storage, place.rows, row) + place.at;
      const std::uint32_t first = load32(list), size = load32(list + 4);
      listed[static_cast<std::size_t>(place.items)] += size;
      if (first <= items && size <= items - first) continue;
      return at_row(place.rows, row,
                    "a list outside of " + std::string(info_of(place.items).tag) + " (at byte " +
                        std::to_string(place.at) + ")");
    }
  }
  for (const ListPlace& place : kListPlaces) {
    if (listed[static_cast<std::size_t>(place.items)] == storage.sections()[place.items].count) {
      continue;
    }
    return "section " + std::string(info_of(place.items).tag) +
           ": lists have more or fewer rows than it";
  }
  return {};
}

}  // namespace kbx::verify
