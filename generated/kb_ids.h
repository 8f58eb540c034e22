// The ids of a knowledge base of 228 entries. Made by kbc; do not edit.
//
//   using namespace kb::literals;
//   log("git/push-rejected"_kb_id.signature());
//
// For the many files that only name entries: an id that no entry has is a compile error, and texts
// are fetched from kb_table.cc. C++17; includes two headers that declare next to nothing.
// docs/tables.md of kbc has more.

#ifndef KBC_kb_c_8b52efbfcaa51594_134315e8_IDS_H_
#define KBC_kb_c_8b52efbfcaa51594_134315e8_IDS_H_

#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#error "kb_ids.h needs C++17: compile with -std=c++17"
#else

// Macros of these names may be defined, and are again at the end.
#pragma push_macro("kNone")
#undef kNone
#pragma push_macro("kNo")
#undef kNo
#pragma push_macro("kYes")
#undef kYes
#pragma push_macro("id")
#undef id
#pragma push_macro("version")
#undef version
#pragma push_macro("status")
#undef status
#pragma push_macro("text")
#undef text
#pragma push_macro("name")
#undef name
#pragma push_macro("action")
#undef action
#pragma push_macro("kind")
#undef kind
#pragma push_macro("index")
#undef index
#pragma push_macro("major")
#undef major
#pragma push_macro("minor")
#undef minor
#pragma push_macro("linux")
#undef linux

// Headers of the reader, as kbc installs them: whichever copy comes first counts.

#ifndef KBX_VERSION_H_
#define KBX_VERSION_H_

// The version of the reader's C++ interface, which is in the names of everything in it: objects
// compiled with headers of two versions do not link with each other, where one would otherwise read
// the bytes of the other. Raised, here and where index.h asserts it, whenever a header that is
// installed changes what a compiled program does. Programs write kbx::Index all the same. C++17.

#define KBX_READER 2
#define KBX_NAMESPACE v2

namespace kbx {
inline namespace KBX_NAMESPACE {

inline constexpr int kReader = KBX_READER;

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERSION_H_

#ifndef KBX_FORMAT_H_
#define KBX_FORMAT_H_

// The numbers of the index format, version 1.3, which docs/kbx-format.md describes: one place for
// the writer, the reader and the generated tables. C++17.

#include <cstddef>
#include <cstdint>


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

#ifndef KBX_BYTES_H_
#define KBX_BYTES_H_

// Little-endian loads that work at compile time too; a compiler makes one load of each. They spell
// out what calls would say shorter, since it is the calls that take time at compile time. C++17.

#include <cstdint>


namespace kbx {
inline namespace KBX_NAMESPACE {

constexpr std::uint32_t byte_at(const char* p) noexcept { return static_cast<unsigned char>(*p); }

constexpr std::uint32_t load16(const char* p) noexcept { return byte_at(p) | byte_at(p + 1) << 8; }

constexpr std::uint32_t load32(const char* p) noexcept {
  using Byte = unsigned char;
  return static_cast<std::uint32_t>(static_cast<Byte>(p[0])) |
         static_cast<std::uint32_t>(static_cast<Byte>(p[1])) << 8 |
         static_cast<std::uint32_t>(static_cast<Byte>(p[2])) << 16 |
         static_cast<std::uint32_t>(static_cast<Byte>(p[3])) << 24;
}

constexpr std::uint64_t load64(const char* p) noexcept {
  using Byte = unsigned char;
  return static_cast<std::uint64_t>(static_cast<Byte>(p[0])) |
         static_cast<std::uint64_t>(static_cast<Byte>(p[1])) << 8 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[2])) << 16 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[3])) << 24 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[4])) << 32 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[5])) << 40 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[6])) << 48 |
         static_cast<std::uint64_t>(static_cast<Byte>(p[7])) << 56;
}

// A rate that is absent.
inline constexpr double kNoRate = __builtin_nan("");

