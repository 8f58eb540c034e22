#ifndef KBX_FIELDS_H_
#define KBX_FIELDS_H_

// What is in the rows of each section, for programs that look at an index as a file: verify,
// `kbc inspect`, and the test that holds docs/kbx-format.md to it. One table, hence its length.
// C++17.

#include <cstddef>
#include <cstdint>

#include "kbx/format.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

struct Field {
  Section section;
  std::size_t at;  // in bytes from the row's beginning
  FieldKind kind;
  const char* name;                  // as the entry format has it, where it does
  Section rows = Section::kStrings;  // of a list or a row: the section that it is in
};

constexpr std::size_t size_of(FieldKind kind) {
  if (kind == FieldKind::kNumber16) return 2;
  const bool is_place = kind == FieldKind::kTerm || kind == FieldKind::kPosting;
  const bool is_number = kind == FieldKind::kNumber32 || kind == FieldKind::kCount;
  const bool is_code = kind == FieldKind::kLinkKind || kind == FieldKind::kTitled;
  return is_place || is_number || is_code || kind == FieldKind::kRow ? 4 : 8;
}

// Of all sections but kEntries, by section and by place in the row. The pools have no rows.
inline constexpr Field kOtherFields[] = {
    {Section::kAliases, AliasAt::kText, FieldKind::kName, "alias"},
    {Section::kAliases, AliasAt::kEntry, FieldKind::kRow, "entry", Section::kEntries},
    {Section::kVersions, VersionAt::kVersion, FieldKind::kText, "version"},
    {Section::kVersions, VersionAt::kIntroduced, FieldKind::kText, "introduced"},
    {Section::kVersions, VersionAt::kDeprecated, FieldKind::kText, "deprecated"},
    {Section::kVersions, VersionAt::kRemoved, FieldKind::kText, "removed"},
    {Section::kVersions, VersionAt::kBehaviorChange, FieldKind::kText, "behavior_change"},
    {Section::kVersions, VersionAt::kStatus, FieldKind::kText, "status"},
    {Section::kVersions, VersionAt::kProduct, FieldKind::kPart, "product"},
    {Section::kVersions, VersionAt::kIntervals, FieldKind::kList, "intervals", Section::kIntervals},
    {Section::kVersions, VersionAt::kConditional, FieldKind::kList, "conditional",
     Section::kIntervals},
    {Section::kIntervals, IntervalAt::kLow, FieldKind::kCut, "low"},
    {Section::kIntervals, IntervalAt::kHigh, FieldKind::kCut, "high"},
    {Section::kOsNotes, OsNoteAt::kSystem, FieldKind::kText, "system"},
    {Section::kOsNotes, OsNoteAt::kText, FieldKind::kText, "text"},
    {Section::kDeadEnds, DeadEndAt::kAction, FieldKind::kText, "action"},
    {Section::kDeadEnds, DeadEndAt::kWhyFails, FieldKind::kText, "why_fails"},
    {Section::kDeadEnds, DeadEndAt::kCondition, FieldKind::kText, "condition"},
    {Section::kDeadEnds, DeadEndAt::kFailRate, FieldKind::kRate, "fail_rate"},
    {Section::kDeadEnds, DeadEndAt::kSources, FieldKind::kList, "sources", Section::kTexts},
    {Section::kWorkarounds, WorkaroundAt::kAction, FieldKind::kText, "action"},
    {Section::kWorkarounds, WorkaroundAt::kHow, FieldKind::kText, "how"},
    {Section::kWorkarounds, WorkaroundAt::kCondition, FieldKind::kText, "condition"},
    {Section::kWorkarounds, WorkaroundAt::kSuccessRate, FieldKind::kRate, "success_rate"},
    {Section::kWorkarounds, WorkaroundAt::kSources, FieldKind::kList, "sources", Section::kTexts},
    {Section::kTexts, 0, FieldKind::kText, "text"},
    {Section::kLinks, LinkAt::kErrorId, FieldKind::kText, "error_id"},
    {Section::kLinks, LinkAt::kDistinction, FieldKind::kText, "distinction"},
    {Section::kLinks, LinkAt::kCondition, FieldKind::kText, "condition"},
    {Section::kLinks, LinkAt::kTypicalDelay, FieldKind::kText, "typical_delay"},
    {Section::kLinks, LinkAt::kProbability, FieldKind::kRate, "probability"},
    {Section::kLinks, LinkAt::kSource, FieldKind::kRow, "source", Section::kEntries},
    {Section::kLinks, LinkAt::kTarget, FieldKind::kRow, "target", Section::kEntries},
    {Section::kLinks, LinkAt::kKind, FieldKind::kLinkKind, "kind"},
    {Section::kIncoming, 0, FieldKind::kRow, "first", Section::kIncomingLinks},
    {Section::kIncomingLinks, 0, FieldKind::kRow, "link", Section::kLinks},
    {Section::kIdSeeds, 0, FieldKind::kNumber16, "displacement"},
    {Section::kIdSlots, SlotAt::kFingerprint, FieldKind::kNumber32, "fingerprint"},
    {Section::kIdSlots, SlotAt::kRow, FieldKind::kRow, "row", Section::kEntries},
    {Section::kCodeSeeds, 0, FieldKind::kNumber16, "displacement"},
    {Section::kCodeSlots, SlotAt::kFingerprint, FieldKind::kNumber32, "fingerprint"},
    {Section::kCodeSlots, SlotAt::kRow, FieldKind::kRow, "row", Section::kCodeKeys},
    {Section::kCodeKeys, KeyAt::kText, FieldKind::kName, "key"},
    {Section::kCodeKeys, KeyAt::kEntries, FieldKind::kList, "entries", Section::kCodeEntries},
    {Section::kCodeEntries, 0, FieldKind::kRow, "entry", Section::kEntries},
    {Section::kDomainSeeds, 0, FieldKind::kNumber16, "displacement"},
    {Section::kDomainSlots, SlotAt::kFingerprint, FieldKind::kNumber32, "fingerprint"},
    {Section::kDomainSlots, SlotAt::kRow, FieldKind::kRow, "row", Section::kDomainKeys},
    {Section::kDomainKeys, KeyAt::kText, FieldKind::kName, "key"},
    {Section::kDomainKeys, KeyAt::kEntries, FieldKind::kList, "entries", Section::kDomainEntries},
    {Section::kDomainEntries, 0, FieldKind::kRow, "entry", Section::kEntries},
    {Section::kCategorySeeds, 0, FieldKind::kNumber16, "displacement"},
    {Section::kCategorySlots, SlotAt::kFingerprint, FieldKind::kNumber32, "fingerprint"},
    {Section::kCategorySlots, SlotAt::kRow, FieldKind::kRow, "row", Section::kCategoryKeys},
    {Section::kCategoryKeys, KeyAt::kText, FieldKind::kName, "key"},
    {Section::kCategoryKeys, KeyAt::kEntries, FieldKind::kList, "entries",
     Section::kCategoryEntries},
    {Section::kCategoryEntries, 0, FieldKind::kRow, "entry", Section::kEntries},
    {Section::kTagSeeds, 0, FieldKind::kNumber16, "displacement"},
    {Section::kTagSlots, SlotAt::kFingerprint, FieldKind::kNumber32, "fingerprint"},
    {Section::kTagSlots, SlotAt::kRow, FieldKind::kRow, "row", Section::kTagKeys},
    {Section::kTagKeys, KeyAt::kText, FieldKind::kName, "key"},
    {Section::kTagKeys, KeyAt::kEntries, FieldKind::kList, "entries", Section::kTagEntries},
    {Section::kTagEntries, 0, FieldKind::kRow, "entry", Section::kEntries},
    {Section::kProvenance, ProvenanceAt::kName, FieldKind::kName, "name"},
    {Section::kProvenance, ProvenanceAt::kValue, FieldKind::kName, "value"},
    {Section::kGrams4, 0, FieldKind::kNumber32, "bits"},
    {Section::kGrams2, 0, FieldKind::kNumber32, "bits"},
    {Section::kLiteralHeads, 0, FieldKind::kRow, "first", Section::kLiterals},
    {Section::kLiterals, LiteralAt::kGram, FieldKind::kNumber32, "gram"},
    {Section::kLiterals, LiteralAt::kGramAt, FieldKind::kNumber32, "gram_at"},
    {Section::kLiterals, LiteralAt::kText, FieldKind::kLiteral, "text"},
    {Section::kLiterals, LiteralAt::kTriggers, FieldKind::kList, "triggers", Section::kTriggers},
    {Section::kTriggers, TriggerAt::kAlternative, FieldKind::kRow, "alternative",
     Section::kAlternatives},
    {Section::kTriggers, TriggerAt::kGram, FieldKind::kNumber32, "gram"},
    {Section::kAlternatives, AlternativeAt::kEntry, FieldKind::kRow, "entry", Section::kEntries},
    {Section::kAlternatives, AlternativeAt::kProgram, FieldKind::kProgram, "program"},
    {Section::kAlternatives, AlternativeAt::kGram, FieldKind::kNumber32, "gram"},
    {Section::kAlternatives, AlternativeAt::kKind, FieldKind::kNumber16, "kind"},
    {Section::kAlternatives, AlternativeAt::kFlags, FieldKind::kNumber16, "flags"},
    {Section::kAlternatives, AlternativeAt::kRarity, FieldKind::kNumber32, "rarity"},
    {Section::kAlways, 0, FieldKind::kRow, "alternative", Section::kAlternatives},
    {Section::kTerms, TermAt::kText, FieldKind::kTerm, "text"},
    {Section::kTerms, TermAt::kPostings, FieldKind::kPosting, "postings"},
    {Section::kTerms, TermAt::kEntries, FieldKind::kCount, "entries"},
    {Section::kTitles, TitleAt::kName, FieldKind::kName, "name"},
    {Section::kTitles, TitleAt::kTitle, FieldKind::kName, "title"},
    {Section::kTitles, TitleAt::kField, FieldKind::kTitled, "field"},
};
inline constexpr std::size_t kOtherFieldCount = sizeof kOtherFields / sizeof kOtherFields[0];

