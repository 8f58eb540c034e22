#ifndef KBX_FIELDS_H_
#define KBX_FIELDS_H_

// What stands in the rows of each section, for programs that look at an index as a file: verify,
// `kbc inspect`, and the test that holds docs/kbx-format.md to it. One table, hence its length.
// C++17.

#include <cstddef>
#include <cstdint>

#include "kbx/format.h"

namespace kbx {

enum class FieldKind : unsigned char {
  kText,  // place and length in kStrings; may be absent
  kName,  // a text that may not
  kPart,  // a text inside of the row's first text; absent with it
  kCut,   // place and length in kVersionKeys
  kList,  // first row and number of rows
  kRate,  // a double; not a number when absent
  kNumber16,
  kNumber32,
  kNumber64,
  kRow,  // the number of a row; kNone for none
  kLinkKind,
  kLiteral,  // place and length in kLiteralTexts
  kProgram,  // place and length in kPrograms
  kTerm,     // place in kTermTexts; the text ends where that of the next row begins
  kPosting,  // place in kPostings; the same
  kCount,    // of entries
};

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
  const bool is_short = is_place || is_number || kind == FieldKind::kRow;
  return is_short || kind == FieldKind::kLinkKind ? 4 : 8;
}

// By section, and by place in the row. The pools have no rows.
inline constexpr Field kFields[] = {
    {Section::kEntries, EntryAt::kId, FieldKind::kName, "id"},
    {Section::kEntries, EntryAt::kSignature, FieldKind::kText, "signature"},
    {Section::kEntries, EntryAt::kRegex, FieldKind::kText, "regex"},
    {Section::kEntries, EntryAt::kRootCause, FieldKind::kText, "root_cause"},
    {Section::kEntries, EntryAt::kDomain, FieldKind::kText, "domain"},
    {Section::kEntries, EntryAt::kCategory, FieldKind::kText, "category"},
    {Section::kEntries, EntryAt::kErrorCode, FieldKind::kText, "error_code"},
    {Section::kEntries, EntryAt::kResolvable, FieldKind::kText, "resolvable"},
    {Section::kEntries, EntryAt::kConfidence, FieldKind::kRate, "confidence"},
    {Section::kEntries, EntryAt::kFixSuccessRate, FieldKind::kRate, "fix_success_rate"},
    {Section::kEntries, EntryAt::kEvidenceCount, FieldKind::kNumber64, "evidence_count"},
    {Section::kEntries, EntryAt::kDeadEnds, FieldKind::kList, "dead_ends", Section::kDeadEnds},
    {Section::kEntries, EntryAt::kWorkarounds, FieldKind::kList, "workarounds",
     Section::kWorkarounds},
    {Section::kEntries, EntryAt::kWorkaroundsZh, FieldKind::kList, "workarounds_zh",
     Section::kTexts},
    {Section::kEntries, EntryAt::kVersions, FieldKind::kList, "versions", Section::kVersions},
    {Section::kEntries, EntryAt::kLeadsTo, FieldKind::kList, "leads_to", Section::kLinks},
    {Section::kEntries, EntryAt::kPrecededBy, FieldKind::kList, "preceded_by", Section::kLinks},
    {Section::kEntries, EntryAt::kConfusedWith, FieldKind::kList, "frequently_confused_with",
     Section::kLinks},
    {Section::kEntries, EntryAt::kOsNotes, FieldKind::kList, "os_specific", Section::kOsNotes},
    {Section::kEntries, EntryAt::kTags, FieldKind::kList, "tags", Section::kTexts},
    {Section::kEntries, EntryAt::kAliases, FieldKind::kList, "aliases", Section::kTexts},
    {Section::kEntries, EntryAt::kExamples, FieldKind::kList, "examples", Section::kTexts},
    {Section::kEntries, EntryAt::kCounterexamples, FieldKind::kList, "counterexamples",
     Section::kTexts},
    {Section::kEntries, EntryAt::kKbcIgnore, FieldKind::kList, "kbc_ignore", Section::kTexts},
    {Section::kEntries, EntryAt::kSignatureZh, FieldKind::kText, "signature_zh"},
    {Section::kEntries, EntryAt::kRootCauseZh, FieldKind::kText, "root_cause_zh"},
    {Section::kEntries, EntryAt::kRootCauseType, FieldKind::kText, "root_cause_type"},
    {Section::kEntries, EntryAt::kSubcategory, FieldKind::kText, "subcategory"},
    {Section::kEntries, EntryAt::kOfficialDocUrl, FieldKind::kText, "official_doc_url"},
    {Section::kEntries, EntryAt::kOfficialDocSection, FieldKind::kText, "official_doc_section"},
    {Section::kEntries, EntryAt::kVerificationTier, FieldKind::kText, "verification_tier"},
    {Section::kEntries, EntryAt::kFirstSeen, FieldKind::kText, "first_seen"},
    {Section::kEntries, EntryAt::kLastConfirmed, FieldKind::kText, "last_confirmed"},
    {Section::kEntries, EntryAt::kLastUpdated, FieldKind::kText, "last_updated"},
    {Section::kEntries, EntryAt::kLocale, FieldKind::kText, "locale"},
    {Section::kEntries, EntryAt::kHash, FieldKind::kNumber64, "hash"},
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
};

}  // namespace kbx

#endif  // KBX_FIELDS_H_