// An IEEE 754 double.
constexpr double load_double(const char* p) noexcept {
  return __builtin_bit_cast(double, load64(p));
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_BYTES_H_

#ifndef KBX_LOOKUP_H_
#define KBX_LOOKUP_H_

// How a key finds its row: hash and displace (Belazzougui, Botelho and Dietzfelbinger, "Hash,
// Displace, and Compress", 2009), with one probe, at compile time or at run time. C++17.

#include <cstddef>
#include <cstdint>


namespace kbx {
inline namespace KBX_NAMESPACE {

// Bytes of these constants are 0xFF where a zero factor would make the product forget the rest:
// UTF-8 has no such byte.
inline constexpr std::uint64_t kFold1 = 0xFF9E3779B97F4A7D;
inline constexpr std::uint64_t kFold2 = 0xFFD1B54A32D192ED;
inline constexpr std::uint64_t kFold3 = 0x8EBC6AF09C88C6E3;

// Both halves of the 128-bit product, combined by exclusive or (the folded multiply of wyhash).
constexpr std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept {
#ifdef __SIZEOF_INT128__
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
  const std::uint64_t a0 = a & 0xFFFFFFFF, a1 = a >> 32, b0 = b & 0xFFFFFFFF, b1 = b >> 32;
  const std::uint64_t low = a0 * b0;
  const std::uint64_t middle = a1 * b0 + (low >> 32);
  const std::uint64_t other = a0 * b1 + (middle & 0xFFFFFFFF);
  const std::uint64_t high = a1 * b1 + (middle >> 32) + (other >> 32);
  return (other << 32 | (low & 0xFFFFFFFF)) ^ high;
#endif
}

// The hash of a key. docs/kbx-format.md has it in words. Key has data() and size(), as
// std::string_view, whose header costs more to include than all of this.
template <typename Key>
constexpr std::uint64_t lookup_hash(const Key& key, std::uint32_t seed) noexcept {
  const char* p = key.data();
  const std::size_t size = key.size();
  std::uint64_t hash = seed ^ kFold3;
  std::size_t at = 0;
  for (; size - at > 16; at += 16) hash = fold(load64(p + at) ^ kFold1, load64(p + at + 8) ^ hash);
  std::uint64_t a = 0, b = 0;
  if (size >= 16) {
    a = load64(p + size - 16);
    b = load64(p + size - 8);
  } else if (size >= 8) {
    a = load64(p);
    b = load64(p + size - 8);
  } else if (size >= 4) {
    a = load32(p);
    b = load32(p + size - 4);
  } else if (size > 0) {
    a = byte_at(p) << 16 | byte_at(p + size / 2) << 8 | byte_at(p + size - 1);
  }
  hash = fold(a ^ kFold1, b ^ hash);
  return fold(hash ^ size, kFold2);
}

// x scaled from 32 bits to [0, n).
constexpr std::uint32_t scaled(std::uint32_t x, std::uint32_t n) noexcept {
  return static_cast<std::uint32_t>(std::uint64_t{x} * n >> 32);
}

constexpr std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t buckets) noexcept {
  return scaled(static_cast<std::uint32_t>(hash >> 32), buckets);
}

constexpr std::uint32_t slot_of(std::uint64_t hash, std::uint32_t displacement,
                                std::uint32_t slots) {
  const std::uint64_t mixed = (hash ^ displacement * kFold1) * kFold2;
  return scaled(static_cast<std::uint32_t>(mixed >> 32), slots);
}

constexpr std::uint32_t fingerprint_of(std::uint64_t hash) noexcept {
  return static_cast<std::uint32_t>(hash);
}

// The only row that can have a key with this hash, or kNone. Whoever has a row compares the key.
template <Section kSeeds, Section kSlots, typename Storage>
constexpr std::uint32_t probe(const Storage& storage, std::uint64_t hash) noexcept {
  const std::uint32_t buckets = storage.template count<kSeeds>();
  const std::uint32_t slots = storage.template count<kSlots>();
  if (buckets == 0 || slots == 0) return kNone;
  const std::uint32_t displacement = load16(storage.template row<kSeeds>(bucket_of(hash, buckets)));
  const char* slot = storage.template row<kSlots>(slot_of(hash, displacement, slots));
  if (load32(slot + SlotAt::kFingerprint) != fingerprint_of(hash)) return kNone;
  return load32(slot + SlotAt::kRow);
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_LOOKUP_H_


static_assert(::kbx::kReader == 2 && ::kbx::kMajor == 1 && ::kbx::kMinor == 3 &&
                  ::kbx::entry_row_bytes() == 296,
              "headers of another version of kbc were included before this one: build the tables "
              "again with the kbc whose headers these are");

#ifndef KBC_kb_c_8b52efbfcaa51594_134315e8_KEYS_H_
#define KBC_kb_c_8b52efbfcaa51594_134315e8_KEYS_H_

namespace kb {

// Named after the content, so that programs may have other knowledge bases of this name, and that
// what was compiled for another content does not link with this.
inline namespace c_8b52efbfcaa51594_134315e8 {

struct ThisKnowledgeBase;

// What the entries have, by name; none where no entry has it. The values are places in
// error_codes(), domains() and categories(): they hold for this content only.
enum class Domain : std::uint32_t {
  kApt,
  kBrowser,
  kCicd,
  kCmake,
  kCommunication,
  kCpp,
  kDocker,
  kGit,
  kGo,
  kHttp,
  kJava,
  kKubernetes,
  kLinux,
  kMake,
  kMysql,
  kNetworking,
  kNginx,
  kNode,
  kPhp,
  kPostgresql,
  kPython,
  kRedis,
  kRuby,
  kRust,
  kSqlite,
  kSsh,
  kSystemd,
  kTls,
  kTypescript,
  none = ::kbx::kNone,
};
enum class Category : std::uint32_t {
  kAccessError,
  kApiError,
  kAuthError,
  kBuildError,
  kCacheError,
  kCertificateError,
  kCompatibilityError,
  kCompileError,
  kConcurrencyError,
  kConfigError,
  kConflictError,
  kConnectionError,
  kDataError,
  kDependencyError,
  kDiskError,
  kDnsError,
  kEncodingError,
  kEnvironmentError,
  kFilesystemError,
  kFormatError,
  kImportError,
  kInstallationError,
  kLimitError,
  kLinkError,
  kLockError,
  kMemoryError,
  kMergeError,
  kPackageError,
  kParseError,
  kPermissionError,
  kPortError,
  kProtocolError,
  kQueryError,
  kReplicationError,
  kResourceError,
  kRuntimeError,
  kSchemaError,
  kSerializationError,
  kSignatureError,
  kStartupError,
  kStorageError,
  kSyncError,
  kSyntaxError,
  kTimeoutError,
  kToolchainError,
  kTypeError,
  kVersionError,
  none = ::kbx::kNone,
};
enum class Code : std::uint32_t {
  k0308010C,
  k0A00010B,
  k0A000410,
  k0x8E,
  k1040,
  k1045,
  k1049,
  k1062,
  k1064,
  k11,
  k1205,
  k127,
  k137,
  k139,
  k14,
  k2002,
  k203,
  k23505,
  k28,
  k28000,
  k28P01,
  k3D000,
  k401,
  k403,
  k407,
  k40P01,
  k42501,
  k42P01,
  k5,
  k502,
  k504,
  k52,
  k53300,
  k8,
  kBundler_GemNotFound,
  kCERT_HAS_EXPIRED,
  kE0308,
  kE0382,
  kE0499,
  kE0502,
  kE0597,
  kE2BIG,
  kE404,
  kEACCES,
  kEADDRINUSE,
  kEAI_AGAIN,
  kECONNREFUSED,
  kECONNRESET,
  kEMFILE,
  kENOEXEC,
  kENOSPC,
  kERESOLVE,
  kERR_HTTP_HEADERS_SENT,
  kERR_OSSL_EVP_UNSUPPORTED,
  kERR_REQUIRE_ESM,
  kETXTBSY,
  kEUSAGE,
  kEXPKEYSIG,
  kInaccessibleObjectException,
  kInvalidConfigError,
  kLoadError,
  kMISCONF,
  kMODULE_NOT_FOUND,
  kMOVED,
  kMissingProjectException,
  kModuleNotFoundError,
  kNOAUTH,
  kNoMethodError,
  kOOM,
  kOutOfMemoryError,
  kREADONLY,
  kTS2307,
  kTS2322,
  kTS2339,
  kUnsupportedClassVersionError,
  kWRONGTYPE,
  kZoneInfoNotFoundError,
  kExternallyManagedEnvironment,
  none = ::kbx::kNone,
};

}  // namespace c_8b52efbfcaa51594_134315e8

// An error here says that a file includes headers of two knowledge bases that have one namespace.
using only_one_knowledge_base_of_this_name = c_8b52efbfcaa51594_134315e8::ThisKnowledgeBase;

}  // namespace kb

#endif  // KBC_kb_c_8b52efbfcaa51594_134315e8_KEYS_H_

namespace kb {
inline namespace c_8b52efbfcaa51594_134315e8 {

// UTF-8 text that somebody else owns; becomes a std::string_view where one is wanted.
class Text {
 public:
  constexpr Text() = default;  // absent
  constexpr Text(const char* data, std::size_t size) : data_(data), size_(size) {}
  constexpr Text(const char* text) : data_(text) {
    while (text != nullptr && text[size_] != '\0') ++size_;
  }
  template <typename String, typename = decltype(static_cast<const String*>(nullptr)->size()),
            typename = decltype(*static_cast<const String*>(nullptr)->data() == char())>
  constexpr Text(const String& text) : data_(text.data()), size_(text.size()) {}

  template <typename View, typename = typename View::traits_type>
  constexpr operator View() const {
    return View(data_, size_);
  }

  constexpr const char* data() const { return data_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  // Whether the entry does not have the field.
  constexpr bool is_absent() const { return data_ == nullptr; }
  constexpr const char* begin() const { return data_; }
  constexpr const char* end() const { return data_ + size_; }

  friend constexpr bool operator==(Text a, Text b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t at = 0; at < a.size_; ++at) {
      if (a.data_[at] != b.data_[at]) return false;
    }
    return true;
  }
  friend constexpr bool operator!=(Text a, Text b) { return !(a == b); }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Names an entry, or none; as cheap as its index. The functions without a body are in kb_table.cc,
// and of no entry they give what is absent: empty texts, zero, rates that are not a number.
class Id {
 public:
  static constexpr std::uint32_t kCount = 228;  // entries, in the order of their ids

  constexpr Id() = default;  // none
  constexpr explicit Id(std::size_t index)
      : index_(index < kCount ? static_cast<std::uint32_t>(index) : ::kbx::kNone) {}

  // The entry with this id or alias, or none.
  static Id find(Text id);
  // The error code with this name, or none.
  static Code find_code(Text name);

  constexpr std::uint32_t index() const { return index_; }
  constexpr explicit operator bool() const { return index_ != ::kbx::kNone; }
  friend constexpr bool operator==(Id a, Id b) { return a.index_ == b.index_; }
  friend constexpr bool operator!=(Id a, Id b) { return a.index_ != b.index_; }
  friend constexpr bool operator<(Id a, Id b) { return a.index_ < b.index_; }

  Text id() const;
  Text signature() const;
  Text signature_zh() const;
  Text regex() const;
  Text domain() const;
  Text category() const;
  Text subcategory() const;
  Text root_cause() const;
  Text root_cause_type() const;
  Text root_cause_zh() const;
  Text official_doc_url() const;
  Text official_doc_section() const;
  Text error_code() const;
  Text verification_tier() const;
  Text resolvable() const;
  Text first_seen() const;
  Text last_confirmed() const;
  Text last_updated() const;
  Text locale() const;
  double confidence() const;  // not a number when absent, as every rate
  double fix_success_rate() const;
  std::uint64_t evidence_count() const;

  struct DeadEnd {
    Text action, why_fails, condition;
    double fail_rate = ::kbx::kNoRate;
  };
  std::uint32_t dead_end_count() const;
  DeadEnd dead_end(std::size_t at) const;

  struct Workaround {
    Text action, how, condition;
    double success_rate = ::kbx::kNoRate;
  };
  std::uint32_t workaround_count() const;
  Workaround workaround(std::size_t at) const;

  // Whether this version of the product is meant by `versions`.
  enum class Affects : unsigned char { kNo, kUnknown, kYes };
  Affects affects(Text product, Text version) const;

 private:
  std::uint32_t index_ = ::kbx::kNone;
};

// Where an id stands: the look-up of the index (docs/kbx-format.md of kbc), as string literals, and
// with aliases that lead to their entries.
namespace id_data {

template <std::size_t kSize>
struct Chunks {
  const char* at[kSize];
};

template <::kbx::Section kS>
struct Rows {
  static constexpr std::uint32_t kCount = 0, kShift = 0;
  static constexpr Chunks<1> kChunks = {{""}};
};

#define KBC_LITERAL(name) inline constexpr const char* name
KBC_LITERAL(idsd_1) =
    "Q\0\5\0\3\0\26\0\1\0\15\0V\0\5\0\30\0-\0\267\0\36\0\30\0\1\0\275\0\6\0\13\0\0\0\0\0\0\0'\0\1\0\22\0\17\0F\0\0\0\0\0\21\0\2\0\10\0\26\0b\0D\0\"\0J\0\6\0\241\0\256\0\13\0\3\0\0\0\1\0)\0\11\0\0\0\"\0\244\0\6\0R\0 \0\27\2\330\0\3\0@\0\0\0F\0\0\0O\0\10\0\5\0\3\0r\0\1\0\344\0006\0\0\0\14\0\10\0u\1A\0\20\0\36\0\3\1Y\3\1\0\365\0t\0#\0\10\0\3\0\262\2\345\1v\0\0\0\10\0\3\0\n\0\13\0\1\0\0\0s\0\304\0 \0\245\0\21\0\24\0\356\1\5\0\17\0\11\0\35\0\15\0\4\0\3\0\0\0\26\0H\0\2\0\2\0\1\0001\0\346\2\370\4\2\0\2\0\206\0\0\0\244\0\254\2\20\0\0\0U\0\1\0S\0\236\0{\0\224\1\13\0C\0\32\0@\0\11\0/\0s\0\267\0\24\0\0\0u\3v\0\34\0006\1x\0\256\0U\0\4\0\2\0i\1\2\0001\0\26\0F\0\0";
template <>
struct Rows<::kbx::Section{13}> {  // idsd
  static constexpr std::uint32_t kCount = 151, kStride = 2, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      idsd_1,}};
};

KBC_LITERAL(idsl_1) =
    "\2376\"\6\277\0\0\0\373W\311\213 \0\0\0\370r\302\256\n\0\0\0\3536\220\314-\0\0\0\325\263\340\354\256\0\0\0\314\203\246\320\222\0\0\0\305kg\16\267\0\0\0:\177\325+\266\0\0\0\0\0\0\0\377\377\377\377F8Jj\26\0\0\0\272\354P\207\302\0\0\00019\332\7K\0\0\0p\236\261\262<\0\0\0\256K\254\246\22\0\0\0\243P\225\233n\0\0\0007\333\15\17\0\0\0\0p\337\240\274\2\0\0\0 \6\331`R\0\0\0\341}o\334\215\0\0\0\0\0\0\0\377\377\377\377\304\325\2215}\0\0\0002\25'\7G\0\0\0%\227'oI\0\0\0k\"\16\245_\0\0\0\340\0242\365\261\0\0\0\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377e9\263\231J\0\0\0X\252\225\346b\0\0\0D\326\242l\4\0\0\0\332\367p\35\250\0\0\0\32eJ8F\0\0\0004\235\354\317u\0\0\0_\240\26\10\234\0\0\0\344xD\335\271\0\0\0\274\313l\n\270\0\0\0ap\227\6\10\0\0\0W\252.aW\0\0\0\0\0\0\0\377\377\377\377|0\3239\225\0\0\0\321\267\204r\241\0\0\0\247\371\345`\343\0\0\0\350\355\212\331(\0\0\0\266\351p\3315\0\0\0\331M\15Bt\0\0\0\261_@s\240\0\0\0\367\242\17\264y\0\0\0\313\267&\31\205\0\0\0\206\1F\265;\0\0\0\361.\227\6\230\0\0\0\27\336\15\332K\0\0\0\373{\177*\31\0\0\0J.\326\?#\0\0\0M \227\317\23\0\0\0\203\347\212#\236\0\0\0:l\354d\300\0\0\0\217\272$\2046\0\0\0\305\13h\306)\0\0\0\246k\335\377\325\0\0\0\224d\2160e\0\0\0'\15\6\241Z\0\0\0\357\25>\33)\0\0\0005\306n'\251\0\0\0P7&{\201\0\0\0;_j:\10\0\0\0\364:\21\21\213\0\0\0W~\334]\242\0\0\0\305}\246\20$\0\0\0 \346\313\200\227\0\0\0\22c\374v\27\0\0\0&\347:\250\221\0\0\0\372!\202~\"\0\0\0k7y/\242\0\0\0\275\342\314u\234\0\0\0\1\306\300v\257\0\0\0\352\323M\374L\0\0\0\3\16\232\266\262\0\0\0d\240\360\379\0\0\0002x)\215\"\0\0\0e\366\32\2727\0\0\0\331\322'\370\241\0\0\09P\203\272O\0\0\0\213\n\335\214x\0\0\0\335\36\356\7\207\0\0\0\313q\223#\220\0\0\0!R\232b\20\0\0\0\11;\324\201\314\0\0\0\221\270\305:\301\0\0\0;\260&!\221\0\0\0\236\320kLp\0\0\09!\7*\266\0\0\0004}\2359\342\0\0\0\343\302\31\367\26\0\0\0\213\217\344\\\1\0\0\0\37\4\215\3338\0\0\0w\363\363`\302\0\0\0,>@\13\263\0\0\0\360\21\344\14\322\0\0\0\205\305\266\24\320\0\0\0\17\352fVt\0\0\0\262\15\262\253\235\0\0\0ZaGd\215\0\0\0\246\374\1J\20\0\0\0\7O\36MN\0\0\0\314d5\234\235\0\0\0\353\224\210\7o\0\0\0\320\207\242\230!\0\0\0\270\6\216T\211\0\0\0\343L\214\336A\0\0\0\352J\305\345\7\0\0\0\357~\345\314\320\0\0\0\23s\300z\3\0\0\0\7\206-\227\202\0\0\0\227 ;|\326\0\0\0V\322\347\316\234\0\0\0*&\?\311Z\0\0\0\274\370j\202\13\0\0\0\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\205\24\254\361\14\0\0\0\256\257\246B\34\0\0\0\09\306|\?\0\0\0(~\24\221K\0\0\0\212D^P\27\0\0\0\321\271>\242E\0\0\0\31\201=\342\304\0\0\0\276\352\360@k\0\0\0\276\200*\375:\0\0\0]\4&\312\204\0\0\0II\10\48\0\0\0o\351\350\313(\0\0\0\266\21\4\317\257\0\0\0\274d\330\230\260\0\0\0\214\372\273\370\225\0\0\0W\206\232\373h\0\0\0\2363'jk\0\0\0\255\341\305\363.\0\0\0\353\270wB\204\0\0\0\223qD\231\7\0\0\0Y\231w\352\21\0\0\0\6\223\35\302\203\0\0\0004\206d\217\334\0\0\0\242R\331\374\215\0\0\0<\366\335\304m\0\0\0\32\335\251\300\305\0\0\0\36\204b\24\15\0\0\0\260\341\232\31-\0\0\0\267W\327\366\275\0\0\0\210U\33\311\210\0\0\0\0^\n)\21\0\0\0\235,\365z\33\0\0\0n{\244bJ\0\0\0\260\266\27\13\316\0\0\0Y\321\33\36w\0\0\0W\3338\3560\0\0\0\257\215\357\30\247\0\0\0\5\6\200\312\303\0\0\0\306\307L\211\212\0\0\0dNw\0013\0\0\0G\25\246Xe\0\0\0\261\225\331\22\?\0\0\0!&\36tR\0\0\0\344@P\11q\0\0\0\232\370\262\305n\0\0\0\332Mc\30\300\0\0\0\315\325\200\30\231\0\0\0\312\n\202\273V\0\0\0\225\303\263\355D\0\0\0\10\227\340\257g\0\0\0\0\0\0\0\377\377\377\377\302I\235\325&\0\0\0`\3779Wx\0\0\0\33!=y,\0\0\0!`\271\10\202\0\0\0\324\335W\316o\0\0\0\250|\3717\303\0\0\0\335\23\374\20\15\0\0\0\2749\0\357\304\0\0\0\0\0\0\0\377\377\377\377\371\177\262\242T\0\0\0\222-p\267`\0\0\0JB.)\211\0\0\0\265$\362\257\254\0\0\0\17765K_\0\0\0\257YR:\320\0\0\0k\325\247\214\6\0\0\0\234L\331\223\14\0\0\0\356\371T\277!\0\0\0\347im\3506\0\0\0\243:\310W\322\0\0\0\204\335\21\230S\0\0\0\316\312\362\202B\0\0\0\257Do[\36\0\0\0\31X/h\270\0\0\0\220\20\265E\257\0\0\0`<[\\\216\0\0\0\215\352p\212\306\0\0\0\0\0\0\0\377\377\377\377GT\14\321a\0\0\0\14\274.ev\0\0\0\2\363N6\250\0\0\0\273#\272\265\35\0\0\0\321"
    "\253B\370\16\0\0\0^^\262\207\256\0\0\0\33\364{\10]\0\0\0\263\251\233\344\230\0\0\0\\\31\270oI\0\0\0\221\0\4R\215\0\0\0\362j\346\331\330\0\0\0\0\0\0\0\377\377\377\377\\1='\226\0\0\0006\210\314h\212\0\0\0\6\241\314\2\273\0\0\0t-\352\345<\0\0\0m3\4S\324\0\0\0\375\313\306\336\333\0\0\0\256\25J\242\236\0\0\0\250n\365\311\217\0\0\0\360\244\316!'\0\0\0\342\215=\317I\0\0\0005*/\312b\0\0\0\4,\207\36\204\0\0\0\245\27\361\367\34\0\0\0\361\2569\16\311\0\0\0<d\274\313F\0\0\0\210\263\276\276]\0\0\0g\n+\320\220\0\0\0\360\27\262$\5\0\0\0\302\221\345\332\214\0\0\0I\17C\251!\0\0\0\0\0\0\0\377\377\377\377+\3360\2743\0\0\0\313\33S\310\275\0\0\0\261\330\343/\314\0\0\0Oi\321\310\25\0\0\0\205\234\22m\331\0\0\0O%\\\366\322\0\0\0\34\372\235\327\305\0\0\0\242\316\236\254\336\0\0\0\367\322\336\342\0\0\0\0\27\264k\337+\0\0\0\246c\240\226Z\0\0\0\27d.\350\212\0\0\0\264\2{\342\5\0\0\0vv,\327\217\0\0\0u,\213\223\15\0\0\0S\312.\312\275\0\0\0\214\272\360Xz\0\0\0C\347m/\210\0\0\0\256\n\330Q\261\0\0\0\312@\210\310\23\0\0\09\0\214)\232\0\0\0\201\227\274l\22\0\0\0\333\315k\177\323\0\0\0\341\225]\362*\0\0\0\257\24\263\253=\0\0\0\0";
KBC_LITERAL(idsl_2) =
    "\371\210\272\206u\0\0\0\27;*\\m\0\0\0L\301\257\262f\0\0\0\36\2\376/%\0\0\0\24\370\312\265f\0\0\0K\255\301\377E\0\0\0F+(\263N\0\0\0[\214\33\204\315\0\0\0\240\23\11dj\0\0\0003\223\252\272\224\0\0\0\322\2fJ\323\0\0\0\\\33\351\244p\0\0\0\227*\365\373\277\0\0\0\25\261c\253\243\0\0\0;\235\313\223\17\0\0\0\37\232\327|.\0\0\0\212\342!HP\0\0\0\0002\364\354g\0\0\0001\367j\247\244\0\0\0\302\223&b\22\0\0\0\330v\203\265\233\0\0\0e\31\245\370\253\0\0\0004\221-\2475\0\0\0\217\233\337O\341\0\0\0\216\2\360\251\337\0\0\0I=)\275\243\0\0\0\10\243\14\355\327\0\0\0,N\261\331\253\0\0\0\304\231\354CB\0\0\0\232K\377!\213\0\0\0\\\340\332\257a\0\0\0\35'\n\31\234\0\0\0\312;{$t\0\0\0\336\330I\212\252\0\0\0$\246%,\31\0\0\0\317\331\264\211\211\0\0\0\235\337_\271\205\0\0\0<F\247\216G\0\0\0,};\234\216\0\0\0Z\177\244aB\0\0\0\350M\356\2.\0\0\0\207\216\374|\264\0\0\0[\20\361\360m\0\0\0\360\13\326)\227\0\0\0Rn\5&\216\0\0\0\220\2\206\14\224\0\0\0\20\365\214\364\312\0\0\08\25/C\34\0\0\0&\225\263lz\0\0\0\15y\214\345\6\0\0\0\201\217\230\343\302\0\0\0\200\350\307P^\0\0\0\360T6\271\17\0\0\0\353JU\303Y\0\0\0\6X\345*\n\0\0\0w6>\222 \0\0\0004\336\362|\260\0\0\0u\261|\25\200\0\0\0\251\277\260\330\332\0\0\0\271l+\17\222\0\0\0m\320(c\32\0\0\0\326\201l\255S\0\0\0\311\24\267c\217\0\0\0\304\215\177\244\202\0\0\0\201]-\264C\0\0\0\370~\327\321\31\0\0\0M\223-\247\311\0\0\0I\330\372j\317\0\0\0!\311p\32\207\0\0\0\240G\355}\25\0\0\0\323m\357\25\332\0\0\0\0\0\0\0\377\377\377\377\2506zd\307\0\0\0\261\304M\2139\0\0\0\360Qxk\330\0\0\0\306\260\254\225J\0\0\0\214\16\333r/\0\0\0xf\201K\273\0\0\0\202f\27\263*\0\0\0\3474\361\230-\0\0\0\336!Mj\265\0\0\0u\377\346\214\313\0\0\0\206#\25/1\0\0\0\17zX\225l\0\0\0\376\302\232Fc\0\0\0\375\224T\246\325\0\0\0\355\\\333\304\244\0\0\0\0\0\0\0\377\377\377\377\272\237\367\204;\0\0\0d\215dL&\0\0\0\26\331\216>W\0\0\0\0\0\0\0\377\377\377\377v\333\256.\13\0\0\0\275\374\37301\0\0\0\314z\274\37\210\0\0\0\331\225\3264\270\0\0\0~\332`\263\203\0\0\0Ll\222)\11\0\0\0:\221\366&+\0\0\0005E\37\260\4\0\0\0D\347q\352T\0\0\0\235\36Tz\\\0\0\0\336'/\207#\0\0\0}g\320\357\271\0\0\0\261\3473\0242\0\0\0\371\344,PM\0\0\0\232@\266B|\0\0\0&e\205\341\340\0\0\0\227\304\214\237\327\0\0\0\321l s\245\0\0\0\351\300\200\2\252\0\0\0R|\355.$\0\0\0\"\201\20\305\317\0\0\0\255\316\267g\267\0\0\0\305\334* 8\0\0\0X\263\323\377R\0\0\0-\35M\264#\0\0\0\3326\315Oa\0\0\0f\223\202\262\220\0\0\0`4\233\333w\0\0\0\346\305\177H$\0\0\0\20d'+\232\0\0\0\253\217\253T\37\0\0\0Q\?\376\265\301\0\0\0\350/\n\367\260\0\0\0)\7\250\27=\0\0\0\313Y \202r\0\0\0\205\301\262QO\0\0\0\214S\20\353\262\0\0\0\31\267\314\325i\0\0\0\\\2753\243\255\0\0\0|-\346\355_\0\0\0.\256\336\253\n\0\0\0\216r\273\326>\0\0\0\364\341E\307\310\0\0\0R(\241\336\24\0\0\0\5/u\371/\0\0\0\351\300&\274\201\0\0\0\35\332\3037G\0\0\0000\33IR\30\0\0\0\226\260\13n\3\0\0\0\267$\372\5f\0\0\0\320\244j\325H\0\0\0<\225\346%v\0\0\0\315K\305\220!\0\0\0\335Y\225\203\11\0\0\0\367e\332\31U\0\0\0\300\335\337\34r\0\0\0$\6\313O\313\0\0\0\363N\210\17\342\0\0\0N\202\223L\262\0\0\0\201\36n*\240\0\0\0)Q\37\306\0\0\0\0p\n\261\250\214\0\0\0\314\252\307\"M\0\0\0\235\347\336\33d\0\0\0BM\234\262z\0\0\0\254y\2015\340\0\0\0\247\325#F\205\0\0\0b\273\362n\223\0\0\0\3227\220\243\235\0\0\0H\324\250\21\304\0\0\0\246\36\232\np\0\0\0\2527V\37\334\0\0\0T\2323\1e\0\0\0\26JV\371\217\0\0\0\244<Q\214\271\0\0\0\16_H\16\4\0\0\0\205\376\324\373\11\0\0\0\233R\36\204\276\0\0\0n\326\13!\276\0\0\0\217ku\235\323\0\0\0\240\371Y\262\325\0\0\0\363\313s\304\35\0\0\0[A\334\?~\0\0\0;|\25W\\\0\0\0@\216+b%\0\0\0\344\264\32(Y\0\0\0\224\217\2ll\0\0\0\263\340\15!O\0\0\0|[\207\25b\0\0\0\"\352\213\323\245\0\0\0\3142\216\343\237\0\0\0ruWb\310\0\0\0\272\340\273Y\335\0\0\0.C\364\371j\0\0\0U\216\364[0\0\0\0\322zH\217\274\0\0\0\220\241\n @\0\0\0\224O\330\200\321\0\0\0g\202\246\237\6\0\0\0\33M\333\210\343\0\0\0\2115h\177\237\0\0\0\363/,\212\244\0\0\0005\356A\354\240\0\0\0\3029\317\363\246\0\0\0n\330;\226,\0\0\0\336.9&\204\0\0\0\227\345\321O\37\0\0\0$\345r\266i\0\0\0\"\207\337\316\177\0\0\0\206\363cN\16\0\0\0\0\0\0\0\377"
    "\377\377\377*\310c\361K\0\0\0006\7[\325`\0\0\0\205\262\247\21\213\0\0\0m4\350\1\247\0\0\0\310\320,\260\245\0\0\0/\37\202%\25\0\0\0M\340Hm\273\0\0\0{L\"\202\23\0\0\0\337\32h\251\251\0\0\0\336~\"\332:\0\0\0\22\252#]&\0\0\0+\343=\27X\0\0\0\265K\11\255M\0\0\0c<g\201\207\0\0\0o\25\324\357r\0\0\0\242\21\341\307:\0\0\0\355&\264s\222\0\0\0]\373\340\202\337\0\0\0\32\354\34K\33\0\0\0\256\0171\6\314\0\0\0\355\345\311<P\0\0\0\4\333nxh\0\0\0\307\4v(\272\0\0\0\2672\331\206\"\0\0\0\215\27{\277\245\0\0\0i\15\317U\207\0\0\0\0\0\0\0\377\377\377\377h\14\265\3474\0\0\0\372\2qK1\0\0\0\247.\213\34\231\0\0\0\206\300C\305\300\0\0\0\277\345h\330o\0\0\0\204\\B8\214\0\0\0\203\323G\212 \0\0\0\235\31A\323Y\0\0\0\274\216X\33\330\0\0\0z *yg\0\0\0\215c\214\274\315\0\0\0\265\31\351\202\307\0\0\0\200&`\22\252\0\0\0g\366\371\221\317\0\0\0#a5\253\303\0\0\0\27g \352W\0\0\0\31d\245m\336\0\0\0m/\31l\35\0\0\0\214\323\230}>\0\0\0\364\253L\371*\0\0\0\261\11$\266\27\0\0\0\220\357\0017\22\0\0\0J\236\362\374O\0\0\0\0\0\0\0\377\377\377\377\251cI*L\0\0\0\311\314\364nS\0\0\0\0";
KBC_LITERAL(idsl_3) =
    "5\23\325\337c\0\0\0\26\217oK\272\0\0\0\374\374\231\376'\0\0\0\23\324\33\223\33\0\0\0\373\216\364\376n\0\0\0003\262\254\235>\0\0\0\356mT\216\267\0\0\0\202\356P[s\0\0\0\331\26~\326\247\0\0\0\203\34\221\212\223\0\0\0{\201yT|\0\0\0%\252\232\317\203\0\0\0\27_\253\1+\0\0\0:8\361/4\0\0\0\206|l`S\0\0\0\242/\241YU\0\0\0\14\14\374\337\24\0\0\0\354\11\220\265T\0\0\0\362%\2\30{\0\0\0\320\277feN\0\0\0\345\372_\254\30\0\0\0'\330A\3q\0\0\0006\354\311NH\0\0\0\377\267\371H\16\0\0\0\13m\224\35E\0\0\0\242 \35\27\312\0\0\0\305u\205\303\265\0\0\0E\203\264mv\0\0\0\312\0\211'\317\0\0\0\0\265\3\344A\0\0\0\266\202\352\3\221\0\0\0\300Z\345NS\0\0\0\267+\3437#\0\0\0\16\216\326Dd\0\0\0<\345\372\373\274\0\0\0[q{\352\\\0\0\0004\34\227\3C\0\0\0\272\361\31\231/\0\0\0\265V\226\206\25\0\0\0\312\377ho\323\0\0\0\21~\2200\326\0\0\0\373G\320C\35\0\0\0\307\263\210\35\343\0\0\0A6\300\211\227\0\0\0\0\"\231$\331\0\0\0\223\275\36\257\315\0\0\0\0\0\0\0\377\377\377\377\257\311M`^\0\0\0\271x\357\264\200\0\0\0f\266\230\235\206\0\0\0002U=V\237\0\0\0\352\36!\374l\0\0\0}\277\24{k\0\0\0\236\373\24n{\0\0\0\226\16\21\15@\0\0\0y\361cd[\0\0\0\31\n\29\36\0\0\0\25\215\342\372y\0\0\0\24\366Q`\226\0\0\0h\303\251\265\335\0\0\0\274\371\227o\246\0\0\0\266(7\2206\0\0\0A\37kMN\0\0\0\6\1\353\\s\0\0\0\370F\225\377\254\0\0\0\14\273\377]\334\0\0\0l'\231\2267\0\0\0\306\200z\210\33\0\0\0[\240\347\244\264\0\0\0\277A\234\363w\0\0\0\302\232\375O\206\0\0\0u\16\221\1\272\0\0\0000\376\nMq\0\0\0\7\302\15\265;\0\0\0\327\247.\210h\0\0\0\301\363{GQ\0\0\0i-\327\340L\0\0\0K\246,\237\212\0\0\0h\"\27.V\0\0\0\301\256\4a\255\0\0\0\11e\230\227D\0\0\0:\316\354\277\233\0\0\0\215\"\16\252\206\0\0\0:\332`\14\2\0\0\0J\311\207k[\0\0\0\201\234\231E \0\0\0\0067N~\324\0\0\0-\14\265\247\32\0\0\0\262\275SHX\0\0\0x\322W\331\1\0\0\0002\267\363\201]\0\0\0\357m\212\252\30\0\0\0\275\256\371\376\341\0\0\0\304\33a\17Q\0\0\0\265\222\34\210\177\0\0\0\303\242\351g\316\0\0\0\316\26t\253Q\0\0\0\244\3313\242\17\0\0\0000\231\26H\337\0\0\0\230%5L\321\0\0\0{\266\36\352\236\0\0\0\221X\335\33\324\0\0\0bO\305\206\316\0\0\0\235C\17\37\36\0\0\0\307\3743\20\306\0\0\0*7\236|\201\0\0\0%\16\337t\263\0\0\0\13\4c\36\223\0\0\0\260\243j\370\212\0\0\0\345\336&\376[\0\0\0\0";
template <>
struct Rows<::kbx::Section{14}> {  // idsl
  static constexpr std::uint32_t kCount = 622, kStride = 8, kShift = 8;
  static const Chunks<3> kLinked;
  static constexpr Chunks<3> kChunks = {{
      idsl_1, idsl_2, idsl_3,}};
};

KBC_LITERAL(ecsd_1) =
    "\2\0\4\0,\0\2\0\7\0\233\0\13\0\13\0\2\0\35\09\0l\0\6\0=\0\6\0:\19\0\271\1\206\1\0\0\0";
template <>
struct Rows<::kbx::Section{15}> {  // ecsd
  static constexpr std::uint32_t kCount = 20, kStride = 2, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      ecsd_1,}};
};

KBC_LITERAL(ecsl_1) =
    "a3\36z\36\0\0\0\\X\260/L\0\0\0\313\300\213H\27\0\0\0\363\232\25\2153\0\0\0\312U\261\343\13\0\0\0\22\305ja>\0\0\0\263\?\207\317\17\0\0\0\0\0\0\0\377\377\377\377\374\324o\256\2\0\0\0\265\257\304\343\26\0\0\0\227\365R\307:\0\0\0\207\253V\334;\0\0\0\261\244\30\0237\0\0\0\214\361\370\254\23\0\0\0\261\203\236\264\35\0\0\0\200\213\363\325\15\0\0\0\347r\212\320\3\0\0\0\335\330;\346&\0\0\0\371\320\277_M\0\0\0\361(\0272/\0\0\0o\376\0\306\20\0\0\0\236Y;\321\6\0\0\0\214s\13V6\0\0\0J%\341\362\30\0\0\0\2z\217\16@\0\0\0k\322\373e\31\0\0\0L\245\35\336\37\0\0\0\320\347\26\271\14\0\0\0Tt\220L\4\0\0\0\253\21\211{<\0\0\0:\243\370\221=\0\0\0\202\34\"\300*\0\0\0\321p\307\207\33\0\0\0\323\342\2>%\0\0\0,\210c\257\22\0\0\0+p\317O \0\0\0!\231\275\227B\0\0\0\364\250dF\0\0\0\0\321Y\204\337\"\0\0\0\254\235[\10\25\0\0\0v\262\20\354G\0\0\0\0\0\0\0\377\377\377\3777\335\362\0242\0\0\0,{\177\"'\0\0\0\307\2302\360\7\0\0\0X`\213\35D\0\0\0\213\312\317\2739\0\0\0\31\340\265\201K\0\0\0\23\203\323\23$\0\0\0K\30\336s-\0\0\0\265\255V\211\10\0\0\0006D\371\2141\0\0\0\14\326\250\2244\0\0\0\242\243\336\370\16\0\0\0\314!\314\373\n\0\0\0=\340\356\0\34\0\0\0#\273\206\27+\0\0\0\34SC\3A\0\0\0\31\213\255\n\?\0\0\0\"\362\372\221#\0\0\0\177-s\355!\0\0\0T\357\276z\1\0\0\0\253\227\334J\11\0\0\0Rvu\\\32\0\0\0N\306l\2635\0\0\0\244g'`C\0\0\0\343\224\32x8\0\0\0\270I\265:(\0\0\0\11\265\2314E\0\0\0\34\251\277\235\21\0\0\0\0\0\0\0\377\377\377\377\314KY*)\0\0\0\36\317\327\273I\0\0\0003\4\236\337.\0\0\0\366\23i\253J\0\0\0t\325\33PH\0\0\0\363&\223w\24\0\0\0x\2639\3030\0\0\0\364\36\327\362,\0\0\0\240!\377\214F\0\0\0\320]\261\243\5\0\0\0\0";
template <>
struct Rows<::kbx::Section{16}> {  // ecsl
  static constexpr std::uint32_t kCount = 81, kStride = 8, kShift = 8;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      ecsl_1,}};
};


#undef KBC_LITERAL

struct Storage {
  template <::kbx::Section kS>
  static constexpr std::uint32_t count() {
    return Rows<kS>::kCount;
  }
  // Requires: row < count<kS>().
  template <::kbx::Section kS>
  static constexpr const char* row(std::uint32_t row) {
    const std::uint32_t in_chunk = row & ((std::uint32_t{1} << Rows<kS>::kShift) - 1);
    return Rows<kS>::kChunks.at[row >> Rows<kS>::kShift] + in_chunk * ::kbx::info_of(kS).stride;
  }
};

// The only entry or code that can have this name, or kbx::kNone: of names that nothing has, one in
// four thousand millions is taken for one that something has.
constexpr std::uint32_t index_of_id(Text id) {
  return ::kbx::probe<::kbx::Section::kIdSeeds, ::kbx::Section::kIdSlots>(
      Storage(), ::kbx::lookup_hash(id, 0));
}
constexpr std::uint32_t index_of_code(Text code) {
  return ::kbx::probe<::kbx::Section::kCodeSeeds, ::kbx::Section::kCodeSlots>(
      Storage(), ::kbx::lookup_hash(code, 0));
}

// Defined nowhere and not constexpr: what needs them at compile time does not compile.
std::uint32_t no_entry_has_this_id();
std::uint32_t no_entry_has_this_code();

}  // namespace id_data

