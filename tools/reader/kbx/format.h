#ifndef KBX_FORMAT_H_
#define KBX_FORMAT_H_

// The numbers of the index format, version 1.3, which docs/kbx-format.md describes: one place for
// the writer, the reader and the generated tables. C++17.

#include <cstddef>
#include <cstdint>

#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

inline constexpr unsigned char kMagic[8] = {0x89, 'K', 'B', 'X', '\r', '\n', 0x1A, '\n'};
inline constexpr std::uint16_t kMajor = 1;  // a reader refuses any other
inline constexpr std::uint16_t kMinor = 3;  // a reader accepts any
inline constexpr std::uint32_t kEndianTag = 0x01020304;

// Bits of the header's `features`; a reader refuses a file with others.
// The keys of versions tell labels that are no pre-release, which are ordered with little.
inline constexpr std::uint64_t kFeatureLabels = 1;
inline constexpr std::uint64_t kKnownFeatures = kFeatureLabels;

// Places in the header, in bytes from its beginning.
struct HeaderAt {
  static constexpr std::size_t kMajor = 8, kMinor = 10, kHeaderBytes = 12, kFileBytes = 16,
                               kSectionCount = 24, kEntryCount = 28, kContentId = 32,
                               kFeatures = 40, kEndian = 48, kHashSeed = 52, kChecksum = 56;
};
inline constexpr std::size_t kHeaderBytes = 64;
inline constexpr std::uint32_t kMaxSections = 64;
inline constexpr std::size_t kAlignment = 64;  // of every section's beginning

// A row of the section table, which follows the header.
struct SectionAt {
  static constexpr std::size_t kTag = 0, kFlags = 4, kOffset = 8, kSize = 16, kChecksum = 24,
                               kStride = 32, kCount = 36;
};
inline constexpr std::size_t kSectionRowBytes = 40;
inline constexpr std::uint32_t kRequired = 1;  // flag: a reader that does not know it refuses

// No string of a pool lies across a multiple of this, unless it is longer; then it begins at one.
inline constexpr std::uint32_t kPageBytes = 8192;

// The offset of a string that is not there.
inline constexpr std::uint32_t kAbsent = 0xFFFFFFFF;
// The row of an entry, key or link that is not there.
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Every section that version 1.3 has, in the order in which the writer puts them. Those that came
// with a minor version are at the end: generated tables know sections by their numbers.
enum class Section : unsigned char {
  kStrings,      // UTF-8
  kVersionKeys,  // sort keys of versions, not text
  kEntries,
  kAliases,
  kVersions,
  kIntervals,
  kOsNotes,
  kDeadEnds,
  kWorkarounds,
  kTexts,
  kLinks,
  kIncoming,       // for each entry, and once more: the first of its rows in kIncomingLinks
  kIncomingLinks,  // rows of kLinks, by the entry that they lead to
  kIdSeeds,
  kIdSlots,
  kCodeSeeds,
  kCodeSlots,
  kCodeKeys,
  kCodeEntries,
  kDomainSeeds,
  kDomainSlots,
  kDomainKeys,
  kDomainEntries,
  kCategorySeeds,
  kCategorySlots,
  kCategoryKeys,
  kCategoryEntries,
  kTagSeeds,
  kTagSlots,
  kTagKeys,
  kTagEntries,
  kProvenance,
  // Version 1.1: how to find out which patterns match a text.
  kGrams4,  // a bit for each hash of four bytes of a literal
  kGrams2,
  kLiteralHeads,  // by the hash of a literal's bytes: the first of its rows in kLiterals
  kLiterals,
  kLiteralTexts,  // folded texts, bytes
  kTriggers,
  kAlternatives,
  kPrograms,  // bytes
  kAlways,
  // Version 1.2: which entries have a word.
  kTermTexts,
  kTerms,     // and one row more, for the ends of the last
  kPostings,  // bytes
  // Version 1.3: what the names of a taxonomy stand for.
  kTitles,
};

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
  kRow,   // the number of a row; kNone for none
  kHash,  // of the row's content, 64 bits
  kLinkKind,
  kTitled,   // the place in kEntries of a field whose texts have titles
  kLiteral,  // place and length in kLiteralTexts
  kProgram,  // place and length in kPrograms
  kTerm,     // place in kTermTexts; the text ends where that of the next row begins
  kPosting,  // place in kPostings; the same
  kCount,    // of entries
};

// What a text is for, which decides what may be in it.
enum class Role : unsigned char {
  kNoText,       // no text of the author's
  kName,         // an id, a slug, a code, a date, a version, a pattern: not prose
  kProse,        // one line or paragraph in the entry's own language
  kSteps,        // prose that may have line breaks
  kTranslation,  // prose in another language
  kVerbatim,     // quoted as a program printed it
  kUrl,
};

// A field of an entry: everything that handles entries goes by this table, so that it alone names
// the fields that nothing handles in a way of their own.
struct EntryField {
  const char* name;  // as the entry format has it
  std::size_t at;    // in the row of kEntries, in bytes from its beginning
  FieldKind kind;
  Role role = Role::kNoText;         // of a text, and of each text of a list of texts
  Section rows = Section::kStrings;  // of a list: the section that it is in
};

