#include <string_view>

#include "kbx/bytes.h"
#include "kbx/verify/checks.h"
#include "kbx/verify/utf8.h"

namespace kbx::verify {
namespace {

enum class Presence {
  kRequired,
  kOptional,
  kPart,  // of the text of the version that it stands in; absent with it
};

struct TextPlace {
  Section rows;
  std::size_t at;
  Presence presence = Presence::kOptional;
  Section pool = Section::kStrings;
};

constexpr TextPlace kTextPlaces[] = {
    {Section::kEntries, EntryAt::kId, Presence::kRequired},
    {Section::kEntries, EntryAt::kSignature},
    {Section::kEntries, EntryAt::kRegex},
    {Section::kEntries, EntryAt::kRootCause},
    {Section::kEntries, EntryAt::kDomain},
    {Section::kEntries, EntryAt::kCategory},
    {Section::kEntries, EntryAt::kErrorCode},
    {Section::kEntries, EntryAt::kResolvable},
    {Section::kEntries, EntryAt::kSignatureZh},
    {Section::kEntries, EntryAt::kRootCauseZh},
    {Section::kEntries, EntryAt::kRootCauseType},
    {Section::kEntries, EntryAt::kSubcategory},
    {Section::kEntries, EntryAt::kOfficialDocUrl},
    {Section::kEntries, EntryAt::kOfficialDocSection},
    {Section::kEntries, EntryAt::kVerificationTier},
    {Section::kEntries, EntryAt::kFirstSeen},
    {Section::kEntries, EntryAt::kLastConfirmed},
    {Section::kEntries, EntryAt::kLastUpdated},
    {Section::kEntries, EntryAt::kLocale},
    {Section::kAliases, AliasAt::kText, Presence::kRequired},
    {Section::kVersions, VersionAt::kVersion},
    {Section::kVersions, VersionAt::kIntroduced},
    {Section::kVersions, VersionAt::kDeprecated},
    {Section::kVersions, VersionAt::kRemoved},
    {Section::kVersions, VersionAt::kBehaviorChange},
    {Section::kVersions, VersionAt::kStatus},
    {Section::kVersions, VersionAt::kProduct, Presence::kPart},
    {Section::kIntervals, IntervalAt::kLow, Presence::kRequired, Section::kVersionKeys},
    {Section::kIntervals, IntervalAt::kHigh, Presence::kRequired, Section::kVersionKeys},
    {Section::kOsNotes, OsNoteAt::kSystem},
    {Section::kOsNotes, OsNoteAt::kText},
    {Section::kDeadEnds, DeadEndAt::kAction},
    {Section::kDeadEnds, DeadEndAt::kWhyFails},
    {Section::kDeadEnds, DeadEndAt::kCondition},
    {Section::kWorkarounds, WorkaroundAt::kAction},
    {Section::kWorkarounds, WorkaroundAt::kHow},
    {Section::kWorkarounds, WorkaroundAt::kCondition},
    {Section::kTexts, 0},
    {Section::kLinks, LinkAt::kErrorId},
    {Section::kLinks, LinkAt::kDistinction},
    {Section::kLinks, LinkAt::kCondition},
    {Section::kLinks, LinkAt::kTypicalDelay},
    {Section::kCodeKeys, KeyAt::kText, Presence::kRequired},
    {Section::kDomainKeys, KeyAt::kText, Presence::kRequired},
    {Section::kCategoryKeys, KeyAt::kText, Presence::kRequired},
    {Section::kTagKeys, KeyAt::kText, Presence::kRequired},
    {Section::kProvenance, ProvenanceAt::kName, Presence::kRequired},
    {Section::kProvenance, ProvenanceAt::kValue, Presence::kRequired},
};

std::string quoted_tag(Section section) { return std::string(info_of(section).tag); }

bool begins_character(const Sections::Bytes& pool, std::uint32_t at) {
  return at == pool.count || !is_inside_character(pool.data[at]);
}

// The pool as a whole is UTF-8, so a text is if it begins and ends between characters.
std::string place_fault(const Mapped& storage, Section pool, std::uint32_t offset,
                        std::uint32_t length) {
  const Sections::Bytes& bytes = storage.sections()[pool];
  if (offset > bytes.count || length > bytes.count - offset) {
    return "a text outside of " + quoted_tag(pool);
  }
  if (pool != Section::kStrings) return {};
  const bool is_whole = begins_character(bytes, offset) && begins_character(bytes, offset + length);
  return is_whole ? "" : "a text that cuts a character";
}

bool keeps_pages(std::uint32_t offset, std::uint32_t length) {
  const std::uint32_t in_page = offset % kPageBytes;
  return in_page == 0 || length <= kPageBytes - in_page;
}

std::string part_fault(const char* part, const char* whole) {
  if (load32(part) == kAbsent || load32(whole) == kAbsent) {
    return load32(part) == load32(whole) ? "" : "a product without version, or without product";
  }
  const std::uint32_t before = load32(part) - load32(whole);
  const bool is_inside = load32(part) >= load32(whole) && before <= load32(whole + 4) &&
                         load32(part + 4) <= load32(whole + 4) - before;
  return is_inside ? "" : "a product outside of its version";
}

std::string text_fault(const Mapped& storage, const TextPlace& place, const char* row) {
  const char* text = row + place.at;
  const std::uint32_t offset = load32(text), length = load32(text + 4);
  if (place.presence == Presence::kPart) {
    const std::string fault = part_fault(text, row + VersionAt::kVersion);
    if (!fault.empty()) return fault;
  }
  if (offset == kAbsent) {
    if (length != 0) return "an absent text with a length";
    return place.presence == Presence::kRequired ? "an absent text that may not be absent" : "";
  }
  const std::string fault = place_fault(storage, place.pool, offset, length);
  if (!fault.empty() || place.presence == Presence::kPart) return fault;
  return keeps_pages(offset, length) ? "" : "a text that lies across pages";
}

}  // namespace

std::string texts_fault(const Mapped& storage) {
  const Sections::Bytes& pool = storage.sections()[Section::kStrings];
  if (!is_utf8({pool.data, pool.count})) return "section STRP: not UTF-8";
  for (const TextPlace& place : kTextPlaces) {
    const std::uint32_t count = storage.sections()[place.rows].count;
    for (std::uint32_t row = 0; row < count; ++row) {
      const std::string fault = text_fault(storage, place, row_of(storage, place.rows, row));
      if (!fault.empty()) {
        return at_row(place.rows, row, fault + " (at byte " + std::to_string(place.at) + ")");
      }
    }
  }
  return {};
}

}  // namespace kbx::verify