// "git/push-rejected"_kb_id, an Id, and "ENOSPC"_kb_code, a Code. What no entry has is a compile
// error.
inline namespace literals {

#if defined(__cpp_consteval)

consteval Id operator""_kb_id(const char* id, std::size_t size) {
  const std::uint32_t index = id_data::index_of_id(Text(id, size));
  return Id(index == ::kbx::kNone ? id_data::no_entry_has_this_id() : index);
}
consteval Code operator""_kb_code(const char* code, std::size_t size) {
  const std::uint32_t index = id_data::index_of_code(Text(code, size));
  return Code{index == ::kbx::kNone ? id_data::no_entry_has_this_code() : index};
}

#elif defined(__GNUC__)

// Nothing in C++17 makes a compiler evaluate an operator while it compiles; that its characters are
// template arguments, an extension of g++ and clang, does.
#pragma GCC diagnostic push
#if defined(__clang__)
#pragma GCC diagnostic ignored "-Wgnu-string-literal-operator-template"
#else
#pragma GCC diagnostic ignored "-Wpedantic"
#endif
template <typename Char, Char... kId>
constexpr Id operator""_kb_id() {
  constexpr Char id[] = {kId..., 0};
  constexpr std::uint32_t index = id_data::index_of_id(Text(id, sizeof...(kId)));
  static_assert(index != ::kbx::kNone, "no entry of the knowledge base has this id");
  return Id(index);
}
template <typename Char, Char... kCode>
constexpr Code operator""_kb_code() {
  constexpr Char code[] = {kCode..., 0};
  constexpr std::uint32_t index = id_data::index_of_code(Text(code, sizeof...(kCode)));
  static_assert(index != ::kbx::kNone, "no entry of the knowledge base has this error code");
  return Code{index};
}
#pragma GCC diagnostic pop

#else

// A compile error in constant expressions; elsewhere the program does not link, unless the compiler
// sees that the name is known.
constexpr Id operator""_kb_id(const char* id, std::size_t size) {
  const std::uint32_t index = id_data::index_of_id(Text(id, size));
  return Id(index == ::kbx::kNone ? id_data::no_entry_has_this_id() : index);
}
constexpr Code operator""_kb_code(const char* code, std::size_t size) {
  const std::uint32_t index = id_data::index_of_code(Text(code, size));
  return Code{index == ::kbx::kNone ? id_data::no_entry_has_this_code() : index};
}

#endif

}  // namespace literals