// In the order of the entry format's schema, which is the order of canonical form.
inline constexpr EntryField kEntryFields[] = {
    {"id", 0, FieldKind::kName, Role::kName},
    {"signature", 8, FieldKind::kText, Role::kProse},
    {"signature_zh", 192, FieldKind::kText, Role::kTranslation},
    {"regex", 16, FieldKind::kText, Role::kName},
    {"domain", 32, FieldKind::kText, Role::kName},
    {"category", 40, FieldKind::kText, Role::kName},
    {"subcategory", 216, FieldKind::kText, Role::kName},
    {"root_cause", 24, FieldKind::kText, Role::kProse},
    {"root_cause_type", 208, FieldKind::kText, Role::kName},
    {"root_cause_zh", 200, FieldKind::kText, Role::kTranslation},
    {"versions", 112, FieldKind::kList, Role::kNoText, Section::kVersions},
    {"os_specific", 144, FieldKind::kList, Role::kNoText, Section::kOsNotes},
    {"dead_ends", 88, FieldKind::kList, Role::kNoText, Section::kDeadEnds},
    {"dead_ends_zh", 288, FieldKind::kList, Role::kTranslation, Section::kTexts},
    {"workarounds", 96, FieldKind::kList, Role::kNoText, Section::kWorkarounds},
    {"workarounds_zh", 104, FieldKind::kList, Role::kTranslation, Section::kTexts},
    {"leads_to", 120, FieldKind::kList, Role::kNoText, Section::kLinks},
    {"preceded_by", 128, FieldKind::kList, Role::kNoText, Section::kLinks},
    {"frequently_confused_with", 136, FieldKind::kList, Role::kNoText, Section::kLinks},
    {"official_doc_url", 224, FieldKind::kText, Role::kUrl},
    {"official_doc_section", 232, FieldKind::kText, Role::kProse},
    {"error_code", 48, FieldKind::kText, Role::kName},
    {"verification_tier", 240, FieldKind::kText, Role::kName},
    {"confidence", 64, FieldKind::kRate},
    {"fix_success_rate", 72, FieldKind::kRate},
    {"resolvable", 56, FieldKind::kText, Role::kName},
    {"first_seen", 248, FieldKind::kText, Role::kName},
    {"last_confirmed", 256, FieldKind::kText, Role::kName},
    {"last_updated", 264, FieldKind::kText, Role::kName},
    {"evidence_count", 80, FieldKind::kNumber64},
    {"tags", 152, FieldKind::kList, Role::kName, Section::kTexts},
    {"locale", 272, FieldKind::kText, Role::kName},
    {"aliases", 160, FieldKind::kList, Role::kName, Section::kTexts},
    {"examples", 168, FieldKind::kList, Role::kVerbatim, Section::kTexts},
    {"counterexamples", 176, FieldKind::kList, Role::kVerbatim, Section::kTexts},
    {"kbc_ignore", 184, FieldKind::kList, Role::kName, Section::kTexts},
    {"hash", 280, FieldKind::kHash},
};
inline constexpr std::size_t kEntryFieldCount = sizeof kEntryFields / sizeof kEntryFields[0];

constexpr bool is_same_name(const char* a, const char* b) noexcept {
  while (*a != '\0' && *a == *b) ++a, ++b;
  return *a == *b;
}

// The row of the table with this name, or null.
constexpr const EntryField* entry_field(const char* name) noexcept {
  for (const EntryField& field : kEntryFields) {
    if (is_same_name(field.name, name)) return &field;
  }
  return nullptr;
}
// Its place. Requires: there is such a field; as a constant, another name does not compile.
constexpr std::size_t entry_at(const char* name) noexcept { return entry_field(name)->at; }

// Whether a field of this kind, and of a list whose items are in this section, is at this place.
constexpr bool has_kind(std::size_t at, FieldKind kind, Section rows = Section::kStrings) {
  for (const EntryField& field : kEntryFields) {
    if (field.at == at) return field.kind == kind && field.rows == rows;
  }
  return false;
}

// Every field takes eight bytes, the last ones of the row included.
constexpr std::uint32_t entry_row_bytes() noexcept {
  std::size_t bytes = 0;
  for (const EntryField& field : kEntryFields) bytes = field.at + 8 > bytes ? field.at + 8 : bytes;
  return static_cast<std::uint32_t>(bytes);
}

struct SectionInfo {
  char tag[5];           // four letters
  std::uint32_t stride;  // bytes of a row
};