// Whether a field of an entry is one text.
constexpr bool is_text(const EntryField& field) {
  return field.kind == FieldKind::kText || field.kind == FieldKind::kName;
}
constexpr bool is_text_list(const EntryField& field) {
  return field.kind == FieldKind::kList && field.rows == Section::kTexts;
}

// The field of an entry whose texts are the keys of the look-up that a section is a part of; null
// of any other section, those of ids included.
constexpr const EntryField* field_of_lookup(Section section) {
  if (section < Section::kCodeSeeds || section > Section::kTagEntries) return nullptr;
  constexpr const EntryField* kFieldsOfKeys[] = {entry_field("error_code"), entry_field("domain"),
                                                 entry_field("category"), entry_field("tags")};
  constexpr auto kFirst = static_cast<std::size_t>(Section::kCodeSeeds);
  return kFieldsOfKeys[(static_cast<std::size_t>(section) - kFirst) / 4];
}
static_assert(field_of_lookup(Section::kCodeEntries) == entry_field("error_code") &&
                  field_of_lookup(Section::kDomainSeeds) == entry_field("domain") &&
                  field_of_lookup(Section::kDomainEntries) == entry_field("domain") &&
                  field_of_lookup(Section::kCategorySeeds) == entry_field("category") &&
                  field_of_lookup(Section::kCategoryEntries) == entry_field("category") &&
                  field_of_lookup(Section::kTagSeeds) == entry_field("tags"),
              "look-ups have four sections each, one look-up behind the other");