// The same where literals of two knowledge bases would be ambiguous: kb::id("git/push-rejected").
// In C++20 what no entry has is a compile error, in C++17 in constant expressions; elsewhere the
// program does not link then.
#if defined(__cpp_consteval)
#define KBC_AT_COMPILE_TIME consteval
#else
#define KBC_AT_COMPILE_TIME constexpr
#endif
KBC_AT_COMPILE_TIME Id id(Text name) {
  const std::uint32_t index = id_data::index_of_id(name);
  return Id(index == ::kbx::kNone ? id_data::no_entry_has_this_id() : index);
}
KBC_AT_COMPILE_TIME Code code(Text name) {
  const std::uint32_t index = id_data::index_of_code(name);
  return Code{index == ::kbx::kNone ? id_data::no_entry_has_this_code() : index};
}
#undef KBC_AT_COMPILE_TIME

}  // namespace c_8b52efbfcaa51594_134315e8
}  // namespace kb

#pragma pop_macro("kNone")
#pragma pop_macro("kNo")
#pragma pop_macro("kYes")
#pragma pop_macro("id")
#pragma pop_macro("version")
#pragma pop_macro("status")
#pragma pop_macro("text")
#pragma pop_macro("name")
#pragma pop_macro("action")
#pragma pop_macro("kind")
#pragma pop_macro("index")
#pragma pop_macro("major")
#pragma pop_macro("minor")
#pragma pop_macro("linux")

#endif  // C++17

#endif  // KBC_kb_c_8b52efbfcaa51594_134315e8_IDS_H_