inline constexpr SectionInfo kSections[] = {{"STRP", 1},  {"VKEY", 1},  {"RECS", entry_row_bytes()},
                                            {"ALIA", 16}, {"VERS", 72}, {"INTV", 16},
                                            {"OSNO", 16}, {"DEAD", 40}, {"WORK", 40},
                                            {"TEXT", 8},  {"LINK", 56}, {"INCO", 4},
                                            {"INCL", 4},  {"IDSD", 2},  {"IDSL", 8},
                                            {"ECSD", 2},  {"ECSL", 8},  {"ECKY", 16},
                                            {"ECPL", 4},  {"DOSD", 2},  {"DOSL", 8},
                                            {"DOKY", 16}, {"DOPL", 4},  {"CASD", 2},
                                            {"CASL", 8},  {"CAKY", 16}, {"CAPL", 4},
                                            {"TASD", 2},  {"TASL", 8},  {"TAKY", 16},
                                            {"TAPL", 4},  {"PROV", 16}, {"PTG4", 4},
                                            {"PTG2", 4},  {"PTHD", 4},  {"PTLI", 24},
                                            {"PTTX", 1},  {"PTTR", 8},  {"PTAL", 24},
                                            {"PTPR", 1},  {"PTAW", 4},  {"SRTX", 1},
                                            {"SRTM", 12}, {"SRPO", 1},  {"TITL", 24}};
inline constexpr std::size_t kSectionCount = sizeof kSections / sizeof kSections[0];

constexpr const SectionInfo& info_of(Section section) noexcept {
  return kSections[static_cast<std::size_t>(section)];
}

// Places in the rows of the other sections. A text is u32 offset, u32 length in kStrings; a list is
// u32 first row, u32 number of rows; a rate is a double.
struct AliasAt {
  static constexpr std::size_t kText = 0, kEntry = 8;
};
struct VersionAt {
  static constexpr std::size_t kVersion = 0, kIntroduced = 8, kDeprecated = 16, kRemoved = 24,
                               kBehaviorChange = 32, kStatus = 40, kProduct = 48, kIntervals = 56,
                               kConditional = 64;
};
struct IntervalAt {
  static constexpr std::size_t kLow = 0, kHigh = 8;  // texts in kVersionKeys
};
struct OsNoteAt {
  static constexpr std::size_t kSystem = 0, kText = 8;
};
struct DeadEndAt {
  static constexpr std::size_t kAction = 0, kWhyFails = 8, kCondition = 16, kFailRate = 24,
                               kSources = 32;
};
struct WorkaroundAt {
  static constexpr std::size_t kAction = 0, kHow = 8, kCondition = 16, kSuccessRate = 24,
                               kSources = 32;
};
struct LinkAt {
  static constexpr std::size_t kErrorId = 0, kDistinction = 8, kCondition = 16, kTypicalDelay = 24,
                               kProbability = 32, kSource = 40, kTarget = 44, kKind = 48;
};
struct SlotAt {
  static constexpr std::size_t kFingerprint = 0, kRow = 4;
};
struct KeyAt {
  static constexpr std::size_t kText = 0, kEntries = 8;
};
struct ProvenanceAt {
  static constexpr std::size_t kName = 0, kValue = 8;
};
struct TitleAt {
  static constexpr std::size_t kName = 0, kTitle = 8, kField = 16;
};
struct LiteralAt {
  static constexpr std::size_t kGram = 0, kGramAt = 4, kText = 8, kTriggers = 16;
};
struct TriggerAt {
  static constexpr std::size_t kAlternative = 0, kGram = 4;
};
struct AlternativeAt {
  static constexpr std::size_t kEntry = 0, kProgram = 4, kGram = 12, kKind = 16, kFlags = 18,
                               kRarity = 20;
};

struct TermAt {
  static constexpr std::size_t kText = 0, kPostings = 4, kEntries = 8;
};

// What has to be done about an alternative whose literal was found.
enum class AlternativeKind : unsigned char {
  kLiteral,  // nothing: the literal is all of it
  kProgram,  // run its program
  kRegex,    // ask a regex engine about the entry's regex
};
inline constexpr std::uint32_t kRawText = 1;     // flag: the program is about the text, not folded
inline constexpr std::uint32_t kWholeText = 2;   // flag: it is about more than a line of the text
inline constexpr std::uint32_t kSpansLines = 4;  // flag: it can match across lines

// The place of a literal's head among 2^bits. Every byte of the gram has a say in each bit.
inline constexpr unsigned kMostGramBits = 22;
constexpr std::uint32_t gram_hash(std::uint32_t gram, unsigned bits) noexcept {
  const std::uint64_t product = gram * std::uint64_t{0x9E3779B97F4A7C15};
  return static_cast<std::uint32_t>(product >> 32) & ((std::uint32_t{1} << bits) - 1);
}

// The bits of a gram in a table of 2^bits: some of a row of 32.
struct GramBits {
  std::uint32_t row = 0, bits = 0;
};
constexpr GramBits long_gram_bits(std::uint32_t gram, unsigned bits) noexcept {
  const std::uint32_t hash = gram_hash(gram, bits);
  return {hash / 32, std::uint32_t{1} << (hash % 32)};
}
// Of two or three bytes. The first two choose the row, the third the bit; without one, all bits.
constexpr GramBits short_gram_bits(std::uint32_t gram, std::uint32_t length,
                                   unsigned bits) noexcept {
  const std::uint32_t row = gram_hash(gram & 0xFFFF, bits - 5);
  return {row, length == 2 ? ~std::uint32_t{0} : std::uint32_t{1} << (gram >> 16 & 31)};
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_FORMAT_H_