// Bytes of a row in the first version that had the section. Fields that later ones add lie behind
// them, and are absent in an older index.
constexpr std::uint32_t first_row_bytes(Section section) {
  return section == Section::kEntries ? 288 : info_of(section).stride;
}

// Whether the field came with a later version than the first. A list that did counts in the hash of
// an entry only if it has items, so that the hash of an entry without it stays as it was.
constexpr bool is_later(const EntryField& field) {
  return field.at >= first_row_bytes(Section::kEntries);
}

struct PlacedEntryFields {
  EntryField all[kEntryFieldCount];

  constexpr const EntryField* begin() const { return all; }
  constexpr const EntryField* end() const { return all + kEntryFieldCount; }
};

// kEntryFields by their places in the row; an insertion sort.
constexpr PlacedEntryFields placed_entry_fields() {
  PlacedEntryFields fields{};
  for (std::size_t count = 0; count < kEntryFieldCount; ++count) {
    std::size_t at = count;
    for (; at > 0 && fields.all[at - 1].at > kEntryFields[count].at; --at) {
      fields.all[at] = fields.all[at - 1];
    }
    fields.all[at] = kEntryFields[count];
  }
  return fields;
}
inline constexpr PlacedEntryFields kPlacedEntryFields = placed_entry_fields();

struct Fields {
  struct Range {
    const Field* first;
    const Field* last;
    constexpr const Field* begin() const { return first; }
    constexpr const Field* end() const { return last; }
  };

  Field all[kEntryFieldCount + kOtherFieldCount];
  std::size_t first_of[kSectionCount + 1];  // by section: its first field in `all`

  constexpr const Field* begin() const { return all; }
  constexpr const Field* end() const { return all + kEntryFieldCount + kOtherFieldCount; }

  // Those of one section, by their places; none of a pool.
  constexpr Range of(Section section) const {
    const auto number = static_cast<std::size_t>(section);
    return {all + first_of[number], all + first_of[number + 1]};
  }
};

// An entry's by their places, then the others.
constexpr Fields all_fields() {
  Fields fields{};
  std::size_t count = 0;
  for (const EntryField& field : kPlacedEntryFields) {
    fields.all[count++] = {Section::kEntries, field.at, field.kind, field.name, field.rows};
  }
  for (std::size_t at = 0; at < kOtherFieldCount; ++at) {
    fields.all[kEntryFieldCount + at] = kOtherFields[at];
  }
  std::size_t first = 0;
  for (std::size_t section = 0; section <= kSectionCount; ++section) {
    while (first < kEntryFieldCount + kOtherFieldCount &&
           static_cast<std::size_t>(fields.all[first].section) < section) {
      ++first;
    }
    fields.first_of[section] = first;
  }
  return fields;
}
inline constexpr Fields kFields = all_fields();

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_FIELDS_H_
