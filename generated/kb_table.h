// A knowledge base of 13 entries as constexpr tables. Made by kbc; do not edit.
//
//   static_assert(kb::find("…")->confidence > 0.5);
//   if (const auto entry = kb::find(id)) use(entry->signature);
//
// C++17, the standard library only. A program that asks while it runs is linked with kb_table.cc.
// docs/tables.md of kbc has the types and what things cost.

#ifndef KBC_KB_TABLE_H_
#define KBC_KB_TABLE_H_

// The reader's headers, as kbc installs them: whichever copy comes first counts.

#ifndef KBX_FORMAT_H_
#define KBX_FORMAT_H_

// The numbers of the index format, version 1.1, which docs/kbx-format.md describes: one place for
// the writer, the reader and the generated tables. C++17.

#include <cstddef>
#include <cstdint>

namespace kbx {

inline constexpr unsigned char kMagic[8] = {0x89, 'K', 'B', 'X', '\r', '\n', 0x1A, '\n'};
inline constexpr std::uint16_t kMajor = 1;  // a reader refuses any other
inline constexpr std::uint16_t kMinor = 1;  // a reader accepts any
inline constexpr std::uint32_t kEndianTag = 0x01020304;
inline constexpr std::uint64_t kKnownFeatures = 0;  // a reader refuses a file with others

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

// Every section that version 1.1 has, in the order in which the writer puts them. Those that came
// with a minor version stand at the end: generated tables know sections by their numbers.
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
  kGrams3,
  kGrams2,
  kLiteralHeads,  // by the hash of a literal's bytes: the first of its rows in kLiterals
  kLiterals,
  kLiteralTexts,  // folded texts, bytes
  kTriggers,
  kAlternatives,
  kPrograms,  // bytes
  kAlways,
};
inline constexpr std::size_t kSectionCount = 42;

struct SectionInfo {
  char tag[5];           // four letters
  std::uint32_t stride;  // bytes of a row
};

inline constexpr SectionInfo kSections[kSectionCount] = {
    {"STRP", 1},  {"VKEY", 1},  {"RECS", 288}, {"ALIA", 16}, {"VERS", 72}, {"INTV", 16},
    {"OSNO", 16}, {"DEAD", 40}, {"WORK", 40},  {"TEXT", 8},  {"LINK", 56}, {"INCO", 4},
    {"INCL", 4},  {"IDSD", 2},  {"IDSL", 8},   {"ECSD", 2},  {"ECSL", 8},  {"ECKY", 16},
    {"ECPL", 4},  {"DOSD", 2},  {"DOSL", 8},   {"DOKY", 16}, {"DOPL", 4},  {"CASD", 2},
    {"CASL", 8},  {"CAKY", 16}, {"CAPL", 4},   {"TASD", 2},  {"TASL", 8},  {"TAKY", 16},
    {"TAPL", 4},  {"PROV", 16}, {"PTG4", 4},   {"PTG3", 4},  {"PTG2", 4},  {"PTHD", 4},
    {"PTLI", 24}, {"PTTX", 1},  {"PTTR", 8},   {"PTAL", 24}, {"PTPR", 1},  {"PTAW", 4}};

constexpr const SectionInfo& info_of(Section section) {
  return kSections[static_cast<std::size_t>(section)];
}

// Places in the rows. A text is u32 offset, u32 length in kStrings; a list is u32 first row,
// u32 number of rows; a rate is a double.
struct EntryAt {
  static constexpr std::size_t kId = 0, kSignature = 8, kRegex = 16, kRootCause = 24, kDomain = 32,
                               kCategory = 40, kErrorCode = 48, kResolvable = 56, kConfidence = 64,
                               kFixSuccessRate = 72, kEvidenceCount = 80, kDeadEnds = 88,
                               kWorkarounds = 96, kWorkaroundsZh = 104, kVersions = 112,
                               kLeadsTo = 120, kPrecededBy = 128, kConfusedWith = 136,
                               kOsNotes = 144, kTags = 152, kAliases = 160, kExamples = 168,
                               kCounterexamples = 176, kKbcIgnore = 184, kSignatureZh = 192,
                               kRootCauseZh = 200, kRootCauseType = 208, kSubcategory = 216,
                               kOfficialDocUrl = 224, kOfficialDocSection = 232,
                               kVerificationTier = 240, kFirstSeen = 248, kLastConfirmed = 256,
                               kLastUpdated = 264, kLocale = 272, kHash = 280;
};
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

// What has to be done about an alternative whose literal was found.
enum class AlternativeKind : unsigned char {
  kLiteral,  // nothing: the literal is all of it
  kProgram,  // run its program
  kRegex,    // ask a regex engine about the entry's regex
};
inline constexpr std::uint32_t kRawText = 1;    // flag: the program is about the text, not folded
inline constexpr std::uint32_t kWholeText = 2;  // flag: it can match across lines

// The place of a gram's bit in a table of 2^bits, and of a literal's head. Requires: 0 < bits < 32.
constexpr std::uint32_t gram_hash(std::uint32_t gram, unsigned bits) {
  return gram * 0x9E3779B1u >> (32 - bits);
}

}  // namespace kbx

#endif  // KBX_FORMAT_H_

#ifndef KBX_BYTES_H_
#define KBX_BYTES_H_

// Little-endian loads that work at compile time too; a compiler makes one load of each. They spell
// out what calls would say shorter, since it is the calls that take time at compile time. C++17.

#include <cstdint>

namespace kbx {

constexpr std::uint32_t byte_at(const char* p) { return static_cast<unsigned char>(*p); }

constexpr std::uint32_t load16(const char* p) { return byte_at(p) | byte_at(p + 1) << 8; }

constexpr std::uint32_t load32(const char* p) {
  using Byte = unsigned char;
  return static_cast<std::uint32_t>(static_cast<Byte>(p[0])) |
         static_cast<std::uint32_t>(static_cast<Byte>(p[1])) << 8 |
         static_cast<std::uint32_t>(static_cast<Byte>(p[2])) << 16 |
         static_cast<std::uint32_t>(static_cast<Byte>(p[3])) << 24;
}

constexpr std::uint64_t load64(const char* p) {
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

// An IEEE 754 double.
constexpr double load_double(const char* p) { return __builtin_bit_cast(double, load64(p)); }

}  // namespace kbx

#endif  // KBX_BYTES_H_

#ifndef KBX_LOOKUP_H_
#define KBX_LOOKUP_H_

// How a key finds its row: hash and displace (Belazzougui, Botelho and Dietzfelbinger, "Hash,
// Displace, and Compress", 2009), with one probe, at compile time or at run time. C++17.

#include <cstddef>
#include <cstdint>


namespace kbx {

// Bytes of these constants are 0xFF where a zero factor would make the product forget the rest:
// UTF-8 has no such byte.
inline constexpr std::uint64_t kFold1 = 0xFF9E3779B97F4A7D;
inline constexpr std::uint64_t kFold2 = 0xFFD1B54A32D192ED;
inline constexpr std::uint64_t kFold3 = 0x8EBC6AF09C88C6E3;

// Both halves of the 128-bit product, combined by exclusive or (the folded multiply of wyhash).
constexpr std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
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
constexpr std::uint64_t lookup_hash(const Key& key, std::uint32_t seed) {
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
constexpr std::uint32_t scaled(std::uint32_t x, std::uint32_t n) {
  return static_cast<std::uint32_t>(std::uint64_t{x} * n >> 32);
}

constexpr std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t buckets) {
  return scaled(static_cast<std::uint32_t>(hash >> 32), buckets);
}

constexpr std::uint32_t slot_of(std::uint64_t hash, std::uint32_t displacement,
                                std::uint32_t slots) {
  const std::uint64_t mixed = (hash ^ displacement * kFold1) * kFold2;
  return scaled(static_cast<std::uint32_t>(mixed >> 32), slots);
}

constexpr std::uint32_t fingerprint_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash);
}

// The only row that can have a key with this hash, or kNone. Whoever has a row compares the key.
template <Section kSeeds, Section kSlots, typename Storage>
constexpr std::uint32_t probe(const Storage& storage, std::uint64_t hash) {
  const std::uint32_t buckets = storage.template count<kSeeds>();
  const std::uint32_t slots = storage.template count<kSlots>();
  if (buckets == 0 || slots == 0) return kNone;
  const std::uint32_t displacement = load16(storage.template row<kSeeds>(bucket_of(hash, buckets)));
  const char* slot = storage.template row<kSlots>(slot_of(hash, displacement, slots));
  if (load32(slot + SlotAt::kFingerprint) != fingerprint_of(hash)) return kNone;
  return load32(slot + SlotAt::kRow);
}

}  // namespace kbx

#endif  // KBX_LOOKUP_H_

#ifndef KBX_VERSION_KEY_H_
#define KBX_VERSION_KEY_H_

// Version numbers: how they are read, and the sort keys that they are compared by, which
// docs/kbx-format.md describes. kbc's own parser of version specifications is built on this, so
// that a number means the same to the writer and to every reader. One header, since the generated
// tables take it whole. C++17, no allocation, usable at compile time.

#include <cstddef>
#include <string_view>

namespace kbx {

// Character classes of the version grammar: ASCII only, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The first place from `at` on that is none of the class.
constexpr std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}
constexpr std::size_t skip_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}
constexpr std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}
constexpr bool has_char(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}
constexpr bool has_digit(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

// `word` must be lower-case.
constexpr bool equals_ignoring_case(std::string_view text, std::string_view word) {
  if (text.size() != word.size()) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (to_lower(text[at]) != word[at]) return false;
  }
  return true;
}

// Where a version stands in the life of its number: dev < a < b < rc < release < post. The byte of
// each is its byte in a key. A `-` label that begins with a digit (`2.0.0-0`) is the earliest of
// all; one that begins with a word which is none of the named ones (`-preview.7`, `-M1`) stands
// between b and rc.
enum class Stage : unsigned char {
  kNumbered = 1,
  kDev = 2,
  kAlpha = 3,
  kBeta = 4,
  kWorded = 5,
  kCandidate = 6,
  kRelease = 7,
  kPost = 8,
};

// A number as its author wrote it; the texts are parts of the one that was read.
struct ScannedVersion {
  std::size_t length = 0;  // bytes of the text that it takes; 0 where there is none
  std::string_view parts;  // runs of digits, between them `.`, or `-` in a calendar version
  Stage stage = Stage::kRelease;
  std::string_view label;    // what follows the stage
  bool is_calendar = false;  // 2023-01 or 2023-01-31
  bool has_stage = false;    // rc1, .post2, -beta
  bool has_build = false;    // +build
};

// What a `-` before a digit, or `v` and a digit, is when it is not inside a calendar version.
enum class Hyphen : unsigned char {
  kRange,  // the end of the number: 1.20-1.24
  kLabel,  // the start of a pre-release label: 1.0.0-0
};

// The lengths of a calendar version and of its parts, as far as they are there.
struct CalendarShape {
  std::size_t length = 0;  // 0: the text does not start as a calendar version does
  std::size_t month_digits = 0;
  std::size_t day_digits = 0;
};

// Whether the text starts with four digits, `-` and one or two digits, possibly of an impossible
// date (2023-13, 2023-1).
constexpr CalendarShape calendar_shape(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  if (skip_digits(text, 0) != kYearDigits || !has_char(text, kYearDigits, '-')) return {};
  const std::size_t after = skip_digits(text, kYearDigits + 1);
  const std::size_t month_digits = after - kYearDigits - 1;
  if (month_digits < 1 || month_digits > 2) return {};
  // One digit may also begin a range (1024-3.5) or a label (2024-4f3a).
  const bool goes_on = after < text.size() && (text[after] == '.' || is_letter(text[after]));
  if (month_digits == 1 && goes_on) return {};
  if (!has_char(text, after, '-')) return {after, month_digits, 0};
  const std::size_t day_end = skip_digits(text, after + 1);
  const std::size_t day_digits = day_end - after - 1;
  // 2023-01-2023-06 is a range of two months.
  if (day_digits < 1 || day_digits > 2) return {after, month_digits, 0};
  return {day_end, month_digits, day_digits};
}

constexpr unsigned small_number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

constexpr unsigned days_in(unsigned year, unsigned month) {
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return is_leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Nothing for a month or day that does not exist.
constexpr ScannedVersion scan_calendar(std::string_view text, const CalendarShape& shape) {
  if (shape.month_digits != 2 || shape.day_digits == 1) return {};
  const unsigned month = small_number(text.substr(5, 2));
  const unsigned day = shape.day_digits == 0 ? 1 : small_number(text.substr(8, 2));
  if (month < 1 || month > 12) return {};
  if (day < 1 || day > days_in(small_number(text.substr(0, 4)), month)) return {};
  ScannedVersion version;
  version.length = shape.length;
  version.parts = text.substr(0, shape.length);
  version.is_calendar = true;
  return version;
}

// The stage that a word names in PEP 440 and common practice; every other word is kWorded.
constexpr Stage stage_of(std::string_view word) {
  if (equals_ignoring_case(word, "dev")) return Stage::kDev;
  if (equals_ignoring_case(word, "a") || equals_ignoring_case(word, "alpha")) return Stage::kAlpha;
  if (equals_ignoring_case(word, "b") || equals_ignoring_case(word, "beta")) return Stage::kBeta;
  if (equals_ignoring_case(word, "rc")) return Stage::kCandidate;
  return equals_ignoring_case(word, "post") ? Stage::kPost : Stage::kWorded;
}

// A stage and its label; `end` is where the text goes on.
struct StageSuffix {
  std::size_t end = 0;
  Stage stage = Stage::kRelease;
  std::string_view label;
};

// rc1, b2, .post3: a word with digits after it, or none for 0.
constexpr StageSuffix scan_short_stage(std::string_view text, std::size_t at) {
  const bool is_dotted = has_char(text, at, '.');
  const std::size_t begin = is_dotted ? at + 1 : at;
  const std::size_t word_end = skip_letters(text, begin);
  const Stage stage = stage_of(text.substr(begin, word_end - begin));
  const bool wants_dot = stage == Stage::kPost || stage == Stage::kDev;
  if (stage == Stage::kWorded || wants_dot != is_dotted) return {at, Stage::kRelease, {}};
  const std::size_t end = skip_digits(text, word_end);
  return {end, stage, text.substr(word_end, end - word_end)};
}

// The end of `identifier { ("." | "-") identifier }`, or `at` where no identifier is.
constexpr std::size_t skip_label(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t begin = at;;) {
    std::size_t i = begin;
    while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
    if (i == begin) return end;
    end = i;
    if (!has_char(text, i, '.') && !has_char(text, i, '-')) return end;
    begin = i + 1;
  }
}

// -rc.1, -preview.7, -0: a label in the manner of semver.
constexpr StageSuffix scan_label(std::string_view text, std::size_t at, Hyphen hyphen) {
  const std::size_t begin = at + 1;
  const bool is_number = has_digit(text, begin + (has_char(text, begin, 'v') ? 1 : 0));
  const std::size_t end = skip_label(text, begin);
  if ((hyphen == Hyphen::kRange && is_number) || end == begin) return {at, Stage::kRelease, {}};
  const std::size_t word_end = skip_letters(text, begin);
  const Stage stage =
      is_digit(text[begin]) ? Stage::kNumbered : stage_of(text.substr(begin, word_end - begin));
  const bool is_named = stage != Stage::kNumbered && stage != Stage::kWorded;
  const std::size_t label = is_named ? word_end : begin;
  return {end, stage, text.substr(label, end - label)};
}

// The longest number at the start of the text; none where there is a calendar version of a month
// or day that does not exist.
constexpr ScannedVersion scan_version(std::string_view text, Hyphen hyphen) {
  const CalendarShape shape = calendar_shape(text);
  if (shape.length > 0) return scan_calendar(text, shape);
  ScannedVersion version;
  const std::size_t begin = has_char(text, 0, 'v') || has_char(text, 0, 'V') ? 1 : 0;
  std::size_t at = skip_digits(text, begin);
  if (at == begin) return version;
  while (has_char(text, at, '.') && has_digit(text, at + 1)) at = skip_digits(text, at + 1);
  version.parts = text.substr(begin, at - begin);
  const StageSuffix suffix =
      has_char(text, at, '-') ? scan_label(text, at, hyphen) : scan_short_stage(text, at);
  version.stage = suffix.stage;
  version.label = suffix.label;
  version.has_stage = suffix.end != at;
  version.length = suffix.end;
  if (!has_char(text, suffix.end, '+')) return version;
  const std::size_t build_end = skip_label(text, suffix.end + 1);
  version.has_build = build_end != suffix.end + 1;
  if (version.has_build) version.length = build_end;
  return version;
}

// The bytes that begin the elements of a key.
struct KeyByte {
  static constexpr unsigned char kZero = 0x10, kLongNumber = 0xF0, kWord = 0xF1;
};
inline constexpr std::size_t kKeyLengthBytes = 8;  // after kLongNumber

// Key is a byte string with push_back, size and resize, as std::string.
template <typename Key>
constexpr void append_number(Key& key, std::string_view digits) {
  while (has_char(digits, 0, '0')) digits.remove_prefix(1);
  if (digits.size() < KeyByte::kLongNumber - KeyByte::kZero) {
    key.push_back(static_cast<char>(KeyByte::kZero + digits.size()));
  } else {
    key.push_back(static_cast<char>(KeyByte::kLongNumber));
    for (std::size_t byte = kKeyLengthBytes; byte-- > 0;) {
      key.push_back(static_cast<char>(static_cast<unsigned long long>(digits.size()) >> 8 * byte));
    }
  }
  for (const char c : digits) key.push_back(c);
}

// The elements of the parts or of a label, which is cut where digits and letters meet too, so that
// rc10 is above rc9. Zeros at the end are left out.
template <typename Key>
constexpr void append_elements(Key& key, std::string_view text) {
  std::size_t end_of_nonzero = key.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      at = skip_digits(text, at);
      const std::size_t number = key.size();
      append_number(key, text.substr(begin, at - begin));
      if (key.size() > number + 1) end_of_nonzero = key.size();
    } else if (is_letter(text[at])) {
      at = skip_letters(text, at);
      key.push_back(static_cast<char>(KeyByte::kWord));
      for (const char c : text.substr(begin, at - begin)) key.push_back(to_lower(c));
      key.push_back('\0');
      end_of_nonzero = key.size();
    } else {
      ++at;
    }
  }
  key.resize(end_of_nonzero);
}

template <typename Key>
constexpr void append_key(Key& key, std::string_view parts, Stage stage, std::string_view label) {
  append_elements(key, parts);
  key.push_back(static_cast<char>(stage));
  append_elements(key, label);
}

// The key of one version, or none: for a text that is no version number, or whose key is longer
// than any that people write.
class VersionKey {
 public:
  static constexpr std::size_t kCapacity = 256;

  constexpr bool is_valid() const { return size_ > 0 && size_ <= kCapacity; }
  constexpr std::string_view bytes() const {
    return is_valid() ? std::string_view(bytes_, size_) : std::string_view();
  }

  constexpr void push_back(char byte) {
    if (size_ < kCapacity) bytes_[size_] = byte;
    ++size_;
  }
  constexpr std::size_t size() const { return size_; }
  constexpr void resize(std::size_t smaller) { size_ = smaller; }

 private:
  char bytes_[kCapacity] = {};
  std::size_t size_ = 0;
};

constexpr VersionKey version_key(std::string_view text) {
  VersionKey key;
  const ScannedVersion version = scan_version(text, Hyphen::kLabel);
  if (version.length == 0 || version.length != text.size()) return key;
  append_key(key, version.parts, version.stage, version.label);
  return key;
}

// Whether one key is below another: as unsigned bytes, a key before every longer one that begins
// with it.
constexpr bool key_less(std::string_view a, std::string_view b) {
  for (std::size_t at = 0; at < a.size() && at < b.size(); ++at) {
    if (a[at] != b[at])
      return static_cast<unsigned char>(a[at]) < static_cast<unsigned char>(b[at]);
  }
  return a.size() < b.size();
}

// Whether two names are of one product: neither the case of ASCII letters nor the width of blanks
// counts.
constexpr bool same_product(std::string_view a, std::string_view b) {
  std::size_t i = skip_blanks(a, 0), j = skip_blanks(b, 0);
  for (;;) {
    const std::size_t next_i = skip_blanks(a, i), next_j = skip_blanks(b, j);
    if (next_i == a.size() || next_j == b.size()) return next_i == a.size() && next_j == b.size();
    if ((next_i > i) != (next_j > j) || to_lower(a[next_i]) != to_lower(b[next_j])) return false;
    i = next_i + 1;
    j = next_j + 1;
  }
}

}  // namespace kbx

#endif  // KBX_VERSION_KEY_H_

#ifndef KBX_VIEW_H_
#define KBX_VIEW_H_

// What a knowledge base looks like to a program: entries with every field, read in place from an
// index in memory or from a generated table. C++17, no allocation, usable at compile time.
//
// S, the storage, has for a Section kS and a row below count<kS>()
//
//   std::uint32_t count<kS>() const              how many rows there are
//   const char* row<kS>(std::uint32_t) const     the bytes of one
//   std::string_view text<kS>(offset, length) const
//
// and answers a row or a text out of bounds with zeros or nothing.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>


namespace kbx {

enum class Affects : unsigned char {
  kNo,
  kUnknown,  // it depends on a codename, or the version cannot be read
  kYes,
};

enum class LinkKind : unsigned char { kLeadsTo, kPrecededBy, kConfusedWith };

// A field that is absent is an empty text without data.
constexpr bool is_absent(std::string_view text) { return text.data() == nullptr; }

// a == b, without the calls for each character that compilers evaluate slowly.
constexpr bool is_same(std::string_view a, std::string_view b) {
  if (!__builtin_is_constant_evaluated()) return a == b;
  const char* p = a.data();
  const char* q = b.data();
  if (a.size() != b.size()) return false;
  for (std::size_t left = a.size(); left > 0; --left) {
    if (*p++ != *q++) return false;
  }
  return true;
}

template <Section kPool = Section::kStrings, typename S>
constexpr std::string_view text_at(const S& storage, const char* place) {
  const std::uint32_t offset = load32(place);
  if (offset == kAbsent) return {};
  return storage.template text<kPool>(offset, load32(place + 4));
}

// A sequence whose items are read, by Reader::read(storage, row), when they are asked for. Valid as
// long as its storage.
template <typename S, typename Reader>
class List {
 public:
  using Item = decltype(Reader::read(std::declval<const S&>(), 0));

  class Iterator {
   public:
    using value_type = Item;
    using reference = Item;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    // From <string_view>, whose own iterators need it: <iterator> takes a compiler longer than a
    // whole table.
    using iterator_category = std::input_iterator_tag;

    constexpr Iterator(const S& storage, std::uint32_t row) : storage_(storage), row_(row) {}
    constexpr Item operator*() const { return Reader::read(storage_, row_); }
    constexpr Iterator& operator++() {
      ++row_;
      return *this;
    }
    constexpr Iterator operator++(int) {
      const Iterator before = *this;
      ++row_;
      return before;
    }
    constexpr bool operator==(const Iterator& other) const { return row_ == other.row_; }
    constexpr bool operator!=(const Iterator& other) const { return row_ != other.row_; }

   private:
    S storage_;
    std::uint32_t row_;
  };

  constexpr List() = default;
  constexpr List(const S& storage, std::uint32_t first, std::uint32_t size)
      : storage_(storage), first_(first), size_(size) {}

  constexpr std::uint32_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  // Requires: index < size().
  constexpr Item operator[](std::uint32_t index) const {
    return Reader::read(storage_, first_ + index);
  }
  constexpr Iterator begin() const { return Iterator(storage_, first_); }
  constexpr Iterator end() const { return Iterator(storage_, first_ + size_); }

 private:
  S storage_{};
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
};

// The list of rows of kRows that stands at this place; of a list out of bounds, nothing.
template <Section kRows, typename Reader, typename S>
constexpr List<S, Reader> list_at(const S& storage, const char* place) {
  const std::uint32_t first = load32(place);
  const std::uint32_t size = load32(place + 4);
  const std::uint32_t count = storage.template count<kRows>();
  if (first > count || size > count - first) return List<S, Reader>(storage, 0, 0);
  return List<S, Reader>(storage, first, size);
}

// Reads one text of a list of texts.
template <typename S>
struct TextReader {
  static constexpr std::string_view read(const S& storage, std::uint32_t row) {
    return text_at(storage, storage.template row<Section::kTexts>(row));
  }
};

template <typename S>
using Texts = List<S, TextReader<S>>;

// The versions from one cut up to another, as sort keys: low <= key < high.
template <typename S>
struct Interval {
  std::string_view low;
  std::string_view high;

  static constexpr Interval read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kIntervals>(row);
    return {text_at<Section::kVersionKeys>(storage, at + IntervalAt::kLow),
            text_at<Section::kVersionKeys>(storage, at + IntervalAt::kHigh)};
  }
};

// One element of `versions`: a product and which versions of it are meant.
template <typename S>
struct Version {
  std::string_view version;  // as the author wrote it
  std::string_view product;
  std::string_view introduced, deprecated, removed, behavior_change, status;
  List<S, Interval<S>> intervals;    // that are meant for certain
  List<S, Interval<S>> conditional;  // that are meant if a codename is

  // Whether it is about this product: letters of either case, blanks of any width.
  constexpr bool is_about(std::string_view wanted) const { return same_product(product, wanted); }

  constexpr Affects affects(std::string_view number) const {
    const VersionKey key = version_key(number);
    if (!key.is_valid()) return Affects::kUnknown;
    if (any_contains(intervals, key.bytes())) return Affects::kYes;
    return any_contains(conditional, key.bytes()) ? Affects::kUnknown : Affects::kNo;
  }

  static constexpr Version read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kVersions>(row);
    return {text_at(storage, at + VersionAt::kVersion),
            text_at(storage, at + VersionAt::kProduct),
            text_at(storage, at + VersionAt::kIntroduced),
            text_at(storage, at + VersionAt::kDeprecated),
            text_at(storage, at + VersionAt::kRemoved),
            text_at(storage, at + VersionAt::kBehaviorChange),
            text_at(storage, at + VersionAt::kStatus),
            list_at<Section::kIntervals, Interval<S>>(storage, at + VersionAt::kIntervals),
            list_at<Section::kIntervals, Interval<S>>(storage, at + VersionAt::kConditional)};
  }

 private:
  static constexpr bool any_contains(const List<S, Interval<S>>& list, std::string_view key) {
    for (std::uint32_t at = 0; at < list.size(); ++at) {
      const Interval<S> interval = list[at];
      if (!key_less(key, interval.low) && key_less(key, interval.high)) return true;
    }
    return false;
  }
};

template <typename S>
struct OsNote {
  std::string_view system;  // `linux`, `macos` …
  std::string_view text;

  static constexpr OsNote read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kOsNotes>(row);
    return {text_at(storage, at + OsNoteAt::kSystem), text_at(storage, at + OsNoteAt::kText)};
  }
};

template <typename S>
struct DeadEnd {
  std::string_view action, why_fails, condition;
  double fail_rate;
  Texts<S> sources;

  static constexpr DeadEnd read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kDeadEnds>(row);
    return {text_at(storage, at + DeadEndAt::kAction), text_at(storage, at + DeadEndAt::kWhyFails),
            text_at(storage, at + DeadEndAt::kCondition), load_double(at + DeadEndAt::kFailRate),
            list_at<Section::kTexts, TextReader<S>>(storage, at + DeadEndAt::kSources)};
  }
};

template <typename S>
struct Workaround {
  std::string_view action, how, condition;
  double success_rate;
  Texts<S> sources;

  static constexpr Workaround read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kWorkarounds>(row);
    return {text_at(storage, at + WorkaroundAt::kAction), text_at(storage, at + WorkaroundAt::kHow),
            text_at(storage, at + WorkaroundAt::kCondition),
            load_double(at + WorkaroundAt::kSuccessRate),
            list_at<Section::kTexts, TextReader<S>>(storage, at + WorkaroundAt::kSources)};
  }
};

// One link of transition_graph.
template <typename S>
struct Link {
  std::string_view error_id;  // as the author wrote it
  std::string_view distinction, condition, typical_delay;
  double probability;    // not a number when absent
  std::uint32_t source;  // the entry that has the link
  std::uint32_t target;  // the entry that it leads to; kNone when there is no such entry
  LinkKind kind;

  constexpr bool has_probability() const { return probability == probability; }

  static constexpr Link read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kLinks>(row);
    const std::uint32_t kind = load32(at + LinkAt::kKind);
    return {text_at(storage, at + LinkAt::kErrorId),
            text_at(storage, at + LinkAt::kDistinction),
            text_at(storage, at + LinkAt::kCondition),
            text_at(storage, at + LinkAt::kTypicalDelay),
            load_double(at + LinkAt::kProbability),
            load32(at + LinkAt::kSource),
            load32(at + LinkAt::kTarget),
            kind > 2 ? LinkKind::kLeadsTo : static_cast<LinkKind>(kind)};
  }
};

}  // namespace kbx

#endif  // KBX_VIEW_H_

#ifndef KBX_ENTRY_H_
#define KBX_ENTRY_H_

// One entry of a knowledge base, and the questions that the knowledge base answers. C++17.

#include <cstddef>
#include <cstdint>
#include <string_view>


namespace kbx {

// Every field of one entry, by the names of the entry format. A value: cheap to copy, valid as long
// as its storage.
template <typename S>
struct Entry {
  std::uint32_t index;  // entries stand in the order of their ids
  std::string_view id, signature, signature_zh, regex, domain, category, subcategory;
  std::string_view root_cause, root_cause_type, root_cause_zh;
  std::string_view official_doc_url, official_doc_section, error_code;
  std::string_view verification_tier, resolvable, first_seen, last_confirmed, last_updated, locale;
  double confidence, fix_success_rate;
  std::uint64_t evidence_count;
  std::uint64_t hash;  // of the entry's content: equal entries have equal hashes
  List<S, Version<S>> versions;
  List<S, OsNote<S>> os_specific;
  List<S, DeadEnd<S>> dead_ends;
  List<S, Workaround<S>> workarounds;
  Texts<S> workarounds_zh;
  List<S, Link<S>> leads_to, preceded_by, frequently_confused_with;
  Texts<S> tags, aliases, examples, counterexamples, kbc_ignore;

  // Whether this version of the product is meant by `versions`; kNo when none is about it.
  constexpr Affects affects(std::string_view product, std::string_view version) const {
    Affects answer = Affects::kNo;
    for (std::uint32_t at = 0; at < versions.size(); ++at) {
      const Version<S> one = versions[at];
      if (!one.is_about(product)) continue;
      const Affects that = one.affects(version);
      if (that > answer) answer = that;
    }
    return answer;
  }

  // Inline, so that a compiler can leave out the fields that nobody reads.
  [[gnu::always_inline]] static constexpr Entry read(const S& s, std::uint32_t row) {
    const char* at = s.template row<Section::kEntries>(row);
    using At = EntryAt;
    return {row,
            text_at(s, at + At::kId),
            text_at(s, at + At::kSignature),
            text_at(s, at + At::kSignatureZh),
            text_at(s, at + At::kRegex),
            text_at(s, at + At::kDomain),
            text_at(s, at + At::kCategory),
            text_at(s, at + At::kSubcategory),
            text_at(s, at + At::kRootCause),
            text_at(s, at + At::kRootCauseType),
            text_at(s, at + At::kRootCauseZh),
            text_at(s, at + At::kOfficialDocUrl),
            text_at(s, at + At::kOfficialDocSection),
            text_at(s, at + At::kErrorCode),
            text_at(s, at + At::kVerificationTier),
            text_at(s, at + At::kResolvable),
            text_at(s, at + At::kFirstSeen),
            text_at(s, at + At::kLastConfirmed),
            text_at(s, at + At::kLastUpdated),
            text_at(s, at + At::kLocale),
            load_double(at + At::kConfidence),
            load_double(at + At::kFixSuccessRate),
            load64(at + At::kEvidenceCount),
            load64(at + At::kHash),
            list_at<Section::kVersions, Version<S>>(s, at + At::kVersions),
            list_at<Section::kOsNotes, OsNote<S>>(s, at + At::kOsNotes),
            list_at<Section::kDeadEnds, DeadEnd<S>>(s, at + At::kDeadEnds),
            list_at<Section::kWorkarounds, Workaround<S>>(s, at + At::kWorkarounds),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kWorkaroundsZh),
            list_at<Section::kLinks, Link<S>>(s, at + At::kLeadsTo),
            list_at<Section::kLinks, Link<S>>(s, at + At::kPrecededBy),
            list_at<Section::kLinks, Link<S>>(s, at + At::kConfusedWith),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kTags),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kAliases),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kExamples),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kCounterexamples),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kKbcIgnore)};
  }
};

// What a look-up gives: an entry, or none. Holds the entry itself, so that what is read through it
// lives as long as it does: name it before looping over a list of a found entry.
template <typename S>
class EntryPtr {
 public:
  constexpr EntryPtr() : nothing_() {}
  [[gnu::always_inline]] constexpr EntryPtr(const S& storage, std::uint32_t row)
      : entry_(Entry<S>::read(storage, row)), is_there_(true) {}

  constexpr explicit operator bool() const { return is_there_; }
  constexpr bool operator==(std::nullptr_t) const { return !is_there_; }
  constexpr bool operator!=(std::nullptr_t) const { return is_there_; }
  // Its place in the order of ids; kNone for none.
  constexpr std::uint32_t index() const { return is_there_ ? entry_.index : kNone; }
  // Requires: an entry.
  constexpr const Entry<S>& operator*() const { return entry_; }
  constexpr const Entry<S>* operator->() const { return &entry_; }

 private:
  // A look-up that finds nothing need not fill in an entry.
  union {
    unsigned char nothing_;
    Entry<S> entry_;
  };
  bool is_there_ = false;
};

}  // namespace kbx

#endif  // KBX_ENTRY_H_

#ifndef KBX_KNOWLEDGE_BASE_H_
#define KBX_KNOWLEDGE_BASE_H_

// The questions that a knowledge base answers, whatever its storage. C++17.

#include <cstdint>
#include <string_view>


namespace kbx {

// Reads the entry whose row stands in a row of kRows.
template <typename S, Section kRows>
struct EntryReader {
  static constexpr Entry<S> read(const S& storage, std::uint32_t row) {
    return Entry<S>::read(storage, load32(storage.template row<kRows>(row)));
  }
};

// Reads a link that leads to an entry.
template <typename S>
struct IncomingReader {
  static constexpr Link<S> read(const S& storage, std::uint32_t row) {
    return Link<S>::read(storage, load32(storage.template row<Section::kIncomingLinks>(row)));
  }
};

// A key that several entries share, a domain say, and how many they are.
template <typename S, Section kKeys>
struct KeyReader {
  struct Key {
    std::string_view name;
    std::uint32_t entries;
  };
  static constexpr Key read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<kKeys>(row);
    return {text_at(storage, at + KeyAt::kText), load32(at + KeyAt::kEntries + 4)};
  }
};

// A value: cheap to copy, valid as long as its storage. S needs hash_seed() too.
template <typename S>
class KnowledgeBase {
 public:
  using Pointer = EntryPtr<S>;
  template <Section kRows>
  using Entries = List<S, EntryReader<S, kRows>>;

  constexpr KnowledgeBase() = default;
  constexpr explicit KnowledgeBase(const S& storage) : s_(storage) {}

  // How many entries there are. They stand in the order of their ids, bytes compared.
  constexpr std::uint32_t size() const { return s_.template count<Section::kEntries>(); }
  constexpr List<S, Entry<S>> entries() const { return List<S, Entry<S>>(s_, 0, size()); }
  // The entry at this index, or none.
  [[gnu::always_inline]] constexpr Pointer at(std::uint32_t index) const {
    return index < size() ? Pointer(s_, index) : Pointer();
  }

  // The entry with this id, or that has it as an alias, or none.
  [[gnu::always_inline]] constexpr Pointer find(std::string_view id) const {
    const std::uint32_t row =
        probe<Section::kIdSeeds, Section::kIdSlots>(s_, lookup_hash(id, s_.hash_seed()));
    if (row == kNone) return {};
    if (row < size()) {
      const char* entry = s_.template row<Section::kEntries>(row);
      return is_same(text_at(s_, entry + EntryAt::kId), id) ? Pointer(s_, row) : Pointer();
    }
    const std::uint32_t alias = row - size();
    if (alias >= s_.template count<Section::kAliases>()) return {};
    const char* at = s_.template row<Section::kAliases>(alias);
    return is_same(text_at(s_, at + AliasAt::kText), id) ? this->at(load32(at + AliasAt::kEntry))
                                                         : Pointer();
  }

  // The entries with this error code, in this domain or category, with this tag.
  constexpr Entries<Section::kCodeEntries> with_code(std::string_view code) const {
    return under<Section::kCodeSeeds, Section::kCodeSlots, Section::kCodeKeys,
                 Section::kCodeEntries>(code);
  }
  constexpr Entries<Section::kDomainEntries> in_domain(std::string_view domain) const {
    return under<Section::kDomainSeeds, Section::kDomainSlots, Section::kDomainKeys,
                 Section::kDomainEntries>(domain);
  }
  constexpr Entries<Section::kCategoryEntries> in_category(std::string_view category) const {
    return under<Section::kCategorySeeds, Section::kCategorySlots, Section::kCategoryKeys,
                 Section::kCategoryEntries>(category);
  }
  constexpr Entries<Section::kTagEntries> with_tag(std::string_view tag) const {
    return under<Section::kTagSeeds, Section::kTagSlots, Section::kTagKeys, Section::kTagEntries>(
        tag);
  }

  // Every key of one kind, in order: keys<Section::kDomainKeys>().
  template <Section kKeys>
  constexpr List<S, KeyReader<S, kKeys>> keys() const {
    return List<S, KeyReader<S, kKeys>>(s_, 0, s_.template count<kKeys>());
  }

  // The links of all entries that lead to this one.
  constexpr List<S, IncomingReader<S>> incoming(std::uint32_t index) const {
    using Links = List<S, IncomingReader<S>>;
    if (index >= size() || s_.template count<Section::kIncoming>() <= size()) return {};
    const std::uint32_t first = load32(s_.template row<Section::kIncoming>(index));
    const std::uint32_t end = load32(s_.template row<Section::kIncoming>(index + 1));
    const std::uint32_t count = s_.template count<Section::kIncomingLinks>();
    if (first > end || end > count) return {};
    return Links(s_, first, end - first);
  }

 private:
  template <Section kSeeds, Section kSlots, Section kKeys, Section kRows>
  constexpr Entries<kRows> under(std::string_view key) const {
    const std::uint32_t row = probe<kSeeds, kSlots>(s_, lookup_hash(key, s_.hash_seed()));
    if (row >= s_.template count<kKeys>()) return {};
    const char* at = s_.template row<kKeys>(row);
    if (!is_same(text_at(s_, at + KeyAt::kText), key)) return {};
    return list_at<kRows, EntryReader<S, kRows>>(s_, at + KeyAt::kEntries);
  }

  S s_{};
};

}  // namespace kbx

#endif  // KBX_KNOWLEDGE_BASE_H_


namespace kb {

// The sections of the index (docs/kbx-format.md of kbc), as string literals.
namespace table_data {

template <std::size_t kSize>
struct Chunks {
  const char* at[kSize];
};

// A section without rows.
template <::kbx::Section kS>
struct Rows {
  static constexpr std::uint32_t kCount = 0, kShift = 0;
  static constexpr Chunks<1> kChunks = {{""}};  // for the compiler
  static constexpr Chunks<1> kLinked = kChunks;  // for the program
};

inline constexpr char kZeros[512] = {};

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Woverlength-strings"
#endif
inline constexpr const char* strp1 =
    "apt/unable-to-locate-packageE: Unable to locate package build-essentialsE: Unable to locate package \\SNo package list on the machine mentions the name. Either the lists were never fetched, as in a fresh container image, or are old; or the name is not the one that the distribution uses; or the package is in a component, suite or architecture that the sources do not name.aptpackage_errortrueE: \346\227\240\346\263\225\345\256\232\344\275\215\350\275\257\344\273\266\345\214\205 build-essentials\346\234\272\345\231\250\344\270\212\347\232\204\344\273\273\344\275\225\350\275\257\344\273\266\345\214\205\345\210\227\350\241\250\351\203\275\346\262\241\346\234\211\346\217\220\345\210\260\350\277\231\344\270\252\345\220\215\347\247\260\343\200\202\350\246\201\344\271\210\345\210\227\350\241\250\344\273\216\346\234\252\350\216\267\345\217\226\350\277\207\357\274\210\344\276\213\345\246\202\345\234\250\345\205\250\346\226\260\347\232\204\345\256\271\345\231\250\351\225\234\345\203\217\344\270\255\357\274\211\346\210\226\345\267\262\347\273\217\350\277\207\346\227\266\357\274\233\350\246\201\344\271\210\350\277\231\344\270\252\345\220\215\347\247\260\344\270\215\346\230\257\350\257\245\345\217\221\350\241\214\347\211\210\346\211\200\347\224\250\347\232\204\345\220\215\347\247\260\357\274\233\350\246\201\344\271\210\350\257\245\350\275\257\344\273\266\345\214\205\344\275\215\344\272\216\350\275\257\344\273\266\346\272\220\346\262\241\346\234\211\345\210\227\345\207\272\347\232\204\347\273\204\344\273\266\343\200\201\345\245\227\344\273\266\346\210\226\346\236\266\346\236\204\344\270\255\343\200\202stale_statepackage-listshttps://manpages.debian.org/bookworm/apt/apt-get.8.en.htmlinstallai_generated2010-10-102026-11-22enTry again with `apt-get install -f`, `--fix-missing` or `dpkg --configure -a`They mend half-installed packages and missing downloads. The name is looked up in the lists before any of that, and is still not in them.Run `apt-get clean` and install againIt empties the store of downloaded packages below `/var/cache/apt/archives`; the lists are kept elsewhere and stay as they are.Give a downloaded file by its bare name, as in `apt-get install cowsay.deb`Without a slash the argument is taken as the name of a package, so the file beside it is never looked at.the package was downloaded by handUse the name from another system, such as `openssl-devel` or the name of a Python moduleNames differ between distributions: what ends in `-devel` on Fedora ends in `-dev` on Debian, and a Python module usually has `python3-` before it.https://www.debian.org/doc/manuals/debian-reference/ch02.en.htmlFetch the package lists with `apt-get update` and install againRun `apt-get update` as root, look for lines that begin with `E:` or `W:` in its output, and repeat the installation. In a container build put both into one step, `RUN apt-get update && apt-get install -y cowsay`, so that no old layer of lists is used.the lists are missing or oldhttps://docs.docker.com/build/building/best-practices/Look the name up with `apt-cache search`Run `apt-cache search --names-only '^libfmt'`, which lists `libfmt-dev` among others, and install what it prints. If only a file is known, `apt-file search fmt-config.cmake` names the package that contains it, after `apt-file update`.the name is not certainhttps://manpages.debian.org/bookworm/apt/apt-cache.8.en.htmlhttps://wiki.debian.org/apt-fileAdd the component or suite that has the package to the sourcesFind out on packages.debian.org where the package is. Then add the component, such as `contrib` or `non-free`, to the `Components:` line of `/etc/apt/sources.list.d/debian.sources`, or to the `deb` line of `/etc/apt/sources.list`, and run `apt-get update`. On Ubuntu, `add-apt-repository universe` does it.the package is outside of `main`https://manpages.debian.org/bookworm/apt/sources.list.5.en.htmlhttps://wiki.debian.org/SourcesListPut a slash into the path of a local package, as in `apt-get install ./cowsay.deb`Run `ap"
    "t-get install ./cowsay.deb`. The slash tells APT that the argument is a file; it installs the file and takes the packages that it depends on from the sources.the package is a file on the machine\347\224\250 `apt-get update` \350\216\267\345\217\226\350\275\257\344\273\266\345\214\205\345\210\227\350\241\250\357\274\214\347\204\266\345\220\216\351\207\215\346\226\260\345\256\211\350\243\205\357\274\232\344\273\245 root \350\272\253\344\273\275\350\277\220\350\241\214 `apt-get update`\357\274\214\346\237\245\347\234\213\350\276\223\345\207\272\344\270\255\344\273\245 `E:` \346\210\226 `W:` \345\274\200\345\244\264\347\232\204\350\241\214\357\274\214\347\204\266\345\220\216\351\207\215\346\226\260\345\256\211\350\243\205\343\200\202\345\234\250\346\236\204\345\273\272\345\256\271\345\231\250\346\227\266\346\212\212\344\270\244\350\200\205\346\224\276\350\277\233\345\220\214\344\270\200\344\270\252\346\255\245\351\252\244\357\274\214`RUN apt-get update && apt-get install -y cowsay`\357\274\214\350\277\231\346\240\267\345\260\261\344\270\215\344\274\232\347\224\250\345\210\260\346\227\247\345\261\202\344\270\255\347\232\204\345\210\227\350\241\250\343\200\202\347\224\250 `apt-cache search` \346\237\245\346\211\276\345\220\215\347\247\260\357\274\232\350\277\220\350\241\214 `apt-cache search --names-only '^libfmt'`\357\274\214\345\205\266\347\273\223\346\236\234\344\270\255\345\210\227\346\234\211 `libfmt-dev`\357\274\214\347\204\266\345\220\216\345\256\211\350\243\205\345\256\203\350\276\223\345\207\272\347\232\204\345\220\215\347\247\260\343\200\202\345\246\202\346\236\234\345\217\252\347\237\245\351\201\223\346\237\220\344\270\252\346\226\207\344\273\266\357\274\214\345\234\250 `apt-file update` \344\271\213\345\220\216\357\274\214`apt-file search fmt-config.cmake` \344\274\232\347\273\231\345\207\272\345\214\205\345\220\253\345\256\203\347\232\204\350\275\257\344\273\266\345\214\205\343\200\202\346\212\212\345\220\253\346\234\211\350\257\245\350\275\257\344\273\266\345\214\205\347\232\204\347\273\204\344\273\266\346\210\226\345\245\227\344\273\266\345\212\240\345\205\245\350\275\257\344\273\266\346\272\220\357\274\232\345\234\250 packages.debian.org \344\270\212\346\237\245\346\230\216\350\257\245\350\275\257\344\273\266\345\214\205\345\234\250\345\223\252\351\207\214\343\200\202\347\204\266\345\220\216\346\212\212\347\273\204\344\273\266\357\274\210\344\276\213\345\246\202 `contrib` \346\210\226 `non-free`\357\274\211\345\212\240\345\210\260 `/etc/apt/sources.list.d/debian.sources` \347\232\204 `Components:` \350\241\214\357\274\214\346\210\226\345\212\240\345\210\260 `/etc/apt/sources.list` \347\232\204 `deb` \350\241\214\357\274\214\345\206\215\350\277\220\350\241\214 `apt-get update`\343\200\202\345\234\250 Ubuntu \344\270\212\357\274\214`add-apt-repository universe` \345\217\257\344\273\245\345\256\214\346\210\220\350\277\231\344\273\266\344\272\213\343\200\202\345\234\250\346\234\254\345\234\260\350\275\257\344\273\266\345\214\205\347\232\204\350\267\257\345\276\204\344\270\255\345\206\231\344\270\212\346\226\234\346\235\240\357\274\214\344\276\213\345\246\202 `apt-get install ./cowsay.deb`\357\274\232\350\277\220\350\241\214 `apt-get install ./cowsay.deb`\343\200\202\346\226\234\346\235\240\345\221\212\350\257\211 APT \350\277\231\344\270\252\345\217\202\346\225\260\346\230\257\344\270\200\344\270\252\346\226\207\344\273\266\357\274\233\345\256\203\344\274\232\345\256\211\350\243\205\350\257\245\346\226\207\344\273\266\357\274\214\345\271\266\344\273\216\350\275\257\344\273\266\346\272\220\350\216\267\345\217\226\345\205\266\344\276\235\350\265\226\347\232\204\350\275\257\344\273\266\345\214\205\343\200\202APT >=0.8activecmake/package-configuration-file-not-foundthe name given to `find_package` is used as the name of a Debian packageminutescpp/ld-cannot-find-librarythe name after `-l` is used as the name of a Debian packagepython/externally-managed-environmentthe module is not packaged for Debian, or under another namedeb"
    "ianubuntucontainerReading package lists...\nBuilding dependency tree...\nReading state information...\nE: Unable to locate package cowsayE: Unable to locate package python3.12\nE: Couldn't find any package by glob 'python3.12'\nE: Couldn't find any package by regex 'python3.12'E: Unable to locate package libfmt-dev:arm64E: Package 'awk' has no installation candidateE: Version '99' for 'bash' was not foundE: Unsupported file ./nope.deb given on commandlineCould not find a package configuration file provided by \"fmt\" with any of the following names:could not find a package configuration file provided by`find_package` looked for the file in which an installed package describes itself to CMake and did not find it below any search prefix. Either the package, or its development half, is not installed, or it is installed in a place that CMake was not told of.cmakedependency_error\346\211\276\344\270\215\345\210\260\347\224\261 \"fmt\" \346\217\220\344\276\233\347\232\204\343\200\201\344\275\277\347\224\250\344\270\213\345\210\227\344\273\273\344\270\200\345\220\215\347\247\260\347\232\204\345\214\205\351\205\215\347\275\256\346\226\207\344\273\266\357\274\232`find_package` \345\257\273\346\211\276\345\267\262\345\256\211\350\243\205\347\232\204\345\214\205\345\220\221 CMake \346\217\217\350\277\260\350\207\252\350\272\253\347\232\204\346\226\207\344\273\266\357\274\214\344\275\206\345\234\250\346\211\200\346\234\211\346\220\234\347\264\242\345\211\215\347\274\200\344\270\213\351\203\275\346\262\241\346\234\211\346\211\276\345\210\260\343\200\202\350\246\201\344\271\210\350\257\245\345\214\205\357\274\210\346\210\226\345\256\203\347\232\204\345\274\200\345\217\221\351\203\250\345\210\206\357\274\211\346\262\241\346\234\211\345\256\211\350\243\205\357\274\214\350\246\201\344\271\210\345\256\203\345\256\211\350\243\205\345\234\250\344\270\200\344\270\252\346\262\241\346\234\211\345\221\212\350\257\211 CMake \347\232\204\344\275\215\347\275\256\343\200\202absent_dependencyfind-packagehttps://cmake.org/cmake/help/latest/command/find_package.htmlConfig Mode Search Procedure2012-04-18Delete the build folder and configure againA package that was not found is searched for again on every run, so there was no stale answer to clear; the search goes over the same places.neither the package nor the search path has changedExport `CPATH` and `LD_LIBRARY_PATH` with the folders of the libraryThese are read by the compiler and by the loader of a finished program. `find_package` reads neither.Take `REQUIRED` out of the callThe configure step goes on without the package and stops later, at the first `target_link_libraries` that names its target.the package is really usedSet `fmt_DIR` to the installation prefixA `_DIR` variable has to name the very folder that holds the configuration file, such as `lib/cmake/fmt` below the prefix; there is no search below it.Install the package that contains the configuration file, on Debian `apt-get install libfmt-dev`Ask which package owns the file: `apt-file search fmt-config.cmake` prints `libfmt-dev`. Run `apt-get install libfmt-dev` and configure again. It is the development package, whose name ends in `-dev` on Debian and Ubuntu and in `-devel` on Fedora; the run-time library alone has no such file.the distribution has the packagehttps://cmake.org/cmake/help/latest/guide/using-dependencies/index.htmlName the installation prefix with `-DCMAKE_PREFIX_PATH=/home/dev/libs/fmt`Configure with `cmake -B build -DCMAKE_PREFIX_PATH=/home/dev/libs/fmt`, where the folder is the one that was given as `CMAKE_INSTALL_PREFIX` when the package was built. Several prefixes are separated by semicolons. `cmake -B build --debug-find` prints every place that was searched.the package is installed outside the system foldershttps://cmake.org/cmake/help/latest/variable/CMAKE_PREFIX_PATH.htmlhttps://cmake.org/cmake/help/latest/manual/cmake.1.htmlLet CMake build the package itself with `FetchContent` when it is not installed";
inline constexpr const char* strp2 =
    "Declare it with `FetchContent_Declare`, giving the source and `FIND_PACKAGE_ARGS`, and call `FetchContent_MakeAvailable` in place of `find_package`. An installed package is used where there is one; otherwise the sources are added to the build. This needs CMake 3.24 or newer.the package builds with CMakehttps://cmake.org/cmake/help/latest/module/FetchContent.html\345\256\211\350\243\205\345\220\253\346\234\211\350\257\245\351\205\215\347\275\256\346\226\207\344\273\266\347\232\204\350\275\257\344\273\266\345\214\205\357\274\214\345\234\250 Debian \344\270\212\344\270\272 `apt-get install libfmt-dev`\357\274\232\345\205\210\346\237\245\350\257\242\345\223\252\344\270\252\350\275\257\344\273\266\345\214\205\346\213\245\346\234\211\350\257\245\346\226\207\344\273\266\357\274\232`apt-file search fmt-config.cmake` \344\274\232\350\276\223\345\207\272 `libfmt-dev`\343\200\202\350\277\220\350\241\214 `apt-get install libfmt-dev`\357\274\214\347\204\266\345\220\216\351\207\215\346\226\260\351\205\215\347\275\256\343\200\202\345\256\203\346\230\257\345\274\200\345\217\221\345\214\205\357\274\214\345\234\250 Debian \345\222\214 Ubuntu \344\270\212\345\220\215\347\247\260\344\273\245 `-dev` \347\273\223\345\260\276\357\274\214\345\234\250 Fedora \344\270\212\344\273\245 `-devel` \347\273\223\345\260\276\357\274\233\345\215\225\347\213\254\347\232\204\350\277\220\350\241\214\346\227\266\345\272\223\346\262\241\346\234\211\350\277\231\344\270\252\346\226\207\344\273\266\343\200\202\347\224\250 `-DCMAKE_PREFIX_PATH=/home/dev/libs/fmt` \346\214\207\346\230\216\345\256\211\350\243\205\345\211\215\347\274\200\357\274\232\347\224\250 `cmake -B build -DCMAKE_PREFIX_PATH=/home/dev/libs/fmt` \350\277\233\350\241\214\351\205\215\347\275\256\357\274\214\345\205\266\344\270\255\347\232\204\347\233\256\345\275\225\345\260\261\346\230\257\346\236\204\345\273\272\350\257\245\345\214\205\346\227\266\344\275\234\344\270\272 `CMAKE_INSTALL_PREFIX` \347\273\231\345\207\272\347\232\204\347\233\256\345\275\225\343\200\202\345\244\232\344\270\252\345\211\215\347\274\200\347\224\250\345\210\206\345\217\267\345\210\206\351\232\224\343\200\202`cmake -B build --debug-find` \344\274\232\350\276\223\345\207\272\346\220\234\347\264\242\350\277\207\347\232\204\346\211\200\346\234\211\344\275\215\347\275\256\343\200\202\345\275\223\350\257\245\345\214\205\346\262\241\346\234\211\345\256\211\350\243\205\346\227\266\357\274\214\347\224\250 `FetchContent` \350\256\251 CMake \350\207\252\345\267\261\346\236\204\345\273\272\345\256\203\357\274\232\347\224\250 `FetchContent_Declare` \345\243\260\346\230\216\345\256\203\357\274\214\347\273\231\345\207\272\346\272\220\347\240\201\345\222\214 `FIND_PACKAGE_ARGS`\357\274\214\345\271\266\350\260\203\347\224\250 `FetchContent_MakeAvailable` \346\235\245\344\273\243\346\233\277 `find_package`\343\200\202\345\246\202\346\236\234\346\234\211\345\267\262\345\256\211\350\243\205\347\232\204\345\214\205\345\260\261\344\275\277\347\224\250\345\256\203\357\274\233\345\220\246\345\210\231\346\212\212\346\272\220\347\240\201\345\212\240\345\205\245\346\236\204\345\273\272\343\200\202\350\277\231\351\234\200\350\246\201 CMake 3.24 \346\210\226\346\233\264\346\226\260\347\232\204\347\211\210\346\234\254\343\200\202CMake >=2.8.82.8.8macosHomebrew on Apple silicon installs below `/opt/homebrew`; `-DCMAKE_PREFIX_PATH=/opt/homebrew` helps where that is not searched.windowsThere is no common prefix for libraries: name one with `CMAKE_PREFIX_PATH`, or pass the toolchain file of a package manager such as vcpkg.dependencyCMake Error at CMakeLists.txt:3 (find_package):\n  Could not find a package configuration file provided by \"fmt\" (requested\n  version 9) with any of the following names:\n\n    fmtConfig.cmake\n    fmt-config.cmakeCMake Error at CMakeLists.txt:3 (find_package):\n  Could not find a package configuration file provided by \"Protobuf\"\n  (requested version 99) with any of the following names:\n\n    ProtobufConfig.cmake\n    protobuf-"
    "config.cmakeCMake Error at CMakeLists.txt:3 (find_package):\n  By not providing \"Findfmt.cmake\" in CMAKE_MODULE_PATH this project has\n  asked CMake to find a package configuration file provided by \"fmt\", but\n  CMake did not find one.\n\n  Could not find a package configuration file provided by \"fmt\" with any of\n  the following names:CMake Error at CMakeLists.txt:3 (find_package):\n  Could not find a configuration file for package \"fmt\" that is compatible\n  with requested version \"99\".CMake Error at /usr/share/cmake-3.25/Modules/FindPackageHandleStandardArgs.cmake:230 (message):\n  Could NOT find ALSA (missing: ALSA_LIBRARY ALSA_INCLUDE_DIR)CMake Error at CMakeLists.txt:5 (target_link_libraries):\n  Target \"app\" links to:\n\n    fmt::fmt\n\n  but the target was not found.  Possible reasons include:communication/mqtt-publish-identifier-in-useMQTT CONNACK returned with identifier rejected (0x02) or server unavailable (0x03)CONNACK.*returned.*identifier rejected|server unavailable|0x02|0x03MQTT broker rejected the client connection because the client identifier is already in use with a clean session not set, or the broker's connection limit has been reached.communicationauth_error0x02MQTT CONNACK \350\277\224\345\233\236\346\240\207\350\257\206\347\254\246\350\242\253\346\213\222\347\273\235 (0x02) \346\210\226\346\234\215\345\212\241\345\231\250\344\270\215\345\217\257\347\224\250 (0x03)MQTT \344\273\243\347\220\206\346\213\222\347\273\235\345\256\242\346\210\267\347\253\257\350\277\236\346\216\245\357\274\214\345\233\240\344\270\272\345\256\242\346\210\267\347\253\257\346\240\207\350\257\206\347\254\246\345\267\262\350\242\253\344\275\277\347\224\250\344\270\224\346\234\252\350\256\276\347\275\256\346\270\205\351\231\244\344\274\232\350\257\235\357\274\214\346\210\226\344\273\243\347\220\206\347\232\204\350\277\236\346\216\245\346\225\260\345\267\262\350\276\276\344\270\212\351\231\220\343\200\202generichttps://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc39010812024-02-282024-06-01Reconnect with the same client ID repeatedly without changing anythingThe broker continues to reject the same client ID if the session is still active or limit persists.Disable all security settings on the broker (e.g., remove authentication)May violate security policies and does not address the client ID conflict or connection limit.Use a random client ID on every reconnect without setting clean sessionRandom IDs may still conflict if not unique; without clean session, the broker retains state for each ID, potentially exhausting resources.Set the clean session flag to true in the CONNECT packet, e.g., in Paho Python: `client.connect(broker, port, keepalive=60, clean_session=True)`.Generate a unique client ID for each connection using a UUID or device-specific identifier, e.g., `client_id = f\"device-{uuid.uuid4()}\"`.Increase the maximum number of concurrent connections on the broker, e.g., in Mosquitto: add `max_connections 1000` to `mosquitto.conf`.\345\234\250 CONNECT \346\225\260\346\215\256\345\214\205\344\270\255\345\260\206\346\270\205\351\231\244\344\274\232\350\257\235\346\240\207\345\277\227\350\256\276\347\275\256\344\270\272 true\357\274\214\344\276\213\345\246\202\345\234\250 Paho Python \344\270\255\357\274\232`client.connect(broker, port, keepalive=60, clean_session=True)`\343\200\202\344\270\272\346\257\217\344\270\252\350\277\236\346\216\245\347\224\237\346\210\220\345\224\257\344\270\200\347\232\204\345\256\242\346\210\267\347\253\257 ID\357\274\214\344\275\277\347\224\250 UUID \346\210\226\350\256\276\345\244\207\347\211\271\345\256\232\346\240\207\350\257\206\347\254\246\357\274\214\344\276\213\345\246\202 `client_id = f\"device-{uuid.uuid4()}\"`\343\200\202\345\242\236\345\212\240\344\273\243\347\220\206\344\270\212\347\232\204\346\234\200\345\244\247\345\271\266\345\217\221\350\277\236\346\216\245\346\225\260\357\274\214\344\276\213\345\246\202\345\234\250 Mosquitto \344\270\255\357\274\232\345\234"
    "\250 `mosquitto.conf` \344\270\255\346\267\273\345\212\240 `max_connections 1000`\343\200\202Mosquitto 2.0.15EMQX 5.3AWS IoT CorePaho MQTT 1.6/usr/bin/ld: cannot find -lssh2: No such file or directory(cannot find|unable to find library) -l\\SFor `-lssh2` the linker looks for `libssh2.so` and then `libssh2.a` in the folders given with `-L` and in its own, and found neither. Mostly only the run-time library `libssh2.so.1` is installed, without the development package that adds the name without a number; or the folder is not given; or the name is misspelt or already begins with `lib`.cpplink_error/usr/bin/ld: \346\211\276\344\270\215\345\210\260 -lssh2\357\274\232\346\262\241\346\234\211\351\202\243\344\270\252\346\226\207\344\273\266\346\210\226\347\233\256\345\275\225\345\257\271\344\272\216 `-lssh2`\357\274\214\351\223\276\346\216\245\345\231\250\344\274\232\345\234\250 `-L` \347\273\231\345\207\272\347\232\204\347\233\256\345\275\225\345\222\214\345\256\203\350\207\252\345\267\261\347\232\204\347\233\256\345\275\225\344\270\255\344\276\235\346\254\241\345\257\273\346\211\276 `libssh2.so` \345\222\214 `libssh2.a`\357\274\214\344\275\206\351\203\275\346\262\241\346\234\211\346\211\276\345\210\260\343\200\202\345\244\232\346\225\260\346\203\205\345\206\265\344\270\213\345\217\252\345\256\211\350\243\205\344\272\206\350\277\220\350\241\214\346\227\266\345\272\223 `libssh2.so.1`\357\274\214\350\200\214\346\262\241\346\234\211\345\256\211\350\243\205\346\217\220\344\276\233\344\270\215\345\270\246\346\225\260\345\255\227\345\220\215\347\247\260\347\232\204\345\274\200\345\217\221\345\214\205\357\274\233\346\210\226\350\200\205\346\262\241\346\234\211\347\273\231\345\207\272\347\233\256\345\275\225\357\274\233\346\210\226\350\200\205\345\220\215\347\247\260\346\213\274\351\224\231\357\274\214\346\210\226\345\220\215\347\247\260\346\234\254\350\272\253\345\267\262\347\273\217\344\273\245 `lib` \345\274\200\345\244\264\343\200\202library-searchhttps://sourceware.org/binutils/docs/ld/Options.html-l namespec1998-01-01Install the run-time package, here `libssh2-1`It holds `libssh2.so.1`, which a finished program loads. The linker looks for `libssh2.so`, which is in the development package.https://www.debian.org/doc/debian-policy/ch-sharedlibs.htmlRun `ldconfig`, or set `LD_LIBRARY_PATH`Both serve the loader at the start of a program. When linking, a folder comes from `-L` or from `LIBRARY_PATH`.https://man7.org/linux/man-pages/man8/ld.so.8.htmlhttps://gcc.gnu.org/onlinedocs/gcc/Environment-Variables.htmlWrite the whole file name after `-l`, as in `-llibssh2.so.1`The linker puts `lib` before and `.so` or `.a` after whatever follows `-l`, so it looks for `liblibssh2.so.1.so`.Add the folder of the headers with `-I`That folder is for the compiler, which has no complaint. The linker does not read `-I`.https://gcc.gnu.org/onlinedocs/gcc/Directory-Options.htmlInstall the development package of the library, on Debian `apt-get install libssh2-1-dev`Ask which package owns the file: `apt-file search libssh2.so` lists `libssh2-1-dev`. Run `apt-get install libssh2-1-dev`; it adds `/usr/lib/x86_64-linux-gnu/libssh2.so`, and the same link command works. On Fedora the name ends in `-devel`.the library comes from the distributionGive the folder of the library with `-L`For `lib/libparser.a` write `g++ main.cc -Llib -lparser -o app`; setting `LIBRARY_PATH=lib` does the same for every call. `g++ -print-search-dirs` lists the folders that are searched anyway.the library is outside the system foldersName the file itself, by its path or with `-l:`Write `g++ main.cc lib/libparser.a -o app`, or `g++ main.cc -Llib -l:libparser.a -o app` to have it searched for under exactly that name. This helps where the file does not follow the pattern of `lib` and `.a` or `.so`.the file has an unusual name\345\256\211\350\243\205\350\257\245\345\272\223\347\232\204\345\274\200\345\217\221\345\214\205\357\274\214\345\234\250 Debian \344\270\212\344\270\272 `apt-get install libs"
    "sh2-1-dev`\357\274\232\345\205\210\346\237\245\350\257\242\345\223\252\344\270\252\350\275\257\344\273\266\345\214\205\346\213\245\346\234\211\350\257\245\346\226\207\344\273\266\357\274\232`apt-file search libssh2.so` \344\274\232\345\210\227\345\207\272 `libssh2-1-dev`\343\200\202\350\277\220\350\241\214 `apt-get install libssh2-1-dev`\357\274\233\345\256\203\344\274\232\346\267\273\345\212\240 `/usr/lib/x86_64-linux-gnu/libssh2.so`\357\274\214\345\220\214\346\240\267\347\232\204\351\223\276\346\216\245\345\221\275\344\273\244\345\260\261\350\203\275\346\210\220\345\212\237\343\200\202\345\234\250 Fedora \344\270\212\345\220\215\347\247\260\344\273\245 `-devel` \347\273\223\345\260\276\343\200\202";
inline constexpr const char* strp3 =
    "\347\224\250 `-L` \347\273\231\345\207\272\350\257\245\345\272\223\346\211\200\345\234\250\347\232\204\347\233\256\345\275\225\357\274\232\345\257\271\344\272\216 `lib/libparser.a`\357\274\214\345\206\231\346\210\220 `g++ main.cc -Llib -lparser -o app`\357\274\233\350\256\276\347\275\256 `LIBRARY_PATH=lib` \345\210\231\345\257\271\346\257\217\346\254\241\350\260\203\347\224\250\351\203\275\346\234\211\345\220\214\346\240\267\347\232\204\346\225\210\346\236\234\343\200\202`g++ -print-search-dirs` \344\274\232\345\210\227\345\207\272\346\234\254\346\235\245\345\260\261\344\274\232\346\220\234\347\264\242\347\232\204\347\233\256\345\275\225\343\200\202\347\233\264\346\216\245\345\206\231\345\207\272\346\226\207\344\273\266\346\234\254\350\272\253\357\274\214\347\224\250\345\256\203\347\232\204\350\267\257\345\276\204\346\210\226\347\224\250 `-l:`\357\274\232\345\206\231\346\210\220 `g++ main.cc lib/libparser.a -o app`\357\274\214\346\210\226\345\206\231\346\210\220 `g++ main.cc -Llib -l:libparser.a -o app`\357\274\214\344\273\245\344\276\277\344\270\245\346\240\274\346\214\211\350\257\245\345\220\215\347\247\260\346\220\234\347\264\242\343\200\202\345\275\223\346\226\207\344\273\266\345\220\215\344\270\215\347\254\246\345\220\210 `lib` \345\212\240 `.a` \346\210\226 `.so` \347\232\204\350\247\204\345\210\231\346\227\266\357\274\214\350\277\231\347\247\215\345\206\231\346\263\225\346\234\211\347\224\250\343\200\202GNU Binutils >=2.382.38Since 2.38 the reason follows the name, such as `No such file or directory`; older versions end after it.GNU Binutils <2.38LLVM lldWrites `unable to find library` before the name.cpp/undefined-referenceThere every file was found and a symbol has no definition in any of them; here a whole library is not found.Apple's linker writes `ld: library 'ssh2' not found`, and before Xcode 15 `ld: library not found for -lssh2`.linkerlibrary/usr/bin/ld: cannot find -lssh2: No such file or directory\ncollect2: error: ld returned 1 exit status/usr/bin/ld.gold: error: cannot find -lparsrld.lld: error: unable to find library -lssh2/usr/bin/ld: cannot find missing.o: No such file or directory./app: error while loading shared libraries: libparser.so: cannot open shared object file: No such file or directorymain.cc:(.text+0x1a): undefined reference to `parse(char const*)'undefined reference to `parse(char const*)'undefined reference to ['`]|ld\\.lld: error: undefined symbol: \\SAn object file uses a function or variable, and no object file or library that the linker read defines it. The declaration was enough for the compiler. Usually the defining source file or library is not in the link command, or stands before its user; else the definition is missing, is a template in another source file, or was compiled as C.\345\257\271 `parse(char const*)' \346\234\252\345\256\232\344\271\211\347\232\204\345\274\225\347\224\250\346\237\220\344\270\252\347\233\256\346\240\207\346\226\207\344\273\266\344\275\277\347\224\250\344\272\206\344\270\200\344\270\252\345\207\275\346\225\260\346\210\226\345\217\230\351\207\217\357\274\214\350\200\214\351\223\276\346\216\245\345\231\250\350\257\273\345\205\245\347\232\204\347\233\256\346\240\207\346\226\207\344\273\266\345\222\214\345\272\223\344\270\255\346\262\241\346\234\211\344\270\200\344\270\252\345\256\232\344\271\211\344\272\206\345\256\203\343\200\202\345\257\271\347\274\226\350\257\221\345\231\250\346\235\245\350\257\264\357\274\214\346\234\211\345\243\260\346\230\216\345\260\261\345\244\237\344\272\206\343\200\202\351\200\232\345\270\270\346\230\257\345\256\232\344\271\211\345\256\203\347\232\204\346\272\220\346\226\207\344\273\266\346\210\226\345\272\223\344\270\215\345\234\250\351\223\276\346\216\245\345\221\275\344\273\244\344\270\255\357\274\214\346\210\226\350\200\205\346\216\222\345\234\250\344\275\277\347\224\250\350\200\205\344\271\213\345\211\215\357\274\233\345\220\246\345\210\231\345\260\261\346\230\257\347\274\272\345\260\221\345\256\232\344\271\211\357\274\214\346\210"
    "\226\345\256\232\344\271\211\346\230\257\345\217\246\344\270\200\344\270\252\346\272\220\346\226\207\344\273\266\344\270\255\347\232\204\346\250\241\346\235\277\357\274\214\346\210\226\346\230\257\346\214\211 C \350\257\255\350\250\200\347\274\226\350\257\221\347\232\204\343\200\202usage_errorsymbolshttps://gcc.gnu.org/onlinedocs/gcc/Link-Options.html-l libraryInclude the header again, or add more `-I` foldersThe header was found, or the compiler would have stopped first. It declares the function; the linker wants the code of it.Silence it with `-Wl,--unresolved-symbols=ignore-all`The linker writes a program that cannot run: here it stopped at start with `unexpected PLT reloc type 0x00`.Add the folder of the library with `-L` onlyThat says where to look for libraries, not which to read. Without a `-l` option none of them is read.Set `LD_LIBRARY_PATH` to the folder of the libraryIt is read by the loader when a program starts. The link command is not changed by it.Add the source file or object that defines the symbol to the link commandFind the definition with `nm -C parser.o`, which marks it with `T`, and link that object too: `g++ main.o parser.o -o app`. In CMake the source belongs into `add_executable` or into a library that is named in `target_link_libraries`.the definition is part of the projecthttps://sourceware.org/binutils/docs/binutils/nm.htmlhttps://cmake.org/cmake/help/latest/command/target_link_libraries.htmlName the library, and name it after the objects that use itWrite `g++ main.o -L. -lparser -o app` and not `g++ -L. -lparser main.o -o app`: from a static library the linker takes only what is wanted at that point. Where two libraries need one another, put both between `-Wl,--start-group` and `-Wl,--end-group`.the definition is in a libraryDeclare functions that were compiled as C with `extern \"C\"``nm parser.o` shows the plain name `parse` where C++ expects `_Z5parsePKc`. Put the declarations of the header between `extern \"C\" {` and `}`, inside `#ifdef __cplusplus`, and compile the C++ files again.the definition is in a C filehttps://isocpp.org/wiki/faq/mixing-c-and-cppMove a template's definition into the header, or instantiate it explicitlyA template that is defined in a source file is not compiled for the types that other files use. Move the definition into the header, or instantiate the template explicitly, once for each type that is used, at the end of the source file that defines it.the symbol is a templatehttps://gcc.gnu.org/onlinedocs/gcc/Template-Instantiation.htmlhttps://isocpp.org/wiki/faq/templates\346\212\212\345\256\232\344\271\211\350\257\245\347\254\246\345\217\267\347\232\204\346\272\220\346\226\207\344\273\266\346\210\226\347\233\256\346\240\207\346\226\207\344\273\266\345\212\240\345\205\245\351\223\276\346\216\245\345\221\275\344\273\244\357\274\232\347\224\250 `nm -C parser.o` \346\211\276\345\210\260\345\256\232\344\271\211\357\274\214\345\256\203\344\274\232\347\224\250 `T` \346\240\207\345\207\272\357\274\214\347\204\266\345\220\216\346\212\212\350\257\245\347\233\256\346\240\207\346\226\207\344\273\266\344\271\237\351\223\276\346\216\245\350\277\233\346\235\245\357\274\232`g++ main.o parser.o -o app`\343\200\202\345\234\250 CMake \344\270\255\357\274\214\346\272\220\346\226\207\344\273\266\345\272\224\345\206\231\350\277\233 `add_executable`\357\274\214\346\210\226\345\206\231\350\277\233 `target_link_libraries` \344\270\255\345\210\227\345\207\272\347\232\204\346\237\220\344\270\252\345\272\223\343\200\202\345\206\231\345\207\272\350\257\245\345\272\223\347\232\204\345\220\215\347\247\260\357\274\214\345\271\266\346\212\212\345\256\203\346\224\276\345\234\250\344\275\277\347\224\250\345\256\203\347\232\204\347\233\256\346\240\207\346\226\207\344\273\266\344\271\213\345\220\216\357\274\232\345\206\231\346\210\220 `g++ main.o -L. -lparser -o app`\357\274\214\350\200\214\344\270\215\346\230\257 `g++ -L. -lparser main.o -o app`\357\274\232\351\223\276\346\216\245\345\231\250\345\217\252\344"
    "\273\216\351\235\231\346\200\201\345\272\223\344\270\255\345\217\226\345\207\272\346\255\244\346\227\266\351\234\200\350\246\201\347\232\204\345\206\205\345\256\271\343\200\202\345\246\202\346\236\234\344\270\244\344\270\252\345\272\223\344\272\222\347\233\270\344\276\235\350\265\226\357\274\214\346\212\212\345\256\203\344\273\254\344\270\200\350\265\267\346\224\276\345\234\250 `-Wl,--start-group` \345\222\214 `-Wl,--end-group` \344\271\213\351\227\264\343\200\202\347\224\250 `extern \"C\"` \345\243\260\346\230\216\346\214\211 C \350\257\255\350\250\200\347\274\226\350\257\221\347\232\204\345\207\275\346\225\260\357\274\232`nm parser.o` \346\230\276\347\244\272\347\232\204\346\230\257\346\231\256\351\200\232\345\220\215\347\247\260 `parse`\357\274\214\350\200\214 C++ \346\234\237\346\234\233\347\232\204\346\230\257 `_Z5parsePKc`\343\200\202\346\212\212\345\244\264\346\226\207\344\273\266\344\270\255\347\232\204\345\243\260\346\230\216\346\224\276\345\234\250 `extern \"C\" {` \345\222\214 `}` \344\271\213\351\227\264\357\274\214\345\271\266\347\275\256\344\272\216 `#ifdef __cplusplus` \344\271\213\345\206\205\357\274\214\347\204\266\345\220\216\351\207\215\346\226\260\347\274\226\350\257\221 C++ \346\226\207\344\273\266\343\200\202\346\212\212\346\250\241\346\235\277\347\232\204\345\256\232\344\271\211\347\247\273\345\210\260\345\244\264\346\226\207\344\273\266\344\270\255\357\274\214\346\210\226\346\230\276\345\274\217\345\256\236\344\276\213\345\214\226\345\256\203\357\274\232\345\234\250\346\272\220\346\226\207\344\273\266\344\270\255\345\256\232\344\271\211\347\232\204\346\250\241\346\235\277\357\274\214\344\270\215\344\274\232\351\222\210\345\257\271\345\205\266\344\273\226\346\226\207\344\273\266\346\211\200\347\224\250\347\232\204\347\261\273\345\236\213\350\277\233\350\241\214\347\274\226\350\257\221\343\200\202\346\212\212\345\256\232\344\271\211\347\247\273\345\210\260\345\244\264\346\226\207\344\273\266\344\270\255\357\274\214\346\210\226\350\200\205\345\234\250\345\256\232\344\271\211\345\256\203\347\232\204\346\272\220\346\226\207\344\273\266\346\234\253\345\260\276\357\274\214\344\270\272\347\224\250\345\210\260\347\232\204\346\257\217\344\270\252\347\261\273\345\236\213\345\220\204\345\206\231\344\270\200\346\254\241\346\230\276\345\274\217\345\256\236\344\276\213\345\214\226\343\200\202GNU BinutilsWrites `undefined symbol:` and the places that use it, one on each line.There a library that is named with `-l` does not exist as a file; here all files were found and none defines the symbol.Apple's linker writes `Undefined symbols for architecture arm64:` and the name of the symbol on the next line.The linker of Visual Studio writes `error LNK2019: unresolved external symbol` for the same fault./usr/bin/ld: main.o: in function `main':\nmain.cc:(.text+0x1a): undefined reference to `parse(char const*)'\ncollect2: error: ld returned 1 exit statusmain.o:main.cc:function main: error: undefined reference to 'parse(char const*)'ld.lld: error: undefined symbol: parse(char const*)\n>>> referenced by main.cc\n>>>               main.o:(main)bm.cc:(.text+0xa): undefined reference to `int twice<int>(int)'./app: symbol lookup error: ./app: undefined symbol: _Z5parsePKc/usr/bin/ld: parser_old.o: in function `parse(char const*)':\nparser_old.cc:(.text+0x0): multiple definition of `parse(char const*)'; parser.o:parser.cc:(.text+0x0): first defined here\ncollect2: error: ld returned 1 exit status/usr/bin/ld: cannot find -lparsr: No such file or directorygit/merge-unrelated-historiesfatal: refusing to merge unrelated historiesrefusing to merge unrelated historiesThe two branches have no commit in common, so a three-way merge has no base. It happens when the project was started twice, with `git init` here and with a first commit on the server, or when a shallow clone does not reach back to the common ancestor.gitmerge_error\350\207\264\345\221\275\351\224\231\350\257\257\357\274\232\346\213\222\347\273\235\345\220\210\345\271\266\346\227"
    "\240\345\205\263\347\232\204\345\216\206\345\217\262\344\270\244\344\270\252\345\210\206\346\224\257\346\262\241\346\234\211\344\273\273\344\275\225\345\205\261\345\220\214\347\232\204\346\217\220\344\272\244\357\274\214\345\233\240\346\255\244\344\270\211\346\226\271\345\220\210\345\271\266\346\211\276\344\270\215\345\210\260\345\237\272\345\207\206\343\200\202\345\275\223\351\241\271\347\233\256\350\242\253\345\210\233\345\273\272\344\272\206\344\270\244\346\254\241\357\274\210\350\277\231\351\207\214\347\224\250 `git init`\357\274\214\346\234\215\345\212\241\345\231\250\344\270\212\345\217\210\346\234\211\344\270\200\344\270\252\345\210\235\345\247\213\346\217\220\344\272\244\357\274\211\357\274\214\346\210\226\350\200\205\346\265\205\345\205\213\351\232\206\347\232\204\346\267\261\345\272\246\344\270\215\350\266\263\344\273\245\350\277\275\346\272\257\345\210\260\345\205\261\345\220\214\347\245\226\345\205\210\346\227\266\357\274\214\345\260\261\344\274\232\345\217\221\347\224\237\350\277\231\347\247\215\346\203\205\345\206\265\343\200\202deliberate_safeguardmergehttps://git-scm.com/docs/git-merge--allow-unrelated-histories2016-06-13Fetch everything with `git fetch --all` and merge againThe objects are all there already; what is missing is a common ancestor, and fetching a complete repository once more does not make one.https://git-scm.com/docs/git-fetchChoose another strategy, such as `git merge -s ours` or `git pull -X theirs`The check comes before any strategy runs, so the same refusal is printed.Delete the `.git` folder, run `git init` again and push with `--force`";
inline constexpr const char* strp4 =
    "The remote history is replaced by a single new commit; tags, other branches and everybody's clones still hold the old one.the remote history mattershttps://git-scm.com/docs/git-pushJoin the two histories once with `--allow-unrelated-histories`Run `git pull --no-rebase --allow-unrelated-histories origin main`. Files that exist on both sides, usually `README.md` or `.gitignore`, come back as add/add conflicts: mend them, run `git add` on them and `git commit`. The option is needed this one time only.both histories are to be kepthttps://git-scm.com/docs/git-pullReplay the few local commits on the remote branch with `git rebase origin/main`Run `git fetch origin` and `git rebase origin/main`. A rebase needs no common ancestor; the local commits follow the remote ones in a straight line, and a plain `git push` is accepted afterwards.the local history is shorthttps://git-scm.com/docs/git-rebaseComplete a shallow clone with `git fetch --unshallow`Check with `git rev-parse --is-shallow-repository`. If it prints `true`, run `git fetch --unshallow` and merge again: with the full history the common ancestor is found and no option is needed. In a continuous-integration job, raise the depth of the checkout instead.the clone was made with `--depth`https://git-scm.com/docs/git-rev-parse\347\224\250 `--allow-unrelated-histories` \346\212\212\344\270\244\346\256\265\345\216\206\345\217\262\345\220\210\345\271\266\344\270\200\346\254\241\357\274\232\350\277\220\350\241\214 `git pull --no-rebase --allow-unrelated-histories origin main`\343\200\202\344\270\244\350\276\271\351\203\275\345\255\230\345\234\250\347\232\204\346\226\207\344\273\266\357\274\210\351\200\232\345\270\270\346\230\257 `README.md` \346\210\226 `.gitignore`\357\274\211\344\274\232\346\210\220\344\270\272 add/add \345\206\262\347\252\201\357\274\232\344\277\256\346\224\271\345\256\203\344\273\254\357\274\214\345\257\271\345\256\203\344\273\254\350\277\220\350\241\214 `git add`\357\274\214\345\206\215\350\277\220\350\241\214 `git commit`\343\200\202\350\257\245\351\200\211\351\241\271\345\217\252\351\234\200\344\275\277\347\224\250\350\277\231\344\270\200\346\254\241\343\200\202\347\224\250 `git rebase origin/main` \346\212\212\344\270\272\346\225\260\344\270\215\345\244\232\347\232\204\346\234\254\345\234\260\346\217\220\344\272\244\351\207\215\346\224\276\345\210\260\350\277\234\347\250\213\345\210\206\346\224\257\344\270\212\357\274\232\350\277\220\350\241\214 `git fetch origin` \345\222\214 `git rebase origin/main`\343\200\202\345\217\230\345\237\272\344\270\215\351\234\200\350\246\201\345\205\261\345\220\214\347\245\226\345\205\210\357\274\233\346\234\254\345\234\260\346\217\220\344\272\244\344\274\232\347\233\264\347\272\277\346\216\222\345\234\250\350\277\234\347\250\213\346\217\220\344\272\244\344\271\213\345\220\216\357\274\214\351\232\217\345\220\216\346\231\256\351\200\232\347\232\204 `git push` \345\215\263\345\217\257\350\242\253\346\216\245\345\217\227\343\200\202\347\224\250 `git fetch --unshallow` \350\241\245\345\205\250\346\265\205\345\205\213\351\232\206\357\274\232\347\224\250 `git rev-parse --is-shallow-repository` \346\243\200\346\237\245\343\200\202\345\246\202\346\236\234\350\276\223\345\207\272 `true`\357\274\214\350\277\220\350\241\214 `git fetch --unshallow` \347\204\266\345\220\216\351\207\215\346\226\260\345\220\210\345\271\266\357\274\232\346\234\211\344\272\206\345\256\214\346\225\264\345\216\206\345\217\262\345\260\261\350\203\275\346\211\276\345\210\260\345\205\261\345\220\214\347\245\226\345\205\210\357\274\214\344\270\215\351\234\200\350\246\201\344\273\273\344\275\225\351\200\211\351\241\271\343\200\202\345\234\250\346\214\201\347\273\255\351\233\206\346\210\220\344\273\273\345\212\241\344\270\255\357\274\214\345\210\231\345\272\224\345\242\236\345\244\247\346\243\200\345\207\272\347\232\204\346\267\261\345\272\246\343\200\202Git >=2.92.9.0Git 2.8 and older merged unrelated histories without asking.git/pull-divergent-branchesthe local repositor"
    "y was created with `git init` and the remote one with a first commit of its ownimmediateThere the branches do share an ancestor and only the choice between merge and rebase is missing; here there is no ancestor at all.shallow-clonefatal: Need to specify how to reconcile divergent branches.merge: origin/nope - not something we can mergeAuto-merging README.md\nCONFLICT (add/add): Merge conflict in README.md\nAutomatic merge failed; fix conflicts and then commit the result.need to specify how to reconcile (divergent branches|them)The local branch and its upstream each have commits that the other lacks, and Git has not been told whether to merge or to rebase: neither `pull.rebase` nor `pull.ff` is set and no option was given. Git stops rather than choosing for the user.\350\207\264\345\221\275\351\224\231\350\257\257\357\274\232\351\234\200\350\246\201\346\214\207\345\256\232\345\246\202\344\275\225\350\260\203\345\222\214\345\201\217\347\246\273\347\232\204\345\210\206\346\224\257\343\200\202\346\234\254\345\234\260\345\210\206\346\224\257\345\222\214\345\256\203\347\232\204\344\270\212\346\270\270\345\220\204\346\234\211\345\257\271\346\226\271\346\262\241\346\234\211\347\232\204\346\217\220\344\272\244\357\274\214\350\200\214 Git \346\262\241\346\234\211\350\242\253\345\221\212\347\237\245\345\272\224\345\275\223\345\220\210\345\271\266\350\277\230\346\230\257\345\217\230\345\237\272\357\274\232\346\227\242\346\262\241\346\234\211\350\256\276\347\275\256 `pull.rebase` \344\271\237\346\262\241\346\234\211\350\256\276\347\275\256 `pull.ff`\357\274\214\345\221\275\344\273\244\350\241\214\344\270\212\344\271\237\346\262\241\346\234\211\347\273\231\345\207\272\351\200\211\351\241\271\343\200\202Git \344\274\232\345\201\234\344\270\213\346\235\245\357\274\214\350\200\214\344\270\215\346\230\257\346\233\277\347\224\250\346\210\267\351\200\211\346\213\251\343\200\202misconfigurationpullDESCRIPTION2021-08-16Run `git fetch` and then `git pull` againFetching brings the remote commits, which is not what was missing; the two branches still differ and the question is still open.Set `git config pull.ff only`, the last of the three lines that the hint offersThat answers the question with a refusal: the branches have already diverged, so the pull ends with `fatal: Not possible to fast-forward, aborting.`there are local commitshttps://git-scm.com/docs/git-configDelete the clone and clone againThe new clone pulls without a question only because the local commits are gone; after the next pair of commits it is back.Choose for this one pull with `git pull --rebase` or `git pull --no-rebase`Run `git pull --rebase` to replay the local commits after the remote ones, which keeps the history straight, or `git pull --no-rebase` to join the two with a merge commit. Uncommitted changes have to be committed or stashed before a rebase.Set the strategy once with `git config --global pull.rebase true`, or `false` to mergeRun `git config --global pull.rebase true` if local commits are to be rebased, or give `false` instead of `true` if they are to be merged, and repeat `git pull`. Leave out `--global` to decide for one repository only.Give up unwanted local commits with `git reset --hard origin/main`Look at what would go with `git log origin/main..HEAD`. If nothing of it is needed, run `git fetch` and `git reset --hard origin/main`; uncommitted changes are lost as well. The commits can still be found in `git reflog` for a while.the local commits are not wantedhttps://git-scm.com/docs/git-resethttps://git-scm.com/docs/git-reflog\345\217\252\344\270\272\350\277\231\344\270\200\346\254\241\346\213\211\345\217\226\345\201\232\351\200\211\346\213\251\357\274\214\344\275\277\347\224\250 `git pull --rebase` \346\210\226 `git pull --no-rebase`\357\274\232\350\277\220\350\241\214 `git pull --rebase` \344\274\232\346\212\212\346\234\254\345\234\260\346\217\220\344\272\244\351\207\215\346\224\276\345\210\260\350\277\234\347\250\213\346\217\220\344\272\244\344\271\213\345\220"
    "\216\357\274\214\344\275\277\345\216\206\345\217\262\344\277\235\346\214\201\347\233\264\347\272\277\357\274\233\350\277\220\350\241\214 `git pull --no-rebase` \345\210\231\347\224\250\344\270\200\344\270\252\345\220\210\345\271\266\346\217\220\344\272\244\346\212\212\344\270\244\350\200\205\350\277\236\346\216\245\350\265\267\346\235\245\343\200\202\345\217\230\345\237\272\344\271\213\345\211\215\357\274\214\345\277\205\351\241\273\345\205\210\346\217\220\344\272\244\346\210\226\350\264\256\350\227\217\346\234\252\346\217\220\344\272\244\347\232\204\346\224\271\345\212\250\343\200\202\347\224\250 `git config --global pull.rebase true` \344\270\200\346\254\241\346\200\247\350\256\276\345\256\232\347\255\226\347\225\245\357\274\214\350\213\245\350\246\201\345\220\210\345\271\266\345\210\231\347\224\250 `false`\357\274\232\345\246\202\346\236\234\346\234\254\345\234\260\346\217\220\344\272\244\345\272\224\345\275\223\345\217\230\345\237\272\357\274\214\350\277\220\350\241\214 `git config --global pull.rebase true`\357\274\233\345\246\202\346\236\234\345\272\224\345\275\223\345\220\210\345\271\266\357\274\214\346\212\212 `true` \346\215\242\346\210\220 `false`\357\274\233\347\204\266\345\220\216\351\207\215\346\226\260\350\277\220\350\241\214 `git pull`\343\200\202\345\216\273\346\216\211 `--global` \345\210\231\345\217\252\345\257\271\344\270\200\344\270\252\344\273\223\345\272\223\347\224\237\346\225\210\343\200\202\347\224\250 `git reset --hard origin/main` \346\224\276\345\274\203\344\270\215\346\203\263\350\246\201\347\232\204\346\234\254\345\234\260\346\217\220\344\272\244\357\274\232\345\205\210\347\224\250 `git log origin/main..HEAD` \346\237\245\347\234\213\344\274\232\344\270\242\346\216\211\344\273\200\344\271\210\343\200\202\345\246\202\346\236\234\351\203\275\344\270\215\351\234\200\350\246\201\357\274\214\350\277\220\350\241\214 `git fetch` \345\222\214 `git reset --hard origin/main`\357\274\233\346\234\252\346\217\220\344\272\244\347\232\204\346\224\271\345\212\250\344\271\237\344\274\232\344\270\242\345\244\261\343\200\202\344\270\200\346\256\265\346\227\266\351\227\264\345\206\205\344\273\215\345\217\257\345\234\250 `git reflog` \344\270\255\346\211\276\345\210\260\350\277\231\344\272\233\346\217\220\344\272\244\343\200\202Git >=2.332.33.0Git 2.27 to 2.32 only warned and then merged.git/push-rejected-non-fast-forward`git pull` is run next and no strategy is configuredHere the branches have a common ancestor and Git only asks how to join them; there they have none and Git refuses to join them.rebasehint: You have divergent branches and need to specify how to reconcile them.fatal: Not possible to fast-forward, aborting.error: cannot pull with rebase: You have unstaged changes.\nerror: please commit or stash them.! [rejected] main -> main (non-fast-forward)\\[rejected\\][^\\n]*\\((non-fast-forward|fetch first)\\)|Updates were rejected because the (remote contains work|tip of your current branch is behind)The remote branch has commits that the pushed branch does not contain, so moving it to the pushed commit would drop them. Git says `fetch first` when those commits are unknown locally and `non-fast-forward` when they have been fetched but not integrated, or when local commits were rewritten after they had been pushed.conflict_error! [\345\267\262\346\213\222\347\273\235] main -> main\357\274\210\351\235\236\345\277\253\350\277\233\357\274\211\350\277\234\347\250\213\345\210\206\346\224\257\344\270\212\346\234\211\345\276\205\346\216\250\351\200\201\345\210\206\346\224\257\346\211\200\346\262\241\346\234\211\347\232\204\346\217\220\344\272\244\357\274\214\345\246\202\346\236\234\346\212\212\345\256\203\347\247\273\345\210\260\346\211\200\346\216\250\351\200\201\347\232\204\346\217\220\344\272\244\357\274\214\350\277\231\344\272\233\346\217\220\344\272\244\345\260\261\344\274\232\344\270\242\345\244\261\343\200\202\345\275\223\346\234\254\345\234\260\350\277\230\344\270\215\347\237\245\351\201\223\350\277\231\344\272\233"
    "\346\217\220\344\272\244\346\227\266\357\274\214Git \346\230\276\347\244\272 `fetch first`\357\274\233\345\275\223\345\256\203\344\273\254\345\267\262\350\242\253\345\217\226\345\233\236\344\275\206\345\260\232\346\234\252\346\225\264\345\220\210\357\274\214\346\210\226\346\234\254\345\234\260\346\217\220\344\272\244\345\234\250\346\216\250\351\200\201\344\271\213\345\220\216\345\217\210\350\242\253\346\224\271\345\206\231\346\227\266\357\274\214\345\210\231\346\230\276\347\244\272 `non-fast-forward`\343\200\202concurrent_changepushhttps://git-scm.com/docs/git-push#_note_about_fast_forwardsNote about fast-forwards2013-03-13Run `git push` again, or commit once more and push thatNothing has changed about the commits that the remote has and the branch lacks; every further push is refused for the same reason.Overwrite the remote branch with `git push --force`The push goes through, and the commits of the others vanish from the branch. They push them again, or the work is lost; a protected branch refuses the push outright.others push to the same branchhttps://docs.github.com/en/get-started/using-git/dealing-with-non-fast-forward-errorsRun `git pull --ff-only` to catch up firstWith a commit of one's own on top there is nothing to fast-forward to, and Git stops with `fatal: Not possible to fast-forward, aborting.`";
inline constexpr const char* strp5 =
    "the local branch has commits of its ownPut the local commits on top of the remote branch with `git pull --rebase`, then pushRun `git pull --rebase`, which fetches the missing commits and replays yours after them. Where a commit conflicts, mend the files, run `git add` on them and `git rebase --continue`. Then `git push` is a fast-forward and is accepted.the local commits have not been published yetMerge the remote branch with `git pull --no-rebase`, then pushRun `git pull --no-rebase`; the merge commit has both histories as parents, so `git push` no longer drops anything. It keeps the published commits as they are, at the price of a merge commit.the local commits are already known to othersAfter amending or rebasing commits that only you have pushed, replace them with `git push --force-with-lease`Run `git push --force-with-lease` without fetching before it. It replaces the remote branch only while that branch is still where you last saw it; if somebody has pushed meanwhile, it refuses with `stale info` and nothing is lost.the branch is yours alone\345\205\210\347\224\250 `git pull --rebase` \346\212\212\346\234\254\345\234\260\346\217\220\344\272\244\346\224\276\345\210\260\350\277\234\347\250\213\345\210\206\346\224\257\344\271\213\344\270\212\357\274\214\347\204\266\345\220\216\345\206\215\346\216\250\351\200\201\357\274\232\350\277\220\350\241\214 `git pull --rebase`\357\274\214\345\256\203\344\274\232\345\217\226\345\233\236\347\274\272\345\260\221\347\232\204\346\217\220\344\272\244\357\274\214\345\271\266\345\234\250\345\205\266\345\220\216\351\207\215\346\224\276\344\275\240\347\232\204\346\217\220\344\272\244\343\200\202\345\246\202\346\236\234\346\237\220\344\270\252\346\217\220\344\272\244\346\234\211\345\206\262\347\252\201\357\274\214\344\277\256\346\224\271\347\233\270\345\272\224\346\226\207\344\273\266\357\274\214\345\257\271\345\256\203\344\273\254\350\277\220\350\241\214 `git add`\357\274\214\345\206\215\350\277\220\350\241\214 `git rebase --continue`\343\200\202\344\271\213\345\220\216 `git push` \345\260\261\346\230\257\345\277\253\350\277\233\346\216\250\351\200\201\357\274\214\344\274\232\350\242\253\346\216\245\345\217\227\343\200\202\345\205\210\347\224\250 `git pull --no-rebase` \345\220\210\345\271\266\350\277\234\347\250\213\345\210\206\346\224\257\357\274\214\347\204\266\345\220\216\345\206\215\346\216\250\351\200\201\357\274\232\350\277\220\350\241\214 `git pull --no-rebase`\357\274\233\345\220\210\345\271\266\346\217\220\344\272\244\344\273\245\344\270\244\346\256\265\345\216\206\345\217\262\344\270\272\347\210\266\346\217\220\344\272\244\357\274\214\346\211\200\344\273\245 `git push` \344\270\215\344\274\232\345\206\215\344\270\242\346\216\211\344\273\273\344\275\225\344\270\234\350\245\277\343\200\202\345\267\262\345\217\221\345\270\203\347\232\204\346\217\220\344\272\244\344\277\235\346\214\201\345\216\237\346\240\267\357\274\214\344\273\243\344\273\267\346\230\257\345\244\232\345\207\272\344\270\200\344\270\252\345\220\210\345\271\266\346\217\220\344\272\244\343\200\202\345\246\202\346\236\234\345\217\252\346\230\257\344\277\256\350\241\245\346\210\226\345\217\230\345\237\272\344\272\206\344\273\205\347\224\261\344\275\240\350\207\252\345\267\261\346\216\250\351\200\201\350\277\207\347\232\204\346\217\220\344\272\244\357\274\214\347\224\250 `git push --force-with-lease` \346\233\277\346\215\242\345\256\203\344\273\254\357\274\232\350\277\220\350\241\214 `git push --force-with-lease`\357\274\214\344\271\213\345\211\215\344\270\215\350\246\201\345\205\210\345\217\226\345\233\236\343\200\202\345\217\252\346\234\211\345\275\223\350\277\234\347\250\213\345\210\206\346\224\257\344\273\215\345\201\234\345\234\250\344\275\240\344\270\212\346\254\241\347\234\213\345\210\260\347\232\204\344\275\215\347\275\256\346\227\266\357\274\214\345\256\203\346\211\215\344\274\232\346\233\277\346\215\242\350\257\245\345\210\206\346\224\257\357\274\233\345\246\202\346\236\234\346\234\237\351\227\264\346\234\211\344\272"
    "\272\346\216\250\351\200\201\350\277\207\357\274\214\345\256\203\344\274\232\344\273\245 `stale info` \346\213\222\347\273\235\357\274\214\344\270\215\344\274\232\344\270\242\345\244\261\344\273\273\344\275\225\345\206\205\345\256\271\343\200\202Git >=1.8.2Since 1.8.2 commits that are unknown locally are reported as `fetch first`; before, every such push was reported as `non-fast-forward`.remoteTo /home/dev/git/app.git\n ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to '/home/dev/git/app.git'To /home/dev/git/app.git\n ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs to '/home/dev/git/app.git'hint: Updates were rejected because the remote contains work that you dohint: Updates were rejected because the tip of your current branch is behindTo /home/dev/git/app.git\n ! [rejected]        v1 -> v1 (already exists)\nerror: failed to push some refs to '/home/dev/git/app.git'To /home/dev/git/app.git\n ! [rejected]        main -> main (stale info)\nerror: failed to push some refs to '/home/dev/git/app.git'To /home/dev/git/app.git\n ! [remote rejected] main -> main (pre-receive hook declined)\nerror: failed to push some refs to '/home/dev/git/app.git'node/listen-address-in-useError: listen EADDRINUSE: address already in use :::3000listen EADDRINUSEAnother socket listens on the same port already, so the kernel refuses the second one. Mostly it is an earlier instance of the same server that still runs in another terminal, in the background or suspended; else a different program, or the same program calling `listen` twice.nodeport_errorEADDRINUSEError: listen EADDRINUSE: \345\234\260\345\235\200\345\267\262\350\242\253\345\215\240\347\224\250 :::3000\345\267\262\346\234\211\345\217\246\344\270\200\344\270\252\345\245\227\346\216\245\345\255\227\345\234\250\347\233\221\345\220\254\345\220\214\344\270\200\347\253\257\345\217\243\357\274\214\345\233\240\346\255\244\345\206\205\346\240\270\346\213\222\347\273\235\347\254\254\344\272\214\344\270\252\343\200\202\345\244\232\346\225\260\346\203\205\345\206\265\344\270\213\346\230\257\345\220\214\344\270\200\346\234\215\345\212\241\345\231\250\347\232\204\345\205\210\345\211\215\345\256\236\344\276\213\344\273\215\345\234\250\345\217\246\344\270\200\344\270\252\347\273\210\347\253\257\344\270\255\343\200\201\345\234\250\345\220\216\345\217\260\346\210\226\345\234\250\346\214\202\350\265\267\347\212\266\346\200\201\344\270\213\350\277\220\350\241\214\357\274\233\345\220\246\345\210\231\345\260\261\346\230\257\345\210\253\347\232\204\347\250\213\345\272\217\357\274\214\346\210\226\350\200\205\345\220\214\344\270\200\347\250\213\345\272\217\350\260\203\347\224\250\344\272\206\344\270\244\346\254\241 `listen`\343\200\202resource_in_uselistenhttps://nodejs.org/api/errors.html#common-system-errorsCommon system errors2012-02-06Start the server againThe port is held by the process that has it, and stays so until that process ends; the next start fails in the same way.https://man7.org/linux/man-pages/man2/bind.2.htmlLeave the old server with Ctrl+Z before starting the new oneCtrl+Z suspends the process and does not end it. It keeps its socket, and the port stays taken.Listen on `127.0.0.1` or `0.0.0.0` insteadA server on all addresses occupies the port on each single one of them, so a narrower address collides as well.the other server listens on all addresseshttps://nodejs.org/api/net.htmlCatch the `error` event and carry onThe message is gone, and so is the service: this process listens nowhere, and requests still reach the old one.Find the process that holds the port and stop itRun `ss -ltnp 'sport = :3000'`, or `lsof -i :3000`, and read the number of the process, for example `pid=8610`. Make sure that it is the old server and stop it with `kill 8610`; only if it does not react, use `kill -9 8610`. Then start the new one.the other process is not neededhttps://man7.org/linux/man-pages/man8/ss.8.htmlhttps://man7.org/linux/man-pages/man1/k"
    "ill.1.htmlTake the port from the environment and give each server its ownWrite `server.listen(Number(process.env.PORT \?\? 3000))` and start the second server with `PORT=3001 node server.js`. With port 0 the system chooses a free port, which `server.address().port` tells; this suits tests.both servers are to runhttps://nodejs.org/api/process.htmlClose the server when the process is told to stopAdd `process.on('SIGTERM', () => server.close())`, so that a supervisor or a development tool that restarts the server frees the port first. Idle connections of clients can be ended with `server.closeIdleConnections()` in Node.js 18.2 and newer.restarts are automatic and overlaphttps://nodejs.org/api/http.html\346\211\276\345\210\260\345\215\240\347\224\250\347\253\257\345\217\243\347\232\204\350\277\233\347\250\213\345\271\266\345\201\234\346\255\242\345\256\203\357\274\232\350\277\220\350\241\214 `ss -ltnp 'sport = :3000'` \346\210\226 `lsof -i :3000`\357\274\214\350\257\273\345\207\272\350\277\233\347\250\213\345\217\267\357\274\214\344\276\213\345\246\202 `pid=8610`\343\200\202\347\241\256\350\256\244\345\256\203\346\230\257\346\227\247\347\232\204\346\234\215\345\212\241\345\231\250\344\271\213\345\220\216\357\274\214\347\224\250 `kill 8610` \345\201\234\346\255\242\345\256\203\357\274\233\345\217\252\346\234\211\345\234\250\345\256\203\346\262\241\346\234\211\345\217\215\345\272\224\346\227\266\346\211\215\344\275\277\347\224\250 `kill -9 8610`\343\200\202\347\204\266\345\220\216\345\220\257\345\212\250\346\226\260\347\232\204\346\234\215\345\212\241\345\231\250\343\200\202\344\273\216\347\216\257\345\242\203\345\217\230\351\207\217\344\270\255\345\217\226\345\276\227\347\253\257\345\217\243\357\274\214\345\271\266\347\273\231\346\257\217\344\270\252\346\234\215\345\212\241\345\231\250\344\270\200\344\270\252\345\215\225\347\213\254\347\232\204\347\253\257\345\217\243\357\274\232\345\206\231\346\210\220 `server.listen(Number(process.env.PORT \?\? 3000))`\357\274\214\345\271\266\347\224\250 `PORT=3001 node server.js` \345\220\257\345\212\250\347\254\254\344\272\214\344\270\252\346\234\215\345\212\241\345\231\250\343\200\202\345\246\202\346\236\234\347\253\257\345\217\243\344\270\272 0\357\274\214\347\263\273\347\273\237\344\274\232\351\200\211\346\213\251\344\270\200\344\270\252\347\251\272\351\227\262\347\253\257\345\217\243\357\274\214\345\217\257\347\224\261 `server.address().port` \345\276\227\347\237\245\357\274\233\350\277\231\351\200\202\345\220\210\347\224\250\344\272\216\346\265\213\350\257\225\343\200\202\345\234\250\350\277\233\347\250\213\350\242\253\350\246\201\346\261\202\345\201\234\346\255\242\346\227\266\345\205\263\351\227\255\346\234\215\345\212\241\345\231\250\357\274\232\345\212\240\344\270\212 `process.on('SIGTERM', () => server.close())`\357\274\214\350\277\231\346\240\267\350\264\237\350\264\243\351\207\215\345\220\257\346\234\215\345\212\241\345\231\250\347\232\204\347\233\221\347\256\241\347\250\213\345\272\217\346\210\226\345\274\200\345\217\221\345\267\245\345\205\267\344\274\232\345\205\210\351\207\212\346\224\276\347\253\257\345\217\243\343\200\202\345\234\250 Node.js 18.2 \345\217\212\346\233\264\346\226\260\347\211\210\346\234\254\344\270\255\357\274\214\345\217\257\344\273\245\347\224\250 `server.closeIdleConnections()` \347\273\223\346\235\237\345\256\242\346\210\267\347\253\257\347\232\204\347\251\272\351\227\262\350\277\236\346\216\245\343\200\202Node.js >=12The words after the code were added between Node.js 8 and 12; before, the address followed `listen EADDRINUSE` directly.Node.js <12Since macOS 12 the AirPlay Receiver holds ports 5000 and 7000; it can be switched off in the system settings.`netstat -ano` lists ports with the number of the process, and `taskkill /PID 8610 /F` ends it.portserverError: listen EADDRINUSE: address already in use 127.0.0.1:3000\n    at Server.setupListenHandle [as _listen2] (node:net:1908:16)\n    at listenInCluster (node:net:1965:12)listen EADDRINUSE: address alrea"
    "dy in use :::3000 EADDRINUSEError: listen EACCES: permission denied 0.0.0.0:80Error: listen EADDRNOTAVAIL: address not available 192.0.2.1:3000Error [ERR_SERVER_ALREADY_LISTEN]: Listen method has been called more than once without closing.postgresql/peer-authentication-failedFATAL: Peer authentication failed for user \"postgres\"Peer authentication failed for userThe connection goes through the local socket, and the line of `pg_hba.conf` that applies says `peer`: the server asks the kernel for the operating-system user of the client and lets it in only as the database role of the same name. A role of another name was asked for, so a password is never looked at.postgresql\350\207\264\345\221\275\351\224\231\350\257\257\357\274\232\347\224\250\346\210\267 \"postgres\" \347\232\204 Peer \350\256\244\350\257\201\345\244\261\350\264\245\350\277\236\346\216\245\347\273\217\347\224\261\346\234\254\345\234\260\345\245\227\346\216\245\345\255\227\357\274\214\350\200\214 `pg_hba.conf` \344\270\255\351\200\202\347\224\250\347\232\204\351\202\243\344\270\200\350\241\214\345\206\231\347\232\204\346\230\257 `peer`\357\274\232\346\234\215\345\212\241\345\231\250\345\220\221\345\206\205\346\240\270\350\257\242\351\227\256\345\256\242\346\210\267\347\253\257\347\232\204\346\223\215\344\275\234\347\263\273\347\273\237\347\224\250\346\210\267\357\274\214\345\271\266\344\270\224\345\217\252\345\205\201\350\256\270\345\256\203\344\273\245\345\220\214\345\220\215\347\232\204\346\225\260\346\215\256\345\272\223\350\247\222\350\211\262\347\231\273\345\275\225\343\200\202\347\224\261\344\272\216\350\257\267\346\261\202\347\232\204\346\230\257\345\217\246\344\270\200\344\270\252\345\220\215\347\247\260\347\232\204\350\247\222\350\211\262\357\274\214\346\234\215\345\212\241\345\231\250\346\240\271\346\234\254\344\270\215\344\274\232\346\237\245\347\234\213\345\257\206\347\240\201\343\200\202pg-hbahttps://www.postgresql.org/docs/current/auth-peer.html";
inline constexpr const char* strp6 =
    "Peer Authentication2011-09-12Set or change the role's password with `ALTER ROLE`, or pass it in `PGPASSWORD`The method `peer` compares names and ignores passwords, so a right one helps as little as a wrong one.Force the question for a password with `psql -W`The password is asked for, and then not used: the server does not request it.Edit `pg_hba.conf` and connect at onceThe running server keeps the rules that it has read. They change only after a reload.the server is not reloadedhttps://www.postgresql.org/docs/current/auth-pg-hba-conf.htmlRun the client as the operating-system user of that name, with `sudo -u postgres psql`For the administrator's role run `sudo -u postgres psql`, or as root `runuser -u postgres -- psql`. The names then agree and no password is needed. It is the usual way for everything that creates roles and databases.one may become that userhttps://www.postgresql.org/docs/current/client-authentication-problems.htmlConnect over TCP with `-h localhost` and a passwordRun `psql -h localhost -U app shop`, or use `postgresql://app@localhost/shop` as the address. A `host` line applies then, which in most installations asks for a password; the role needs one, set with `\\password app`.the role has a passwordhttps://www.postgresql.org/docs/current/libpq-connect.htmlCreate a role with the name of the operating-system userRun `sudo -u postgres createuser --createdb dev` and, as the user `dev`, `createdb dev`. From then on plain `psql` logs in as `dev` without a password.any role will dohttps://www.postgresql.org/docs/current/app-createuser.htmlChange the rule in `pg_hba.conf` to `scram-sha-256`, or add a user name mapPut `local all app scram-sha-256` above the line with `peer`, or keep `peer` and write `local all app peer map=devs` with the line `devs dev app` in `pg_ident.conf`. The first line that fits decides. Then run `SELECT pg_reload_conf();` as the administrator.one administers the serverhttps://www.postgresql.org/docs/current/auth-username-maps.html\344\273\245\345\220\214\345\220\215\347\232\204\346\223\215\344\275\234\347\263\273\347\273\237\347\224\250\346\210\267\350\277\220\350\241\214\345\256\242\346\210\267\347\253\257\357\274\214\344\275\277\347\224\250 `sudo -u postgres psql`\357\274\232\345\257\271\344\272\216\347\256\241\347\220\206\345\221\230\350\247\222\350\211\262\357\274\214\350\277\220\350\241\214 `sudo -u postgres psql`\357\274\214\346\210\226\344\273\245 root \350\272\253\344\273\275\350\277\220\350\241\214 `runuser -u postgres -- psql`\343\200\202\350\277\231\346\240\267\345\220\215\347\247\260\344\270\200\350\207\264\357\274\214\344\271\237\345\260\261\344\270\215\351\234\200\350\246\201\345\257\206\347\240\201\343\200\202\345\210\233\345\273\272\350\247\222\350\211\262\345\222\214\346\225\260\346\215\256\345\272\223\347\232\204\345\220\204\347\247\215\346\223\215\344\275\234\351\200\232\345\270\270\351\203\275\350\277\231\346\240\267\350\277\233\350\241\214\343\200\202\347\224\250 `-h localhost` \345\222\214\345\257\206\347\240\201\351\200\232\350\277\207 TCP \350\277\236\346\216\245\357\274\232\350\277\220\350\241\214 `psql -h localhost -U app shop`\357\274\214\346\210\226\350\200\205\347\224\250 `postgresql://app@localhost/shop` \344\275\234\344\270\272\345\234\260\345\235\200\343\200\202\350\277\231\346\227\266\351\200\202\347\224\250\347\232\204\346\230\257 `host` \350\241\214\357\274\214\345\234\250\345\244\232\346\225\260\345\256\211\350\243\205\344\270\255\345\256\203\350\246\201\346\261\202\345\257\206\347\240\201\357\274\233\350\257\245\350\247\222\350\211\262\345\277\205\351\241\273\346\234\211\345\257\206\347\240\201\357\274\214\345\217\257\347\224\250 `\\password app` \350\256\276\347\275\256\343\200\202\345\210\233\345\273\272\344\270\200\344\270\252\344\270\216\346\223\215\344\275\234\347\263\273\347\273\237\347\224\250\346\210\267\345\220\214\345\220\215\347\232\204\350\247\222\350\211\262\357\274\232\350\277\220\350\241\214 `sudo -u postgres createuser --createdb dev`\357\274"
    "\214\345\271\266\344\273\245\347\224\250\346\210\267 `dev` \347\232\204\350\272\253\344\273\275\350\277\220\350\241\214 `createdb dev`\343\200\202\346\255\244\345\220\216\347\233\264\346\216\245\350\277\220\350\241\214 `psql` \345\260\261\344\274\232\344\273\245 `dev` \347\231\273\345\275\225\357\274\214\346\227\240\351\234\200\345\257\206\347\240\201\343\200\202\346\212\212 `pg_hba.conf` \344\270\255\347\232\204\350\247\204\345\210\231\346\224\271\344\270\272 `scram-sha-256`\357\274\214\346\210\226\346\267\273\345\212\240\347\224\250\346\210\267\345\220\215\346\230\240\345\260\204\357\274\232\346\212\212 `local all app scram-sha-256` \346\224\276\345\234\250\345\270\246\346\234\211 `peer` \347\232\204\350\241\214\344\271\213\345\211\215\357\274\214\346\210\226\350\200\205\344\277\235\347\225\231 `peer` \345\271\266\345\206\231\344\270\212 `local all app peer map=devs`\357\274\214\345\220\214\346\227\266\345\234\250 `pg_ident.conf` \344\270\255\345\206\231\344\270\212 `devs dev app` \350\277\231\344\270\200\350\241\214\343\200\202\347\224\261\347\254\254\344\270\200\346\235\241\347\254\246\345\220\210\347\232\204\350\241\214\345\206\263\345\256\232\343\200\202\347\204\266\345\220\216\344\273\245\347\256\241\347\220\206\345\221\230\350\272\253\344\273\275\350\277\220\350\241\214 `SELECT pg_reload_conf();`\343\200\202PostgreSQL >=9.19.1Before 9.1 the method was called `ident` for local connections too, and so was the message.The method `peer` is not available on Windows, so the error does not occur there.psqlloginpsql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  Peer authentication failed for user \"postgres\"createdb: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  Peer authentication failed for user \"postgres\"2026-11-22 11:17:24.968 UTC [8493] FATAL:  Peer authentication failed for user \"postgres\"psql: error: connection to server at \"localhost\" (127.0.0.1), port 5432 failed: FATAL:  password authentication failed for user \"app\"psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  role \"dev\" does not existpsql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  no pg_hba.conf entry for host \"[local]\", user \"app\", database \"shop\", no encryptionerror: externally-managed-environmenterror: externally-managed-environment|This environment is externally managedThe interpreter belongs to the operating system's package manager, which says so with a file named `EXTERNALLY-MANAGED` beside the standard library. `pip` then refuses to install outside of a virtual environment, because overwriting the system's own modules can break programs of the system.pythoninstallation_errorexternally-managed-environment\351\224\231\350\257\257\357\274\232externally-managed-environment\357\274\210\345\244\226\351\203\250\347\256\241\347\220\206\347\232\204\347\216\257\345\242\203\357\274\211\350\277\231\344\270\252\350\247\243\351\207\212\345\231\250\345\261\236\344\272\216\346\223\215\344\275\234\347\263\273\347\273\237\347\232\204\350\275\257\344\273\266\345\214\205\347\256\241\347\220\206\345\231\250\357\274\214\345\256\203\351\200\232\350\277\207\346\240\207\345\207\206\345\272\223\346\227\201\350\276\271\344\270\200\344\270\252\345\220\215\344\270\272 `EXTERNALLY-MANAGED` \347\232\204\346\226\207\344\273\266\346\235\245\345\243\260\346\230\216\350\277\231\344\270\200\347\202\271\343\200\202\344\272\216\346\230\257 `pip` \346\213\222\347\273\235\345\234\250\350\231\232\346\213\237\347\216\257\345\242\203\344\271\213\345\244\226\345\256\211\350\243\205\357\274\214\345\233\240\344\270\272\350\246\206\347\233\226\347\263\273\347\273\237\350\207\252\345\267\261\347\232\204\346\250\241\345\235\227\345\217\257\350\203\275\344\274\232\347\240\264\345\235\217\347\263\273\347\273\237\344\270\255\347\232\204\347\250\213\345\272\217\343\200\202piphttps://packaging.python.or"
    "g/en/latest/specifications/externally-managed-environments/Marking an interpreter as using an external package manager2023-01-30Run the same command as rootThe marker counts for every user. Root gets the same refusal.Add `--user`The folder of the user is on the search path of the system's programs too, so the specification covers it and `pip` refuses again.https://peps.python.org/pep-0668/Upgrade `pip` with `pip install --upgrade pip`That is an installation into the same environment and is refused in the same words.Call another name of it, such as `pip3.11` or `python3 -m pip`Every name leads to the same interpreter, and the marker belongs to the interpreter.Install into a virtual environment made with `python3 -m venv .venv`In the folder of the project run `python3 -m venv .venv` and then `.venv/bin/pip install requests`; start the program with `.venv/bin/python`. On Debian and Ubuntu the package `python3-venv` has to be installed for this.a library is needed for a projecthttps://docs.python.org/3/library/venv.htmlhttps://packaging.python.org/en/latest/guides/installing-using-pip-and-virtual-environments/Install the distribution's own package, such as `apt-get install python3-requests`Search with `apt-cache search python3-requests` and run `apt-get install python3-requests`. The version is the one of the release, and updates come with those of the system.the distribution has the module and its version will dohttps://wiki.debian.org/PythonInstall a command-line program with `pipx install pycowsay`Run `apt-get install pipx`, then `pipx ensurepath` and `pipx install pycowsay`. Each program gets a virtual environment of its own, and its command is put into `~/.local/bin`.a program rather than a library is wantedhttps://pipx.pypa.io/stable/In a container that is thrown away, pass `--break-system-packages`Write `pip install --break-system-packages pycowsay`, or set the environment variable `PIP_BREAK_SYSTEM_PACKAGES=1`. Nothing else runs on that Python, so the damage that the marker guards against does not matter; on a machine that lives longer it does.the environment is disposablehttps://pip.pypa.io/en/stable/cli/pip_install/\345\256\211\350\243\205\345\210\260\347\224\250 `python3 -m venv .venv` \345\273\272\347\253\213\347\232\204\350\231\232\346\213\237\347\216\257\345\242\203\344\270\255\357\274\232\345\234\250\351\241\271\347\233\256\347\233\256\345\275\225\344\270\255\350\277\220\350\241\214 `python3 -m venv .venv`\357\274\214\347\204\266\345\220\216\350\277\220\350\241\214 `.venv/bin/pip install requests`\357\274\233\347\224\250 `.venv/bin/python` \345\220\257\345\212\250\347\250\213\345\272\217\343\200\202\345\234\250 Debian \345\222\214 Ubuntu \344\270\212\357\274\214\344\270\272\346\255\244\345\277\205\351\241\273\345\256\211\350\243\205\350\275\257\344\273\266\345\214\205 `python3-venv`\343\200\202\345\256\211\350\243\205\345\217\221\350\241\214\347\211\210\350\207\252\345\267\261\347\232\204\350\275\257\344\273\266\345\214\205\357\274\214\344\276\213\345\246\202 `apt-get install python3-requests`\357\274\232\347\224\250 `apt-cache search python3-requests` \346\220\234\347\264\242\357\274\214\347\204\266\345\220\216\350\277\220\350\241\214 `apt-get install python3-requests`\343\200\202\347\211\210\346\234\254\345\260\261\346\230\257\350\257\245\345\217\221\350\241\214\347\211\210\347\232\204\347\211\210\346\234\254\357\274\214\346\233\264\346\226\260\344\271\237\351\232\217\347\263\273\347\273\237\344\270\200\350\265\267\350\277\233\350\241\214\343\200\202\347\224\250 `pipx install pycowsay` \345\256\211\350\243\205\345\221\275\344\273\244\350\241\214\347\250\213\345\272\217\357\274\232\350\277\220\350\241\214 `apt-get install pipx`\357\274\214\347\204\266\345\220\216\350\277\220\350\241\214 `pipx ensurepath` \345\222\214 `pipx install pycowsay`\343\200\202\346\257\217\344\270\252\347\250\213\345\272\217\351\203\275\346\234\211\350\207\252\345\267\261\347\232\204\350\231\232\346\213\237\347\216\257\345\242\203\357\274\214"
    "\345\205\266\345\221\275\344\273\244\346\224\276\345\234\250 `~/.local/bin` \344\270\255\343\200\202";
inline constexpr const char* strp7 =
    "\345\234\250\347\224\250\345\256\214\345\215\263\345\274\203\347\232\204\345\256\271\345\231\250\344\270\255\357\274\214\344\274\240\345\205\245 `--break-system-packages`\357\274\232\345\206\231\346\210\220 `pip install --break-system-packages pycowsay`\357\274\214\346\210\226\350\256\276\347\275\256\347\216\257\345\242\203\345\217\230\351\207\217 `PIP_BREAK_SYSTEM_PACKAGES=1`\343\200\202\346\262\241\346\234\211\345\210\253\347\232\204\347\250\213\345\272\217\345\234\250\351\202\243\344\270\252 Python \344\270\212\350\277\220\350\241\214\357\274\214\346\211\200\344\273\245\350\257\245\346\240\207\350\256\260\346\211\200\351\230\262\350\214\203\347\232\204\346\215\237\345\235\217\346\227\240\345\205\263\347\264\247\350\246\201\357\274\233\345\234\250\351\225\277\346\234\237\344\275\277\347\224\250\347\232\204\346\234\272\345\231\250\344\270\212\345\210\231\345\271\266\351\235\236\345\246\202\346\255\244\343\200\202pip >=23.023.0Debian >=12Debian 12 is the first release whose Python carries the marker.Ubuntu >=23.04python/module-not-found`pip install` is run with the interpreter of the systemThe Python of Homebrew carries the marker too; the advice in its message names `brew` instead of `apt`.virtual-environmenterror: externally-managed-environment\n\n\303\227 This environment is externally managed\n\342\225\260\342\224\200> To install Python packages system-wide, try apt install\n    python3-xyz, where xyz is the package you are trying to\n    install.\303\227 This environment is externally managedERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/home/dev/report/.venv/lib/python3.11/site-packages/requests.py'\nCheck the permissions.ERROR: No matching distribution found for nosuchdist123/home/dev/report/.nopip/bin/python: No module named pipModuleNotFoundError: No module named 'requests'ModuleNotFoundError: No module named '[^']+'([^;]|$)None of the folders in `sys.path` of the interpreter that runs the program has a module of this name. Either it is not installed, or it is installed for another interpreter or virtual environment, or under another name, or it is part of the project and the project's folder is not searched.import_errorModuleNotFoundErrorModuleNotFoundError: \346\262\241\346\234\211\345\220\215\344\270\272 'requests' \347\232\204\346\250\241\345\235\227\350\277\220\350\241\214\350\257\245\347\250\213\345\272\217\347\232\204\350\247\243\351\207\212\345\231\250\357\274\214\345\205\266 `sys.path` \344\270\255\346\262\241\346\234\211\344\270\200\344\270\252\347\233\256\345\275\225\345\220\253\346\234\211\350\277\231\344\270\252\345\220\215\347\247\260\347\232\204\346\250\241\345\235\227\343\200\202\350\246\201\344\271\210\345\256\203\346\262\241\346\234\211\345\256\211\350\243\205\357\274\214\350\246\201\344\271\210\345\256\203\346\230\257\344\270\272\345\217\246\344\270\200\344\270\252\350\247\243\351\207\212\345\231\250\346\210\226\350\231\232\346\213\237\347\216\257\345\242\203\345\256\211\350\243\205\347\232\204\357\274\214\350\246\201\344\271\210\345\256\211\350\243\205\346\227\266\347\224\250\347\232\204\346\230\257\345\217\246\344\270\200\344\270\252\345\220\215\347\247\260\357\274\214\350\246\201\344\271\210\345\256\203\346\230\257\351\241\271\347\233\256\347\232\204\344\270\200\351\203\250\345\210\206\350\200\214\351\241\271\347\233\256\346\211\200\345\234\250\347\232\204\347\233\256\345\275\225\344\270\215\345\234\250\346\220\234\347\264\242\344\271\213\345\210\227\343\200\202module-search-pathhttps://docs.python.org/3/library/exceptions.html#ModuleNotFoundErrorexception ModuleNotFoundError2016-12-23Run `pip install requests` once more with whatever `pip` comes first in the pathThat `pip` may belong to another interpreter. It says that the requirement is satisfied already, and the program still does not see the module.several Python installations are presenthttps://packaging.python.org/en/latest/tutorials/installing-packages/Install a package of exactly the imported nameThe"
    " name to install and the name to import are two things: `import yaml` needs `PyYAML`, `import bs4` needs `beautifulsoup4`. The other name may be missing, or be somebody else's package.the two names differhttps://packaging.python.org/en/latest/discussions/distribution-package-vs-import-package/Wrap the import in `try` and `except ImportError: pass`The program fails a little later with `NameError`, at the first use of the module.the module is really neededhttps://docs.python.org/3/library/exceptions.htmlInstall into the interpreter that runs the program, with `python3 -m pip install requests`Write `python3 -m pip install requests` with the same `python3`, or the same full path, that starts the program. `python3 -m pip --version` shows which installation it writes to. A system Python may refuse; then use a virtual environment.the package is not installed for this interpreterhttps://docs.python.org/3/using/cmdline.htmlGive the project a virtual environment and run the program with its interpreterRun `python3 -m venv .venv`, then `.venv/bin/python -m pip install requests`, and start the program with `.venv/bin/python report.py`. After `. .venv/bin/activate` plain `python` means the same interpreter in this shell. Choose `.venv/bin/python` in the editor and in service files as well.Run a module of one's own project from its root with `python3 -m units.cli``python3 units/cli.py` puts the folder `units` at the head of `sys.path`, so `import units` finds nothing. Go to the folder that contains `units` and run `python3 -m units.cli`; this puts the current folder there instead. Setting `PYTHONPATH` to that folder works too.the missing module belongs to the projecthttps://docs.python.org/3/tutorial/modules.html\347\224\250 `python3 -m pip install requests` \345\256\211\350\243\205\345\210\260\350\277\220\350\241\214\350\257\245\347\250\213\345\272\217\347\232\204\350\247\243\351\207\212\345\231\250\344\270\255\357\274\232\350\277\220\350\241\214 `python3 -m pip install requests` \346\227\266\357\274\214\344\275\277\347\224\250\344\270\216\345\220\257\345\212\250\350\257\245\347\250\213\345\272\217\347\233\270\345\220\214\347\232\204 `python3`\357\274\214\346\210\226\347\233\270\345\220\214\347\232\204\345\256\214\346\225\264\350\267\257\345\276\204\343\200\202`python3 -m pip --version` \344\274\232\346\230\276\347\244\272\345\256\203\345\206\231\345\205\245\345\223\252\344\270\252\345\256\211\350\243\205\343\200\202\347\263\273\347\273\237\350\207\252\345\270\246\347\232\204 Python \345\217\257\350\203\275\344\274\232\346\213\222\347\273\235\357\274\214\350\277\231\346\227\266\345\272\224\344\275\277\347\224\250\350\231\232\346\213\237\347\216\257\345\242\203\343\200\202\344\270\272\351\241\271\347\233\256\345\273\272\347\253\213\350\231\232\346\213\237\347\216\257\345\242\203\357\274\214\345\271\266\347\224\250\345\205\266\344\270\255\347\232\204\350\247\243\351\207\212\345\231\250\350\277\220\350\241\214\347\250\213\345\272\217\357\274\232\350\277\220\350\241\214 `python3 -m venv .venv`\357\274\214\347\204\266\345\220\216\350\277\220\350\241\214 `.venv/bin/python -m pip install requests`\357\274\214\345\271\266\347\224\250 `.venv/bin/python report.py` \345\220\257\345\212\250\347\250\213\345\272\217\343\200\202\346\211\247\350\241\214 `. .venv/bin/activate` \344\271\213\345\220\216\357\274\214\345\234\250\350\277\231\344\270\252 shell \344\270\255\347\233\264\346\216\245\345\206\231 `python` \345\260\261\346\230\257\346\214\207\345\220\214\344\270\200\344\270\252\350\247\243\351\207\212\345\231\250\343\200\202\345\234\250\347\274\226\350\276\221\345\231\250\345\222\214\346\234\215\345\212\241\346\226\207\344\273\266\344\270\255\344\271\237\350\246\201\351\200\211\346\213\251 `.venv/bin/python`\343\200\202\345\234\250\351\241\271\347\233\256\346\240\271\347\233\256\345\275\225\347\224\250 `python3 -m units.cli` \350\277\220\350\241\214\350\207\252\345\267\261\351\241\271\347\233\256\344\270\255\347\232\204\346\250\241\345\235\227\357\274"
    "\232`python3 units/cli.py` \344\274\232\346\212\212\347\233\256\345\275\225 `units` \346\224\276\345\234\250 `sys.path` \347\232\204\346\234\200\345\211\215\351\235\242\357\274\214\345\233\240\346\255\244 `import units` \344\273\200\344\271\210\344\271\237\346\211\276\344\270\215\345\210\260\343\200\202\350\277\233\345\205\245\345\214\205\345\220\253 `units` \347\232\204\347\233\256\345\275\225\357\274\214\350\277\220\350\241\214 `python3 -m units.cli`\357\274\233\350\277\231\346\240\267\346\224\276\345\234\250\351\202\243\351\207\214\347\232\204\345\260\261\346\230\257\345\275\223\345\211\215\347\233\256\345\275\225\343\200\202\346\212\212 `PYTHONPATH` \350\256\276\347\275\256\344\270\272\350\257\245\347\233\256\345\275\225\344\271\237\345\217\257\344\273\245\343\200\202Python >=3.63.6Until Python 3.5 the same fault was reported as `ImportError`, which is the base class of this error.importTraceback (most recent call last):\n  File \"/home/dev/report/report.py\", line 1, in <module>\n    import requests\nModuleNotFoundError: No module named 'requests'Traceback (most recent call last):\n  File \"/home/dev/report/app/units/cli.py\", line 1, in <module>\n    import units\nModuleNotFoundError: No module named 'units'ModuleNotFoundError: No module named 'yaml'Traceback (most recent call last):\n  File \"/home/dev/report/sh/main.py\", line 1, in <module>\n    import json.decoder\nModuleNotFoundError: No module named 'json.decoder'; 'json' is not a packageImportError: cannot import name 'nothing' from 'os' (/usr/lib/python3.11/os.py)ERROR: No matching distribution found for yamlssh/permission-denied-publickeydev@localhost: Permission denied (publickey).Permission denied \\(publickey(,gssapi-[a-z-]+)*\\)The server accepts nothing but keys, and none of the keys that the client offered is listed for the account. The client offers no key, or another one, or the account name is wrong, or the server ignores the list because others may write to it.sshdev@localhost: \346\235\203\351\231\220\350\242\253\346\213\222\347\273\235 (publickey)\343\200\202\346\234\215\345\212\241\345\231\250\345\217\252\346\216\245\345\217\227\345\257\206\351\222\245\357\274\214\350\200\214\345\256\242\346\210\267\347\253\257\346\217\220\344\276\233\347\232\204\345\257\206\351\222\245\346\262\241\346\234\211\344\270\200\344\270\252\345\210\227\345\234\250\350\257\245\350\264\246\346\210\267\345\220\215\344\270\213\343\200\202\345\217\257\350\203\275\346\230\257\345\256\242\346\210\267\347\253\257\346\262\241\346\234\211\346\217\220\344\276\233\345\257\206\351\222\245\357\274\214\346\210\226\346\217\220\344\276\233\344\272\206\345\217\246\344\270\200\344\270\252\345\257\206\351\222\245\357\274\214\346\210\226\350\264\246\346\210\267\345\220\215\346\234\211\350\257\257\357\274\214\346\210\226\346\234\215\345\212\241\345\231\250\345\233\240\344\270\272\344\273\226\344\272\272\345\217\257\345\206\231\350\200\214\345\277\275\347\225\245\344\272\206\350\257\245\345\210\227\350\241\250\343\200\202bad_credentialspublic-keyhttps://man.openbsd.org/ssh#AUTHENTICATIONAUTHENTICATION2001-04-29Ask for a password with `-o PreferredAuthentications=password`The server lists the methods that it allows in the brackets, and `password` is not among them; the same line comes back.https://man.openbsd.org/sshhttps://man.openbsd.org/sshd_configMake a new key with `ssh-keygen` and connect againThe server does not know the new key any more than the old one. It has to be added to the account first.https://docs.github.com/en/authentication/troubleshooting-ssh/error-permission-denied-publickeyRun the command as rootRoot has other keys, other settings and other known hosts, so the client offers even less of what the server wants.Make everything writable with `chmod -R 777 ~/.ssh`Both sides check the rights: the client refuses a private key that others can read, and the server passes over an `authorized_keys` that others can write.https://man.openbsd.org/sshdAdd the public key to the account on t"
    "he server with `ssh-copy-id`While another way in is still open, a password or a second key, run `ssh-copy-id -i ~/.ssh/id_ed25519.pub dev@localhost`; it appends the key to `~/.ssh/authorized_keys` there. On a hosting service, paste the contents of `~/.ssh/id_ed25519.pub` into the list of keys in the settings of the account.the server does not know the keyhttps://manpages.debian.org/bookworm/openssh-client/ssh-copy-id.1.en.htmlTell the client which key to offer, with `IdentityFile`";
inline constexpr const char* strp8 =
    "`ssh -v dev@localhost` lists the files that are tried. A key with a name of its own, such as `~/.ssh/deploy`, is not among them: give it with `ssh -i ~/.ssh/deploy`, or write `IdentityFile ~/.ssh/deploy` and `IdentitiesOnly yes` below `Host localhost` in `~/.ssh/config`. `ssh-add ~/.ssh/deploy` hands it to a running agent.the key has another name than the defaulthttps://man.openbsd.org/ssh_confighttps://man.openbsd.org/ssh-agentTake away the write permission of others on the server's filesThe log of the server says `Authentication refused: bad ownership or modes`. As the owner of the account run `chmod go-w ~`, `chmod 700 ~/.ssh` and `chmod 600 ~/.ssh/authorized_keys` there, and connect again.the key is listed and is refused all the sameLog in as the account that holds the keyWithout a name before the `@` the client uses the local user name. Images of cloud providers expect a fixed one such as `ubuntu` or `admin`, and Git services expect `git`: write `git@` before the host, or set `User git` in `~/.ssh/config`.the account name is wrong\347\224\250 `ssh-copy-id` \346\212\212\345\205\254\351\222\245\346\267\273\345\212\240\345\210\260\346\234\215\345\212\241\345\231\250\344\270\212\347\232\204\350\264\246\346\210\267\357\274\232\350\266\201\345\217\246\344\270\200\347\247\215\347\231\273\345\275\225\346\226\271\345\274\217\357\274\210\345\257\206\347\240\201\346\210\226\347\254\254\344\272\214\344\270\252\345\257\206\351\222\245\357\274\211\344\273\215\347\204\266\345\217\257\347\224\250\357\274\214\350\277\220\350\241\214 `ssh-copy-id -i ~/.ssh/id_ed25519.pub dev@localhost`\357\274\233\345\256\203\344\274\232\346\212\212\345\257\206\351\222\245\350\277\275\345\212\240\345\210\260\351\202\243\351\207\214\347\232\204 `~/.ssh/authorized_keys`\343\200\202\345\257\271\344\272\216\346\211\230\347\256\241\346\234\215\345\212\241\357\274\214\346\212\212 `~/.ssh/id_ed25519.pub` \347\232\204\345\206\205\345\256\271\347\262\230\350\264\264\345\210\260\350\264\246\346\210\267\350\256\276\347\275\256\347\232\204\345\257\206\351\222\245\345\210\227\350\241\250\344\270\255\343\200\202\347\224\250 `IdentityFile` \345\221\212\350\257\211\345\256\242\346\210\267\347\253\257\346\217\220\344\276\233\345\223\252\344\270\252\345\257\206\351\222\245\357\274\232`ssh -v dev@localhost` \344\274\232\345\210\227\345\207\272\345\260\235\350\257\225\350\277\207\347\232\204\346\226\207\344\273\266\343\200\202\350\207\252\345\256\232\344\271\211\345\220\215\347\247\260\347\232\204\345\257\206\351\222\245\357\274\210\344\276\213\345\246\202 `~/.ssh/deploy`\357\274\211\344\270\215\345\234\250\345\205\266\344\270\255\357\274\232\347\224\250 `ssh -i ~/.ssh/deploy` \346\214\207\345\256\232\345\256\203\357\274\214\346\210\226\350\200\205\345\234\250 `~/.ssh/config` \347\232\204 `Host localhost` \344\271\213\344\270\213\345\206\231\344\270\212 `IdentityFile ~/.ssh/deploy` \345\222\214 `IdentitiesOnly yes`\343\200\202`ssh-add ~/.ssh/deploy` \344\274\232\346\212\212\345\256\203\344\272\244\347\273\231\346\255\243\345\234\250\350\277\220\350\241\214\347\232\204\344\273\243\347\220\206\343\200\202\345\216\273\346\216\211\344\273\226\344\272\272\345\257\271\346\234\215\345\212\241\345\231\250\344\270\212\350\277\231\344\272\233\346\226\207\344\273\266\347\232\204\345\206\231\346\235\203\351\231\220\357\274\232\346\234\215\345\212\241\345\231\250\347\232\204\346\227\245\345\277\227\344\274\232\346\230\276\347\244\272 `Authentication refused: bad ownership or modes`\343\200\202\344\273\245\350\264\246\346\210\267\346\211\200\346\234\211\350\200\205\347\232\204\350\272\253\344\273\275\345\234\250\351\202\243\351\207\214\350\277\220\350\241\214 `chmod go-w ~`\343\200\201`chmod 700 ~/.ssh` \345\222\214 `chmod 600 ~/.ssh/authorized_keys`\357\274\214\347\204\266\345\220\216\351\207\215\346\226\260\350\277\236\346\216\245\343\200\202\344\273\245\346\213\245\346\234\211\350\257\245\345\257\206\351\222\245\347\232\204\350\264\246\346\210\267\347\231\273\345\275\225\357\274\232\345"
    "\246\202\346\236\234 `@` \344\271\213\345\211\215\346\262\241\346\234\211\345\220\215\347\247\260\357\274\214\345\256\242\346\210\267\347\253\257\344\274\232\344\275\277\347\224\250\346\234\254\345\234\260\347\224\250\346\210\267\345\220\215\343\200\202\344\272\221\346\234\215\345\212\241\345\225\206\347\232\204\351\225\234\345\203\217\350\246\201\346\261\202\345\233\272\345\256\232\347\232\204\345\220\215\347\247\260\357\274\214\344\276\213\345\246\202 `ubuntu` \346\210\226 `admin`\357\274\214\350\200\214 Git \346\234\215\345\212\241\350\246\201\346\261\202 `git`\357\274\232\345\234\250\344\270\273\346\234\272\345\220\215\345\211\215\345\206\231\344\270\212 `git@`\357\274\214\346\210\226\345\234\250 `~/.ssh/config` \344\270\255\350\256\276\347\275\256 `User git`\343\200\202OpenSSH >=2.9The agent is a service that is off at first: `Get-Service ssh-agent | Set-Service -StartupType Automatic` in an elevated prompt, then `Start-Service ssh-agent`.keydev@localhost: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.dev@localhost: Permission denied (publickey,gssapi-keyex,gssapi-with-mic).dev@localhost: Permission denied (publickey,password).Host key verification failed.Received disconnect from 127.0.0.1 port 2222:2: Too many authentication failures\nDisconnected from 127.0.0.1 port 2222toolkbctool-version0.1.0caseignored";
template <>
struct Rows<::kbx::Section{0}> {  // strp
  static constexpr std::uint32_t kCount = 60356, kShift = 13;
  static const Chunks<8> kLinked;
  static constexpr Chunks<8> kChunks = {{
      strp1, strp2, strp3, strp4, strp5, strp6, strp7, strp8,}};
};

inline constexpr const char* vkey1 =
    "\20\218\7\377\0212\218\218\7\0212\20\02215\7\0212\20\02216\7\0215\0213\7\0215\0214\7\1\0211\0216\7\0211\0217\7\0212\02238\7\0212\219\7\0212\02233\7\0211\218\0212\7\02212\7\219\0211\7\02223\7\02223\0214\7\0213\0216\7";
template <>
struct Rows<::kbx::Section{1}> {  // vkey
  static constexpr std::uint32_t kCount = 95, kShift = 13;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      vkey1,}};
};

inline constexpr const char* recs1 =
    "\0\0\0\0\34\0\0\0\34\0\0\0,\0\0\0H\0\0\0\36\0\0\0f\0\0\0\16\1\0\0t\1\0\0\3\0\0\0w\1\0\0\15\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0\24\256G\341z\24\356\?)\\\217\302\365(\354\?\7\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\13\0\0\0\4\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\0\0\0\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\17\0\0\0\4\0\0\0\23\0\0\0\0\0\0\0\23\0\0\0\4\0\0\0\27\0\0\0\3\0\0\0\32\0\0\0\0\0\0\0\210\1\0\0)\0\0\0\261\1\0\0\27\1\0\0\310\2\0\0\13\0\0\0\323\2\0\0\15\0\0\0\340\2\0\0:\0\0\0\32\3\0\0\7\0\0\0!\3\0\0\14\0\0\0-\3\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0ZR\340\357\?*\25\365\277\21\0\0*\0\0\0\267\24\0\0^\0\0\0\25\25\0\0007\0\0\0L\25\0\0\0\1\0\0L\26\0\0\5\0\0\0Q\26\0\0\20\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0\24\256G\341z\24\356\?\315\314\314\314\314\314\354\?\6\0\0\0\0\0\0\0\4\0\0\0\4\0\0\0\4\0\0\0\3\0\0\0%\0\0\0\3\0\0\0\1\0\0\0\1\0\0\0\3\0\0\0\1\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\0\0\0\0\2\0\0\0(\0\0\0\3\0\0\0+\0\0\0\0\0\0\0+\0\0\0\3\0\0\0.\0\0\0\3\0\0\0001\0\0\0\0\0\0\0a\26\0\0L\0\0\0\255\26\0\0\340\0\0\0\215\27\0\0\21\0\0\0\236\27\0\0\14\0\0\0\252\27\0\0=\0\0\0\347\27\0\0\34\0\0\0!\3\0\0\14\0\0\0\3\30\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0$\234\341\306{\375\237\363{+\0\0,\0\0\0\247+\0\0R\0\0\0\371+\0\0C\0\0\0<,\0\0\253\0\0\0\347,\0\0\15\0\0\0\364,\0\0\n\0\0\0\376,\0\0\4\0\0\0\204\1\0\0\4\0\0\0\341z\24\256G\341\352\?\217\302\365(\\\217\352\?\1\0\0\0\0\0\0\0\10\0\0\0\3\0\0\0\7\0\0\0\3\0\0\0001\0\0\0\3\0\0\0\2\0\0\0\4\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\4\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0004\0\0\0\0\0\0\0004\0\0\0\0\0\0\0004\0\0\0\0\0\0\0004\0\0\0\0\0\0\0004\0\0\0\0\0\0\0\2-\0\0I\0\0\0K-\0\0\206\0\0\0\321-\0\0\7\0\0\0\377\377\377\377\0\0\0\0\330-\0\0K\0\0\0\377\377\377\377\0\0\0\0!\3\0\0\14\0\0\0#.\0\0\n\0\0\0-.\0\0\n\0\0\0-.\0\0\n\0\0\0A\3\0\0\2\0\0\0\336\247\312\252u@\7g8\22\0\0\32\0\0\0\3113\0\0:\0\0\0\0034\0\0)\0\0\0,4\0\0Z\1\0\0\2065\0\0\3\0\0\0\2115\0\0\n\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0ffffff\356\?q=\n\327\243p\355\?\6\0\0\0\0\0\0\0\13\0\0\0\4\0\0\0\n\0\0\0\3\0\0\0>\0\0\0\3\0\0\0\6\0\0\0\3\0\0\0\4\0\0\0\1\0\0\0\5\0\0\0\0\0\0\0\5\0\0\0\1\0\0\0\2\0\0\0\1\0\0\0A\0\0\0\3\0\0\0D\0\0\0\0\0\0\0D\0\0\0\3\0\0\0G\0\0\0\3\0\0\0J\0\0\0\0\0\0\0\2235\0\0;\0\0\0\3165\0\0V\1\0\0\215\27\0\0\21\0\0\0$7\0\0\16\0\0\00027\0\0004\0\0\0f7\0\0\13\0\0\0!\3\0\0\14\0\0\0q7\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0\1\256|\22t\201\14n\316B\0\0\27\0\0\0zE\0\0+\0\0\0\245E\0\0@\0\0\0\345E\0\0V\1\0\0\2065\0\0\3\0\0\0\2115\0\0\n\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0\303\365(\\\217\302\355\?\315\314\314\314\314\314\354\?\11\0\0\0\0\0\0\0\17\0\0\0\4\0\0\0\15\0\0\0\4\0\0\0V\0\0\0\4\0\0\0\11\0\0\0\2\0\0\0\6\0\0\0\0\0\0\0\6\0\0\0\0\0\0\0\6\0\0\0\1\0\0\0\3\0\0\0\2\0\0\0Z\0\0\0\3\0\0\0]\0\0\0\0\0\0\0]\0\0\0\4\0\0\0a\0\0\0\3\0\0\0d\0\0\0\0\0\0\0;G\0\0+\0\0\0fG\0\0b\1\0\0\310H\0\0\13\0\0\0\323H\0\0\7\0\0\0\332H\0\0004\0\0\0\16I\0\0\n\0\0\0!\3\0\0\14\0\0\0q7\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0\0A\n\203\260\267\214\370\330Z\0\0\35\0\0\0\365Z\0\0,\0\0\0![\0\0%\0\0\0F[\0\0\373\0\0\0A\\\0\0\3\0\0\0D\\\0\0\13\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0ffffff\356\?\315\314\314\314\314\314\354\?\7\0\0\0\0\0\0\0\23\0\0\0\3\0\0\0\21\0\0\0\3\0\0\0l\0\0\0\3\0\0\0\13\0\0\0\1\0\0\0\7\0\0\0\0\0\0\0\7\0\0\0\1\0\0\0\10\0\0\0\1\0\0\0\5\0\0\0\0\0\0\0o\0\0\0\3\0\0\0r\0\0\0\0\0\0\0r\0\0\0\1\0\0\0s\0\0\0\3\0\0\0v\0\0\0\0\0\0\0O\\\0\0*\0\0\0y\\\0\0\4\1\0\0}]\0\0\24\0\0\0\221]\0\0\5\0\0\0\226]\0\0\"\0\0\0\270]\0\0\33\0\0\0!\3\0\0\14\0\0\0\323]\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0\314\367D\362\241\257\371U\326h\0\0\33\0\0\0\353i\0\0;\0\0\0\335j\0\0:\0\0\0\27k\0\0\363\0\0\0A\\\0\0\3\0\0\0D\\\0\0\13\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0ffffff\356\?ffffff\356\?\7\0\0\0\0\0\0\0\26\0\0\0\3\0\0\0\24\0\0\0\3\0\0\0\177\0\0\0\3\0\0\0\14\0\0\0\1\0\0\0\11\0\0\0\1\0\0\0\n\0\0\0\1\0\0\0\13\0\0\0\1\0\0\0\5\0\0\0\0\0\0\0\202\0"
    "\0\0\3\0\0\0\205\0\0\0\0\0\0\0\205\0\0\0\2\0\0\0\207\0\0\0\3\0\0\0\212\0\0\0\0\0\0\0\nl\0\09\0\0\0Cl\0\0\367\0\0\0:m\0\0\20\0\0\0Jm\0\0\4\0\0\0\24b\0\0!\0\0\0Nm\0\0\13\0\0\0!\3\0\0\14\0\0\0Ym\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0{\367\341\360:\316\360\373\235w\0\0\"\0\0\0Py\0\0,\0\0\0|y\0\0\222\0\0\0\16z\0\0\?\1\0\0A\\\0\0\3\0\0\0M{\0\0\16\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0ffffff\356\?q=\n\327\243p\355\?\5\0\0\0\0\0\0\0\31\0\0\0\3\0\0\0\27\0\0\0\3\0\0\0\223\0\0\0\3\0\0\0\15\0\0\0\1\0\0\0\14\0\0\0\1\0\0\0\15\0\0\0\0\0\0\0\15\0\0\0\0\0\0\0\5\0\0\0\0\0\0\0\226\0\0\0\3\0\0\0\231\0\0\0\0\0\0\0\231\0\0\0\4\0\0\0\235\0\0\0\3\0\0\0\240\0\0\0\0\0\0\0[{\0\0)\0\0\0\204{\0\0000\1\0\0\264|\0\0\21\0\0\0\305|\0\0\4\0\0\0\311|\0\0;\0\0\0\4}\0\0\30\0\0\0!\3\0\0\14\0\0\0\34}\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0@\274D\321\27Yrp";
inline constexpr const char* recs2 =
    "\265\213\0\0\32\0\0\0\317\213\0\08\0\0\0\7\214\0\0\21\0\0\0\30\214\0\0\25\1\0\0-\215\0\0\4\0\0\0001\215\0\0\n\0\0\0;\215\0\0\n\0\0\0\204\1\0\0\4\0\0\0ffffff\356\?\303\365(\\\217\302\355\?\7\0\0\0\0\0\0\0\34\0\0\0\4\0\0\0\32\0\0\0\3\0\0\0\253\0\0\0\3\0\0\0\16\0\0\0\2\0\0\0\15\0\0\0\0\0\0\0\15\0\0\0\0\0\0\0\15\0\0\0\0\0\0\0\5\0\0\0\2\0\0\0\256\0\0\0\4\0\0\0\262\0\0\0\0\0\0\0\262\0\0\0\3\0\0\0\265\0\0\0\3\0\0\0\270\0\0\0\0\0\0\0E\215\0\0004\0\0\0y\215\0\0\10\1\0\0\201\216\0\0\17\0\0\0\220\216\0\0\6\0\0\0\226\216\0\0007\0\0\0\315\216\0\0\24\0\0\0!\3\0\0\14\0\0\0\341\216\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0m\310\30\232\306]#\231\263\234\0\0%\0\0\0\330\234\0\0005\0\0\0\15\235\0\0#\0\0\0000\235\0\0/\1\0\0_\236\0\0\n\0\0\0\364,\0\0\n\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0\270\36\205\353Q\270\356\?\303\365(\\\217\302\355\?\6\0\0\0\0\0\0\0 \0\0\0\3\0\0\0\35\0\0\0\4\0\0\0\303\0\0\0\4\0\0\0\20\0\0\0\1\0\0\0\15\0\0\0\0\0\0\0\15\0\0\0\0\0\0\0\15\0\0\0\0\0\0\0\7\0\0\0\1\0\0\0\307\0\0\0\4\0\0\0\313\0\0\0\0\0\0\0\313\0\0\0\3\0\0\0\316\0\0\0\3\0\0\0\321\0\0\0\0\0\0\0i\236\0\0006\0\0\0\237\236\0\0\30\1\0\0:m\0\0\20\0\0\0\267\237\0\0\6\0\0\0\275\237\0\0006\0\0\0\0\240\0\0\23\0\0\0!\3\0\0\14\0\0\0\23\240\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0P \215\326u\250\232\360\215\22\0\0%\0\0\0Q\260\0\0%\0\0\0v\260\0\0L\0\0\0\302\260\0\0#\1\0\0\345\261\0\0\6\0\0\0\353\261\0\0\22\0\0\0\375\261\0\0\36\0\0\0\204\1\0\0\4\0\0\0\270\36\205\353Q\270\356\?ffffff\356\?\7\0\0\0\0\0\0\0#\0\0\0\4\0\0\0!\0\0\0\4\0\0\0\334\0\0\0\4\0\0\0\21\0\0\0\3\0\0\0\15\0\0\0\1\0\0\0\16\0\0\0\1\0\0\0\17\0\0\0\0\0\0\0\10\0\0\0\1\0\0\0\340\0\0\0\4\0\0\0\344\0\0\0\0\0\0\0\344\0\0\0\2\0\0\0\346\0\0\0\3\0\0\0\351\0\0\0\0\0\0\0\33\262\0\0B\0\0\0]\262\0\0\7\1\0\0}]\0\0\24\0\0\0d\263\0\0\3\0\0\0g\263\0\0V\0\0\0\275\263\0\0;\0\0\0!\3\0\0\14\0\0\0\370\263\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0\207;AA7LW\32\241\301\0\0\27\0\0\0\204\304\0\0/\0\0\0\263\304\0\0004\0\0\0\347\304\0\0\"\1\0\0\345\261\0\0\6\0\0\0\11\306\0\0\14\0\0\0\25\306\0\0\23\0\0\0\204\1\0\0\4\0\0\0ffffff\356\?\315\314\314\314\314\314\354\?\7\0\0\0\0\0\0\0'\0\0\0\3\0\0\0%\0\0\0\3\0\0\0\362\0\0\0\3\0\0\0\24\0\0\0\1\0\0\0\17\0\0\0\1\0\0\0\20\0\0\0\0\0\0\0\20\0\0\0\0\0\0\0\11\0\0\0\0\0\0\0\365\0\0\0\4\0\0\0\371\0\0\0\0\0\0\0\371\0\0\0\3\0\0\0\374\0\0\0\3\0\0\0\377\0\0\0\0\0\0\0(\306\0\0006\0\0\0^\306\0\0)\1\0\0\215\27\0\0\21\0\0\0\207\307\0\0\22\0\0\0\231\307\0\0E\0\0\0\336\307\0\0\35\0\0\0!\3\0\0\14\0\0\0\373\307\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0\7\231p\11G\334\313G\215\327\0\0\37\0\0\0\254\327\0\0-\0\0\0\331\327\0\0001\0\0\0\n\330\0\0\363\0\0\0\375\330\0\0\3\0\0\0\364,\0\0\n\0\0\0\377\377\377\377\0\0\0\0\204\1\0\0\4\0\0\0\24\256G\341z\24\356\?\315\314\314\314\314\314\354\?\7\0\0\0\0\0\0\0*\0\0\0\4\0\0\0(\0\0\0\4\0\0\0\16\1\0\0\4\0\0\0\25\0\0\0\1\0\0\0\20\0\0\0\0\0\0\0\20\0\0\0\0\0\0\0\20\0\0\0\0\0\0\0\11\0\0\0\1\0\0\0\22\1\0\0\4\0\0\0\26\1\0\0\0\0\0\0\26\1\0\0\3\0\0\0\31\1\0\0\3\0\0\0\34\1\0\0\0\0\0\0\0\331\0\0-\0\0\0-\331\0\0\352\0\0\0\27\332\0\0\17\0\0\0&\332\0\0\n\0\0\0000\332\0\0*\0\0\0Z\332\0\0\16\0\0\0!\3\0\0\14\0\0\0h\332\0\0\n\0\0\0007\3\0\0\n\0\0\0007\3\0\0\n\0\0\0A\3\0\0\2\0\0\0\0\224\312\325\214i5\270";
template <>
struct Rows<::kbx::Section{2}> {  // recs
  static constexpr std::uint32_t kCount = 13, kShift = 3;
  static const Chunks<2> kLinked;
  static constexpr Chunks<2> kChunks = {{
      recs1, recs2,}};
};

inline constexpr const char* vers1 =
    "\260\21\0\0\11\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\260\21\0\0\3\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\204%\0\0\15\0\0\0\221%\0\0\5\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\204%\0\0\5\0\0\0\1\0\0\0\1\0\0\0\2\0\0\0\0\0\0\0\2303\0\0\20\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\2303\0\0\11\0\0\0\2\0\0\0\1\0\0\0\3\0\0\0\0\0\0\0\2503\0\0\10\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\2503\0\0\4\0\0\0\3\0\0\0\1\0\0\0\4\0\0\0\0\0\0\0\2603\0\0\14\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\2603\0\0\14\0\0\0\4\0\0\0\1\0\0\0\5\0\0\0\0\0\0\0\2743\0\0\15\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\2743\0\0\11\0\0\0\5\0\0\0\1\0\0\0\6\0\0\0\0\0\0\0\4B\0\0\23\0\0\0\27B\0\0\4\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\33B\0\0i\0\0\0\271\21\0\0\6\0\0\0\4B\0\0\14\0\0\0\6\0\0\0\1\0\0\0\7\0\0\0\0\0\0\0\204B\0\0\22\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\204B\0\0\14\0\0\0\7\0\0\0\1\0\0\0\10\0\0\0\0\0\0\0\226B\0\0\10\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\236B\0\0000\0\0\0\271\21\0\0\6\0\0\0\226B\0\0\10\0\0\0\10\0\0\0\1\0\0\0\11\0\0\0\0\0\0\0NV\0\0\14\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0NV\0\0\14\0\0\0\11\0\0\0\1\0\0\0\n\0\0\0\0\0\0\0\226B\0\0\10\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0ZV\0\0H\0\0\0\271\21\0\0\6\0\0\0\226B\0\0\10\0\0\0\n\0\0\0\1\0\0\0\13\0\0\0\0\0\0\0\214h\0\0\11\0\0\0\225h\0\0\5\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\232h\0\0<\0\0\0\271\21\0\0\6\0\0\0\214h\0\0\3\0\0\0\13\0\0\0\1\0\0\0\14\0\0\0\0\0\0\0`w\0\0\n\0\0\0jw\0\0\6\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0pw\0\0-\0\0\0\271\21\0\0\6\0\0\0`w\0\0\3\0\0\0\14\0\0\0\1\0\0\0\15\0\0\0\0\0\0\0\351\207\0\0\13\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\364\207\0\0\207\0\0\0\271\21\0\0\6\0\0\0\351\207\0\0\3\0\0\0\15\0\0\0\1\0\0\0\16\0\0\0\0\0\0\0\225\231\0\0\14\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\241\231\0\0x\0\0\0\271\21\0\0\6\0\0\0\225\231\0\0\7\0\0\0\16\0\0\0\1\0\0\0\17\0\0\0\0\0\0\0\31\232\0\0\13\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\31\232\0\0\7\0\0\0\17\0\0\0\1\0\0\0\20\0\0\0\0\0\0\0_\254\0\0\20\0\0\0o\254\0\0\3\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0r\254\0\0[\0\0\0\271\21\0\0\6\0\0\0_\254\0\0\n\0\0\0\20\0\0\0\1\0\0\0\21\0\0\0\0\0\0\0;\301\0\0\n\0\0\0E\301\0\0\4\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0;\301\0\0\3\0\0\0\21\0\0\0\1\0\0\0\22\0\0\0\0\0\0\0I\301\0\0\13\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0T\301\0\0\?\0\0\0\271\21\0\0\6\0\0\0I\301\0\0\6\0\0\0\22\0\0\0\1\0\0\0\23\0\0\0\0\0\0\0\223\301\0\0\16\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0\223\301\0\0\6\0\0\0\23\0\0\0\1\0\0\0\24\0\0\0\0\0\0\0k\324\0\0\14\0\0\0w\324\0\0\3\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0z\324\0\0e\0\0\0\271\21\0\0\6\0\0\0k\324\0\0\6\0\0\0\24\0\0\0\1\0\0\0\25\0\0\0\0\0\0\0003\351\0\0\15\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\271\21\0\0\6\0\0\0003\351\0\0\7\0\0\0\25\0\0\0\1\0\0\0\26\0\0\0\0\0\0\0";
template <>
struct Rows<::kbx::Section{4}> {  // vers
  static constexpr std::uint32_t kCount = 22, kShift = 5;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      vers1,}};
};

inline constexpr const char* intv1 =
    "\0\0\0\0\4\0\0\0\4\0\0\0\1\0\0\0\5\0\0\0\7\0\0\0\4\0\0\0\1\0\0\0\14\0\0\0\7\0\0\0\23\0\0\0\7\0\0\0\32\0\0\0\5\0\0\0\37\0\0\0\5\0\0\0$\0\0\0\1\0\0\0\4\0\0\0\1\0\0\0%\0\0\0\5\0\0\0*\0\0\0\5\0\0\0/\0\0\0\6\0\0\0\4\0\0\0\1\0\0\0$\0\0\0\1\0\0\0/\0\0\0\6\0\0\0$\0\0\0\1\0\0\0\4\0\0\0\1\0\0\0$\0\0\0\1\0\0\0\4\0\0\0\1\0\0\0$\0\0\0\1\0\0\0\4\0\0\0\1\0\0\0005\0\0\0\5\0\0\0\4\0\0\0\1\0\0\0:\0\0\0\6\0\0\0\4\0\0\0\1\0\0\0@\0\0\0\7\0\0\0\4\0\0\0\1\0\0\0G\0\0\0\4\0\0\0\4\0\0\0\1\0\0\0$\0\0\0\1\0\0\0G\0\0\0\4\0\0\0K\0\0\0\5\0\0\0\4\0\0\0\1\0\0\0P\0\0\0\4\0\0\0\4\0\0\0\1\0\0\0G\0\0\0\4\0\0\0\4\0\0\0\1\0\0\0T\0\0\0\6\0\0\0\4\0\0\0\1\0\0\0Z\0\0\0\5\0\0\0\4\0\0\0\1\0\0\0005\0\0\0\5\0\0\0\4\0\0\0\1\0\0\0";
template <>
struct Rows<::kbx::Section{5}> {  // intv
  static constexpr std::uint32_t kCount = 22, kShift = 7;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      intv1,}};
};

inline constexpr const char* osno1 =
    "\226%\0\0\5\0\0\0\233%\0\0\177\0\0\0\32&\0\0\7\0\0\0!&\0\0\212\0\0\0\226%\0\0\5\0\0\0QC\0\0m\0\0\0\226%\0\0\5\0\0\0\32W\0\0n\0\0\0\32&\0\0\7\0\0\0\210W\0\0b\0\0\0\226%\0\0\5\0\0\0$\232\0\0m\0\0\0\32&\0\0\7\0\0\0\221\232\0\0_\0\0\0\32&\0\0\7\0\0\0\315\254\0\0Q\0\0\0\226%\0\0\5\0\0\0\357\301\0\0g\0\0\0\32&\0\0\7\0\0\0@\351\0\0\240\0\0\0";
template <>
struct Rows<::kbx::Section{6}> {  // osno
  static constexpr std::uint32_t kCount = 10, kShift = 7;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      osno1,}};
};

inline constexpr const char* dead1 =
    "C\3\0\0M\0\0\0\220\3\0\0\211\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\0\0\0\0\1\0\0\0\31\4\0\0%\0\0\0>\4\0\0\177\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\1\0\0\0\1\0\0\0\275\4\0\0K\0\0\0\10\5\0\0i\0\0\0q\5\0\0\"\0\0\0ffffff\356\?\2\0\0\0\1\0\0\0\223\5\0\0X\0\0\0\353\5\0\0\223\0\0\0\31\4\0\0\0\0\0\000333333\353\?\3\0\0\0\1\0\0\0\15\30\0\0+\0\0\08\30\0\0\215\0\0\0\305\30\0\0003\0\0\0\315\314\314\314\314\314\354\?\32\0\0\0\1\0\0\0\370\30\0\0D\0\0\0<\31\0\0e\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?\33\0\0\0\1\0\0\0\241\31\0\0\37\0\0\0\300\31\0\0{\0\0\0;\32\0\0\32\0\0\0\315\314\314\314\314\314\354\?\34\0\0\0\1\0\0\0U\32\0\0(\0\0\0}\32\0\0\227\0\0\0\31\4\0\0\0\0\0\000333333\353\?\35\0\0\0\1\0\0\0007.\0\0F\0\0\0}.\0\0c\0\0\0\31\4\0\0\0\0\0\000333333\353\?1\0\0\0\0\0\0\0\340.\0\0I\0\0\0)/\0\0^\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?1\0\0\0\0\0\0\0\207/\0\0G\0\0\0\316/\0\0\213\0\0\0\31\4\0\0\0\0\0\0ffffff\346\?1\0\0\0\0\0\0\0{7\0\0.\0\0\0\2517\0\0\200\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?4\0\0\0\1\0\0\0d8\0\0(\0\0\0\2148\0\0o\0\0\0\31\4\0\0\0\0\0\0\303\365(\\\217\302\355\?5\0\0\0\2\0\0\0j9\0\0<\0\0\0\2469\0\0q\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?7\0\0\0\1\0\0\0\27:\0\0'\0\0\0>:\0\0W\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?8\0\0\0\1\0\0\0\30I\0\0002\0\0\0JI\0\0z\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?J\0\0\0\1\0\0\0\304I\0\0005\0\0\0\371I\0\0l\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?K\0\0\0\1\0\0\0eJ\0\0,\0\0\0\221J\0\0e\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?L\0\0\0\2\0\0\0\366J\0\0002\0\0\0(K\0\0V\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?N\0\0\0\1\0\0\0\335]\0\0007\0\0\0\24^\0\0\210\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?d\0\0\0\1\0\0\0\276^\0\0L\0\0\0\n_\0\0I\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?e\0\0\0\1\0\0\0S_\0\0F\0\0\0\0`\0\0z\0\0\0z`\0\0\32\0\0\0\232\231\231\231\231\231\351\?f\0\0\0\1\0\0\0cm\0\0)\0\0\0\214m\0\0\200\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?v\0\0\0\2\0\0\0\14n\0\0O\0\0\0[n\0\0\224\0\0\0\357n\0\0\27\0\0\000333333\353\?x\0\0\0\1\0\0\0)o\0\0 \0\0\0Io\0\0z\0\0\0\31\4\0\0\0\0\0\0\0\0\0\0\0\0\350\?y\0\0\0\0\0\0\0&}\0\0007\0\0\0]}\0\0\202\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\212\0\0\0\1\0\0\0\337}\0\0003\0\0\0\22~\0\0\245\0\0\0\267~\0\0\36\0\0\0ffffff\346\?\213\0\0\0\2\0\0\0*\177\0\0*\0\0\0T\177\0\0\212\0\0\0\0\200\0\0'\0\0\0\232\231\231\231\231\231\351\?\215\0\0\0\1\0\0\0\353\216\0\0\26\0\0\0\1\217\0\0x\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?\240\0\0\0\1\0\0\0\252\217\0\0<\0\0\0\346\217\0\0_\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\241\0\0\0\1\0\0\0E\220\0\0*\0\0\0o\220\0\0o\0\0\0\336\220\0\0)\0\0\000333333\353\?\242\0\0\0\2\0\0\0&\221\0\0$\0\0\0J\221\0\0o\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?\244\0\0\0\1\0\0\0";
inline constexpr const char* dead2 =
    "\35\240\0\0O\0\0\0l\240\0\0f\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\270\0\0\0\1\0\0\0\322\240\0\0000\0\0\0\2\241\0\0M\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\271\0\0\0\1\0\0\0O\241\0\0&\0\0\0u\241\0\0U\0\0\0\312\241\0\0\32\0\0\0\315\314\314\314\314\314\354\?\272\0\0\0\1\0\0\0\2\264\0\0\34\0\0\0\36\264\0\0=\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\321\0\0\0\1\0\0\0[\264\0\0\14\0\0\0g\264\0\0\202\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\322\0\0\0\2\0\0\0\n\265\0\0.\0\0\08\265\0\0S\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\324\0\0\0\1\0\0\0\213\265\0\0>\0\0\0\311\265\0\0T\0\0\0\31\4\0\0\0\0\0\0\303\365(\\\217\302\355\?\325\0\0\0\1\0\0\0\5\310\0\0P\0\0\0U\310\0\0\217\0\0\0\344\310\0\0(\0\0\000333333\343\?\351\0\0\0\1\0\0\0Q\311\0\0.\0\0\0\177\311\0\0\273\0\0\0:\312\0\0\24\0\0\000333333\343\?\352\0\0\0\1\0\0\0\250\312\0\0007\0\0\0\337\312\0\0R\0\0\0001\313\0\0\33\0\0\0ffffff\356\?\353\0\0\0\1\0\0\0r\332\0\0>\0\0\0\260\332\0\0x\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?\377\0\0\0\2\0\0\0f\333\0\0002\0\0\0\230\333\0\0h\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?\1\1\0\0\1\0\0\0_\334\0\0\27\0\0\0v\334\0\0s\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?\2\1\0\0\1\0\0\0\351\334\0\0003\0\0\0\34\335\0\0\232\0\0\0\31\4\0\0\0\0\0\0\n\327\243p=\n\357\?\3\1\0\0\2\0\0\0";
template <>
struct Rows<::kbx::Section{7}> {  // dead
  static constexpr std::uint32_t kCount = 46, kShift = 5;
  static const Chunks<2> kLinked;
  static constexpr Chunks<2> kChunks = {{
      dead1, dead2,}};
};

inline constexpr const char* work1 =
    "\276\6\0\0\?\0\0\0\375\6\0\0\374\0\0\0\371\7\0\0\34\0\0\0=\n\327\243p=\352\?\4\0\0\0\2\0\0\0K\10\0\0(\0\0\0s\10\0\0\352\0\0\0]\11\0\0\27\0\0\000333333\353\?\6\0\0\0\2\0\0\0\320\11\0\0>\0\0\0\16\n\0\0002\1\0\0@\13\0\0 \0\0\000333333\353\?\10\0\0\0\2\0\0\0\302\13\0\0R\0\0\0\24\14\0\0\245\0\0\0\271\14\0\0$\0\0\0ffffff\356\?\n\0\0\0\1\0\0\0\24\33\0\0`\0\0\0t\33\0\0$\1\0\0\230\34\0\0 \0\0\0)\\\217\302\365(\354\?\36\0\0\0\2\0\0\0\377\34\0\0J\0\0\0I\35\0\0\32\1\0\0c\36\0\0003\0\0\0q=\n\327\243p\355\? \0\0\0\3\0\0\0\20\37\0\0O\0\0\0\0 \0\0\23\1\0\0\23!\0\0\35\0\0\0=\n\327\243p=\352\?#\0\0\0\2\0\0\0Y0\0\0\221\0\0\0Y0\0\0\221\0\0\0\31\4\0\0\0\0\0\0\315\314\314\314\314\314\354\?1\0\0\0\0\0\0\0\3520\0\0\211\0\0\0\3520\0\0\211\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?1\0\0\0\0\0\0\0s1\0\0\210\0\0\0s1\0\0\210\0\0\0\31\4\0\0\0\0\0\000333333\353\?1\0\0\0\0\0\0\0\316:\0\0Y\0\0\0';\0\0\357\0\0\0\26<\0\0'\0\0\0q=\n\327\243p\355\?9\0\0\0\2\0\0\0=<\0\0(\0\0\0e<\0\0\276\0\0\0#=\0\0)\0\0\0q=\n\327\243p\355\?;\0\0\0\2\0\0\0L=\0\0/\0\0\0{=\0\0\333\0\0\0V>\0\0\34\0\0\0\315\314\314\314\314\314\354\?=\0\0\0\1\0\0\0~K\0\0I\0\0\0\307K\0\0\351\0\0\0\260L\0\0%\0\0\0\315\314\314\314\314\314\354\?O\0\0\0\2\0\0\0PM\0\0;\0\0\0\213M\0\0\374\0\0\0\207N\0\0\36\0\0\0\315\314\314\314\314\314\354\?Q\0\0\0\2\0\0\0\245N\0\0;\0\0\0\340N\0\0\314\0\0\0\254O\0\0\35\0\0\0\303\365(\\\217\302\355\?S\0\0\0\1\0\0\0\365O\0\0J\0\0\0\?P\0\0\374\0\0\0;Q\0\0\30\0\0\0q=\n\327\243p\355\?T\0\0\0\2\0\0\0\265`\0\0>\0\0\0\363`\0\0\4\1\0\0\367a\0\0\35\0\0\0\315\314\314\314\314\314\354\?g\0\0\0\2\0\0\0005b\0\0O\0\0\0\204b\0\0\303\0\0\0Gc\0\0\32\0\0\0)\\\217\302\365(\354\?i\0\0\0\1\0\0\0\204c\0\0005\0\0\0\271c\0\0\13\1\0\0\304d\0\0!\0\0\0ffffff\356\?j\0\0\0\2\0\0\0\303o\0\0K\0\0\0\16p\0\0\360\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?y\0\0\0\2\0\0\0\376p\0\0V\0\0\0Tq\0\0\331\0\0\0\31\4\0\0\0\0\0\0ffffff\356\?{\0\0\0\2\0\0\0-r\0\0B\0\0\0or\0\0\351\0\0\0Xs\0\0 \0\0\0\232\231\231\231\231\231\351\?}\0\0\0\2\0\0\0'\200\0\0U\0\0\0|\200\0\0\350\0\0\0d\201\0\0-\0\0\0q=\n\327\243p\355\?\216\0\0\0\2\0\0\0\221\201\0\0>\0\0\0\317\201\0\0\277\0\0\0\216\202\0\0-\0\0\0\315\314\314\314\314\314\354\?\220\0\0\0\2\0\0\0\273\202\0\0m\0\0\0(\203\0\0\346\0\0\0\16\204\0\0\31\0\0\000333333\353\?\222\0\0\0\1\0\0\0\271\221\0\0000\0\0\0\351\221\0\0\370\0\0\0\341\222\0\0\37\0\0\0q=\n\327\243p\355\?\245\0\0\0\2\0\0\0`\223\0\0\?\0\0\0\237\223\0\0\327\0\0\0v\224\0\0\27\0\0\0\303\365(\\\217\302\355\?\247\0\0\0\2\0\0\0\260\224\0\0001\0\0\0\341\224\0\0\365\0\0\0\326\225\0\0\"\0\0\0\232\231\231\231\231\231\351\?\251\0\0\0\2\0\0\0!\242\0\0V\0\0\0w\242\0\0\330\0\0\0O\243\0\0\30\0\0\0ffffff\356\?\273\0\0\0\2\0\0\0\262\243\0\0003\0\0\0\345\243\0\0\330\0\0\0\275\244\0\0\27\0\0\0\315\314\314\314\314\314\354\?\275\0\0\0\2\0\0\0\16\245\0\08\0\0\0F\245\0\0\227\0\0\0\335\245\0\0\20\0\0\0q=\n\327\243p\355\?\277\0\0\0\2\0\0\0";
inline constexpr const char* work2 =
    "(\246\0\0K\0\0\0s\246\0\0\1\1\0\0t\247\0\0\32\0\0\0\315\314\314\314\314\314\354\?\301\0\0\0\2\0\0\0\35\266\0\0D\0\0\0a\266\0\0\334\0\0\0=\267\0\0!\0\0\0ffffff\356\?\326\0\0\0\2\0\0\0\345\267\0\0R\0\0\0007\270\0\0\255\0\0\0\344\270\0\0007\0\0\0\366(\\\217\302\365\350\?\330\0\0\0\1\0\0\09\271\0\0;\0\0\0t\271\0\0\257\0\0\0#\272\0\0)\0\0\0\315\314\314\314\314\314\354\?\331\0\0\0\1\0\0\0h\272\0\0B\0\0\0\252\272\0\0\374\0\0\0\246\273\0\0\35\0\0\0)\\\217\302\365(\354\?\332\0\0\0\2\0\0\0}\313\0\0Z\0\0\0\327\313\0\0\356\0\0\0\305\314\0\0001\0\0\0)\\\217\302\365(\354\?\354\0\0\0\2\0\0\0\"\315\0\0O\0\0\0q\315\0\0\"\1\0\0\31\4\0\0\0\0\0\0q=\n\327\243p\355\?\356\0\0\0\2\0\0\0\223\316\0\0K\0\0\0\336\316\0\0\14\1\0\0\352\317\0\0)\0\0\0\315\314\314\314\314\314\354\?\360\0\0\0\2\0\0\0\322\335\0\0B\0\0\0\24\336\0\0)\1\0\0=\337\0\0 \0\0\0\315\314\314\314\314\314\354\?\5\1\0\0\2\0\0\0\246\337\0\0007\0\0\0\0\340\0\0D\1\0\0D\341\0\0)\0\0\0q=\n\327\243p\355\?\7\1\0\0\3\0\0\0\260\341\0\0>\0\0\0\356\341\0\0\320\0\0\0\276\342\0\0-\0\0\0\303\365(\\\217\302\355\?\n\1\0\0\2\0\0\0\353\342\0\0(\0\0\0\23\343\0\0\357\0\0\0\2\344\0\0\31\0\0\0\315\314\314\314\314\314\354\?\14\1\0\0\2\0\0\0";
template <>
struct Rows<::kbx::Section{8}> {  // work
  static constexpr std::uint32_t kCount = 44, kShift = 5;
  static const Chunks<2> kLinked;
  static constexpr Chunks<2> kChunks = {{
      work1, work2,}};
};

inline constexpr const char* text1 =
    "\340\2\0\0:\0\0\0\340\2\0\0:\0\0\0\340\2\0\0:\0\0\0~\6\0\0@\0\0\0\340\2\0\0:\0\0\0\25\10\0\0006\0\0\0t\11\0\0<\0\0\0\260\11\0\0 \0\0\0`\13\0\0\?\0\0\0\237\13\0\0#\0\0\0\340\2\0\0:\0\0\0\335\14\0\0A\1\0\0\36\16\0\0\35\1\0\0;\17\0\0\204\1\0\0\277\20\0\0\361\0\0\0t\1\0\0\3\0\0\0\356\22\0\0\6\0\0\0\364\22\0\0\6\0\0\0\372\22\0\0\11\0\0\0\34\0\0\0,\0\0\0\3\23\0\0t\0\0\0w\23\0\0\213\0\0\0\2\24\0\0,\0\0\0.\24\0\0.\0\0\0\\\24\0\0(\0\0\0\204\24\0\0003\0\0\0\252\27\0\0=\0\0\0\252\27\0\0=\0\0\0\252\27\0\0=\0\0\0\252\27\0\0=\0\0\0\260\11\0\0 \0\0\0\270\34\0\0G\0\0\0\226\36\0\0C\0\0\0\252\27\0\0=\0\0\0\331\36\0\0007\0\0\0000!\0\0<\0\0\0\270\34\0\0G\0\0\0l!\0\0\217\1\0\0\373\"\0\0A\1\0\0<$\0\0H\1\0\0L\26\0\0\5\0\0\0\236\27\0\0\14\0\0\0\253&\0\0\n\0\0\0\265&\0\0\322\0\0\0\207'\0\0\342\0\0\0i(\0\0@\1\0\0\251)\0\0\231\0\0\0B*\0\0\236\0\0\0\340*\0\0\233\0\0\0\3731\0\0\235\0\0\0\2302\0\0\204\0\0\0\0343\0\0|\0\0\0)8\0\0;\0\0\0\3738\0\0002\0\0\0-9\0\0=\0\0\00027\0\0004\0\0\0\225:\0\09\0\0\0)8\0\0;\0\0\0\260\11\0\0 \0\0\0\225:\0\09\0\0\0-9\0\0=\0\0\00027\0\0004\0\0\0r>\0\0_\1\0\0\0@\0\0\363\0\0\0\363@\0\0\21\1\0\0\276C\0\0\6\0\0\0\2065\0\0\3\0\0\0\304C\0\0\7\0\0\0\313C\0\0e\0\0\0000D\0\0,\0\0\0\\D\0\0,\0\0\0\210D\0\0=\0\0\0\305D\0\0t\0\0\09E\0\0A\0\0\0\332H\0\0004\0\0\00027\0\0004\0\0\0\225:\0\09\0\0\0\332H\0\0004\0\0\0\3738\0\0002\0\0\0\325L\0\0005\0\0\0\nM\0\0F\0\0\0\332H\0\0004\0\0\00027\0\0004\0\0\0\311O\0\0,\0\0\0SQ\0\0>\0\0\0\221Q\0\0%\0\0\0\266Q\0\0006\1\0\0\354R\0\0\?\1\0\0+T\0\0\22\1\0\0=U\0\0\21\1\0\0\276C\0\0\6\0\0\0\2065\0\0\3\0\0\0\323H\0\0\7\0\0\0\352W\0\0\225\0\0\0\177X\0\0P\0\0\0\317X\0\0m\0\0\0<Y\0\0\?\0\0\0{Y\0\0@\0\0\0\273Y\0\0\342\0\0\0\235Z\0\0;\0\0\0\234^\0\0\"\0\0\0\226]\0\0\"\0\0\0\224`\0\0!\0\0\0\226]\0\0\"\0\0\0\24b\0\0!\0\0\0ac\0\0#\0\0\0\234^\0\0\"\0\0\0\345d\0\0&\0\0\0\13e\0\0L\1\0\0Wf\0\0\n\1\0\0ag\0\0+\1\0\0A\\\0\0\3\0\0\0\221]\0\0\5\0\0\0\336i\0\0\15\0\0\0\365Z\0\0,\0\0\0\353i\0\0;\0\0\0&j\0\0/\0\0\0Uj\0\0\210\0\0\0\234^\0\0\"\0\0\0\24b\0\0!\0\0\0\6o\0\0#\0\0\0\24b\0\0!\0\0\0ac\0\0#\0\0\0\6o\0\0#\0\0\0\24b\0\0!\0\0\0xs\0\0\"\0\0\0\232s\0\0#\0\0\0\275s\0\0F\1\0\0\3u\0\0002\1\0\0005v\0\0+\1\0\0A\\\0\0\3\0\0\0Jm\0\0\4\0\0\0rx\0\0\6\0\0\0\353i\0\0;\0\0\0xx\0\0L\0\0\0\304x\0\0.\0\0\0\365Z\0\0,\0\0\0\362x\0\0^\0\0\0\224`\0\0!\0\0\0\224`\0\0!\0\0\0\325~\0\0U\0\0\0\24b\0\0!\0\0\0\24b\0\0!\0\0\0ac\0\0#\0\0\0\24b\0\0!\0\0\0\226]\0\0\"\0\0\0\224`\0\0!\0\0\0'\204\0\0\\\1\0\0\203\205\0\0\4\1\0\0\207\206\0\0b\1\0\0A\\\0\0\3\0\0\0\305|\0\0\4\0\0\0{\210\0\0\6\0\0\0\201\210\0\0\203\0\0\0\4\211\0\0\210\0\0\0\214\211\0\0H\0\0\0\324\211\0\0L\0\0\0 \212\0\0\202\0\0\0\242\212\0\0\202\0\0\0$\213\0\0\221\0\0\0y\217\0\0001\0\0\0y\217\0\0001\0\0\0y\217\0\0001\0\0\0\7\221\0\0\37\0\0\0\7\221\0\0\37\0\0\0\0\223\0\0/\0\0\0/\223\0\0001\0\0\0\7\221\0\0\37\0\0\0\215\224\0\0#\0\0\0\370\225\0\0 \0\0\0\215\224\0\0#\0\0\0\30\226\0\0\34\1\0\0004\227\0\0>\1\0\0r\230\0\0#\1\0\0-\215\0\0\4\0\0\0\360\232\0\0\4\0\0\0\220\216\0\0\6\0\0\0\364\232\0\0\6\0\0\0\317\213\0\08\0\0\0\372\232\0\0\252\0\0\0\244\233\0\0<\0\0\0\340\233\0\0002\0\0\0\22\234\0\0A\0\0\0S\234\0\0`\0\0\0\275\237\0\0006\0\0\0\275\237\0\0006\0\0\0\344\241\0\0=\0\0\0\275\237\0\0006\0\0\0g\243\0\0K\0\0\0\324\244\0\0:\0\0\0\344\241\0\0=\0\0\0\355\245\0\0;\0\0\0\275\237\0\0006\0\0\0\344\241\0\0=\0\0\0\216\247\0\0\?\0\0\0\315\247\0\0/\1\0\0\374\250\0\0\23\1\0\0\17\252\0\0\337\0\0\0\356\252\0\0q\1\0\0_\236\0\0\n\0\0\0\36\255\0\0\4\0\0\0\"\255\0\0\5\0\0\0\267\237\0\0\6\0\0\0'\255\0\0\216\0\0\0\265\255\0\0\222\0\0\0G\256\0\0Y\0\0\0\240\256\0\0\205\0\0\0%\257\0\0y\0\0\0\236\257\0\0\263\0\0\0g\263\0\0V\0\0\0g\263\0\0V\0\0\0\351\264\0\0!\0\0\0g\263\0\0V\0\0\0g\263\0\0V\0\0\0^\267\0\0+\0\0\0\211\267\0\0\\\0\0\0\33\271\0\0\36\0\0\0L\272\0\0\34\0\0\0\303\273\0\0.\0\0\0\351\264\0\0!\0\0\0\361\273\0\0\22\1\0\0\3\275\0\0\370\0\0\0\373\275\0\0\340\0\0\0\0\300\0\0;\1\0\0\345\261\0\0\6\0\0\0d\263\0\0\3\0\0\0\356\22\0\0\6\0\0\0V\302\0\0\23\0\0\0i\302\0\0\331\0\0\0B\303\0\0)\0\0\0k\303\0\0\253\0\0\0\26\304\0\0007\0\0\0"
    "M\304\0\0007\0\0\0\14\311\0\0E\0\0\0N\312\0\0Z\0\0\0L\313\0\0001\0\0\0\14\311\0\0E\0\0\0\366\314\0\0,\0\0\0^\267\0\0+\0\0\0\211\267\0\0\\\0\0\0\366\314\0\0,\0\0\0\23\320\0\0/\0\0\0B\320\0\0K\1\0\0\215\321\0\0~\1\0\0\13\323\0\0`\1\0\0\345\261\0\0\6\0\0\0\337\324\0\0\6\0\0\0d\263\0\0\3\0\0\0V\302\0\0\23\0\0\0\345\324\0\0\237\0\0\0\204\325\0\0\240\0\0\0$\326\0\0+\0\0\0O\326\0\0\301\0\0\0\20\327\0\0O\0\0\0_\327\0\0.\0\0\0(\333\0\0\33\0\0\0";
inline constexpr const char* text2 =
    "C\333\0\0#\0\0\0\0\334\0\0_\0\0\0\0\334\0\0_\0\0\0(\333\0\0\33\0\0\0\266\335\0\0\34\0\0\0]\337\0\0I\0\0\0\0\334\0\0_\0\0\0m\341\0\0\"\0\0\0(\333\0\0\33\0\0\0\217\341\0\0!\0\0\0\266\335\0\0\34\0\0\0C\333\0\0#\0\0\0m\341\0\0\"\0\0\0\0\334\0\0_\0\0\0\33\344\0\0`\1\0\0{\345\0\0\211\1\0\0\4\347\0\0\22\1\0\0\26\350\0\0\35\1\0\0\375\330\0\0\3\0\0\0\340\351\0\0\3\0\0\0A\\\0\0\3\0\0\0\"\255\0\0\5\0\0\0\254\327\0\0-\0\0\0\343\351\0\0\253\0\0\0\216\352\0\0J\0\0\0\330\352\0\0006\0\0\0\16\353\0\0\35\0\0\0+\353\0\0v\0\0\0";
template <>
struct Rows<::kbx::Section{9}> {  // text
  static constexpr std::uint32_t kCount = 284, kShift = 8;
  static const Chunks<2> kLinked;
  static constexpr Chunks<2> kChunks = {{
      text1, text2,}};
};

inline constexpr const char* link1 =
    "\277\21\0\0*\0\0\0\377\377\377\377\0\0\0\0\351\21\0\0H\0\0\0001\22\0\0\7\0\0\000333333\303\?\0\0\0\0\1\0\0\0\1\0\0\0\0\0\0\08\22\0\0\32\0\0\0\377\377\377\377\0\0\0\0R\22\0\0;\0\0\0001\22\0\0\7\0\0\0\232\231\231\231\231\231\271\?\0\0\0\0\3\0\0\0\1\0\0\0\0\0\0\0\215\22\0\0%\0\0\0\377\377\377\377\0\0\0\0\262\22\0\0<\0\0\0001\22\0\0\7\0\0\0\232\231\231\231\231\231\271\?\0\0\0\0\n\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\34\0\0\0\377\377\377\377\0\0\0\0\351\21\0\0H\0\0\0001\22\0\0\7\0\0\000333333\303\?\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\34\0\0\0\377\377\377\377\0\0\0\0R\22\0\0;\0\0\0001\22\0\0\7\0\0\0\232\231\231\231\231\231\271\?\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\316B\0\0\27\0\0\0\345B\0\0l\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\0\0\0\0\0\0\370\177\3\0\0\0\4\0\0\0\2\0\0\0\0\0\0\08\22\0\0\32\0\0\0\242V\0\0x\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\0\0\0\0\0\0\370\177\4\0\0\0\3\0\0\0\2\0\0\0\0\0\0\0\326h\0\0\33\0\0\0\377\377\377\377\0\0\0\0\361h\0\0b\0\0\0Si\0\0\11\0\0\0{\24\256G\341z\264\?\5\0\0\0\6\0\0\0\1\0\0\0\0\0\0\0\326h\0\0\33\0\0\0\\i\0\0\202\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\0\0\0\0\0\0\370\177\5\0\0\0\6\0\0\0\2\0\0\0\0\0\0\0\330Z\0\0\35\0\0\0\377\377\377\377\0\0\0\0\361h\0\0b\0\0\0Si\0\0\11\0\0\0{\24\256G\341z\264\?\6\0\0\0\5\0\0\0\0\0\0\0\0\0\0\0\235w\0\0\"\0\0\0\377\377\377\377\0\0\0\0\277w\0\0004\0\0\0Si\0\0\11\0\0\0ffffff\326\?\6\0\0\0\7\0\0\0\1\0\0\0\0\0\0\0\330Z\0\0\35\0\0\0\363w\0\0\177\0\0\0\377\377\377\377\0\0\0\0\377\377\377\377\0\0\0\0\0\0\0\0\0\0\370\177\6\0\0\0\5\0\0\0\2\0\0\0\0\0\0\0\326h\0\0\33\0\0\0\377\377\377\377\0\0\0\0\277w\0\0004\0\0\0Si\0\0\11\0\0\0ffffff\326\?\7\0\0\0\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\34\0\0\0\377\377\377\377\0\0\0\0\262\22\0\0<\0\0\0001\22\0\0\7\0\0\0\232\231\231\231\231\231\271\?\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\241\301\0\0\27\0\0\0\377\377\377\377\0\0\0\0\270\301\0\0007\0\0\0001\22\0\0\7\0\0\0\0\0\0\0\0\0\320\?\n\0\0\0\13\0\0\0\1\0\0\0\0\0\0\0\215\22\0\0%\0\0\0\377\377\377\377\0\0\0\0\270\301\0\0007\0\0\0001\22\0\0\7\0\0\0\0\0\0\0\0\0\320\?\13\0\0\0\n\0\0\0\0\0\0\0\0\0\0\0";
template <>
struct Rows<::kbx::Section{10}> {  // link
  static constexpr std::uint32_t kCount = 16, kShift = 5;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      link1,}};
};

inline constexpr const char* inco1 =
    "\0\0\0\0\3\0\0\0\4\0\0\0\4\0\0\0\6\0\0\0\7\0\0\0\11\0\0\0\14\0\0\0\15\0\0\0\15\0\0\0\15\0\0\0\17\0\0\0\20\0\0\0\20\0\0\0";
template <>
struct Rows<::kbx::Section{11}> {  // inco
  static constexpr std::uint32_t kCount = 14, kShift = 9;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      inco1,}};
};

inline constexpr const char* incl1 =
    "\3\0\0\0\4\0\0\0\15\0\0\0\0\0\0\0\1\0\0\0\6\0\0\0\5\0\0\0\11\0\0\0\13\0\0\0\7\0\0\0\10\0\0\0\14\0\0\0\n\0\0\0\2\0\0\0\17\0\0\0\16\0\0\0";
template <>
struct Rows<::kbx::Section{12}> {  // incl
  static constexpr std::uint32_t kCount = 16, kShift = 9;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      incl1,}};
};

inline constexpr const char* idsd1 =
    "\5\0#\0\1\0#\0";
template <>
struct Rows<::kbx::Section{13}> {  // idsd
  static constexpr std::uint32_t kCount = 4, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      idsd1,}};
};

inline constexpr const char* idsl1 =
    "\352J\305\345\0\0\0\0d\240\360\37\6\0\0\0{L\"\202\1\0\0\0\20d'+\11\0\0\0\0\0\0\0\377\377\377\377JB.)\10\0\0\0\267+\3437\4\0\0\0\312\0\211'\14\0\0\0\242\21\341\307\7\0\0\0\257\215\357\30\13\0\0\0\261\3473\24\5\0\0\0\265V\226\206\2\0\0\0m/\31l\3\0\0\0001\367j\247\n\0\0\0";
template <>
struct Rows<::kbx::Section{14}> {  // idsl
  static constexpr std::uint32_t kCount = 14, kShift = 8;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      idsl1,}};
};

inline constexpr const char* ecsd1 =
    "\1\0";
template <>
struct Rows<::kbx::Section{15}> {  // ecsd
  static constexpr std::uint32_t kCount = 1, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      ecsd1,}};
};

inline constexpr const char* ecsl1 =
    "\34SC\3\2\0\0\0\364\36\327\362\1\0\0\0\371\320\277_\3\0\0\0\0\0\0\0\377\377\377\377\2348`i\0\0\0\0";
template <>
struct Rows<::kbx::Section{16}> {  // ecsl
  static constexpr std::uint32_t kCount = 5, kShift = 8;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      ecsl1,}};
};

inline constexpr const char* ecky1 =
    "\376,\0\0\4\0\0\0\0\0\0\0\1\0\0\0;\215\0\0\n\0\0\0\1\0\0\0\1\0\0\0\25\306\0\0\23\0\0\0\2\0\0\0\1\0\0\0\375\261\0\0\36\0\0\0\3\0\0\0\1\0\0\0";
template <>
struct Rows<::kbx::Section{17}> {  // ecky
  static constexpr std::uint32_t kCount = 4, kShift = 7;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      ecky1,}};
};

inline constexpr const char* ecpl1 =
    "\2\0\0\0\10\0\0\0\13\0\0\0\n\0\0\0";
template <>
struct Rows<::kbx::Section{18}> {  // ecpl
  static constexpr std::uint32_t kCount = 4, kShift = 9;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      ecpl1,}};
};

inline constexpr const char* dosd1 =
    "\0\0\0\0\305\0";
template <>
struct Rows<::kbx::Section{19}> {  // dosd
  static constexpr std::uint32_t kCount = 3, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      dosd1,}};
};

inline constexpr const char* dosl1 =
    "\17\227h\205\3\0\0\0\257y\332\302\4\0\0\0_\261\351h\2\0\0\0\347U\263\346\0\0\0\0,\350\7(\5\0\0\0R\14\212\357\6\0\0\0}\342\270\320\10\0\0\0\205\2616\333\1\0\0\0\0\0\0\0\377\377\377\377\212a\337\?\7\0\0\0";
template <>
struct Rows<::kbx::Section{20}> {  // dosl
  static constexpr std::uint32_t kCount = 10, kShift = 8;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      dosl1,}};
};

inline constexpr const char* doky1 =
    "t\1\0\0\3\0\0\0\0\0\0\0\1\0\0\0L\26\0\0\5\0\0\0\1\0\0\0\1\0\0\0\347,\0\0\15\0\0\0\2\0\0\0\1\0\0\0\2065\0\0\3\0\0\0\3\0\0\0\2\0\0\0A\\\0\0\3\0\0\0\5\0\0\0\3\0\0\0-\215\0\0\4\0\0\0\10\0\0\0\1\0\0\0_\236\0\0\n\0\0\0\11\0\0\0\1\0\0\0\345\261\0\0\6\0\0\0\n\0\0\0\2\0\0\0\375\330\0\0\3\0\0\0\14\0\0\0\1\0\0\0";
template <>
struct Rows<::kbx::Section{21}> {  // doky
  static constexpr std::uint32_t kCount = 9, kShift = 7;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      doky1,}};
};

inline constexpr const char* dopl1 =
    "\0\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0\5\0\0\0\6\0\0\0\7\0\0\0\10\0\0\0\11\0\0\0\n\0\0\0\13\0\0\0\14\0\0\0";
template <>
struct Rows<::kbx::Section{22}> {  // dopl
  static constexpr std::uint32_t kCount = 13, kShift = 9;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      dopl1,}};
};

inline constexpr const char* casd1 =
    "+\0\n\0\0\0";
template <>
struct Rows<::kbx::Section{23}> {  // casd
  static constexpr std::uint32_t kCount = 3, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      casd1,}};
};

inline constexpr const char* casl1 =
    "\0\0\0\0\377\377\377\377\237\242/\1\6\0\0\0\\\221`\343\5\0\0\0\227*Pg\1\0\0\0\30A\362$\0\0\0\0\15U\320%\4\0\0\0\261\312\350P\10\0\0\0A\251v\372\3\0\0\0f\10\24\325\7\0\0\0\311\261\331\343\2\0\0\0";
template <>
struct Rows<::kbx::Section{24}> {  // casl
  static constexpr std::uint32_t kCount = 10, kShift = 8;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      casl1,}};
};

inline constexpr const char* caky1 =
    "\364,\0\0\n\0\0\0\0\0\0\0\3\0\0\0M{\0\0\16\0\0\0\3\0\0\0\1\0\0\0Q\26\0\0\20\0\0\0\4\0\0\0\1\0\0\0\11\306\0\0\14\0\0\0\5\0\0\0\1\0\0\0\353\261\0\0\22\0\0\0\6\0\0\0\1\0\0\0\2115\0\0\n\0\0\0\7\0\0\0\2\0\0\0D\\\0\0\13\0\0\0\11\0\0\0\2\0\0\0w\1\0\0\15\0\0\0\13\0\0\0\1\0\0\0001\215\0\0\n\0\0\0\14\0\0\0\1\0\0\0";
template <>
struct Rows<::kbx::Section{25}> {  // caky
  static constexpr std::uint32_t kCount = 9, kShift = 7;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      caky1,}};
};

inline constexpr const char* capl1 =
    "\2\0\0\0\11\0\0\0\14\0\0\0\7\0\0\0\1\0\0\0\13\0\0\0\n\0\0\0\3\0\0\0\4\0\0\0\5\0\0\0\6\0\0\0\0\0\0\0\10\0\0\0";
template <>
struct Rows<::kbx::Section{26}> {  // capl
  static constexpr std::uint32_t kCount = 13, kShift = 9;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      capl1,}};
};

inline constexpr const char* tasd1 =
    "\37\0\233\0\0\0\1\0\3\0!\0\312\0\30\0";
template <>
struct Rows<::kbx::Section{27}> {  // tasd
  static constexpr std::uint32_t kCount = 8, kShift = 10;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      tasd1,}};
};

inline constexpr const char* tasl1 =
    "\35\211\207s\26\0\0\0\205\2616\333\1\0\0\0s\364\246z\11\0\0\0\0\0\0\0\377\377\377\377\257y\332\302\7\0\0\0R\14\212\357\23\0\0\0Tu}:\14\0\0\0\7\347%\377\2\0\0\0+\265\317\365\5\0\0\0\236\201\365\221\n\0\0\0\223\4P\366\32\0\0\0\0\0\0\0\377\377\377\377\261iI\366\36\0\0\0}\342\270\320\34\0\0\0\312\15t\304\30\0\0\0v\336\206\234\22\0\0\0\302\276\304:\13\0\0\0K\206x-\21\0\0\0(\360\264.\25\0\0\0.\244|\305\4\0\0\0\0325\240q\37\0\0\0\233\334\17\331\33\0\0\0\3004\2220\20\0\0\0\263\235{\305\24\0\0\0\367Sz'\35\0\0\0\367Z\202$\6\0\0\0\17\227h\205\3\0\0\0,\350\7(\17\0\0\0\231\24\212\206\15\0\0\0\264Y\267\236\31\0\0\0,s\30I\16\0\0\0\212a\337\?\27\0\0\0\347U\263\346\0\0\0\0\356\313TE\10\0\0\0";
template <>
struct Rows<::kbx::Section{28}> {  // tasl
  static constexpr std::uint32_t kCount = 34, kShift = 8;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      tasl1,}};
};

inline constexpr const char* taky1 =
    "t\1\0\0\3\0\0\0\0\0\0\0\1\0\0\0L\26\0\0\5\0\0\0\1\0\0\0\1\0\0\0\372\22\0\0\11\0\0\0\2\0\0\0\1\0\0\0\2065\0\0\3\0\0\0\3\0\0\0\2\0\0\0\356\22\0\0\6\0\0\0\5\0\0\0\2\0\0\0\253&\0\0\n\0\0\0\7\0\0\0\1\0\0\0\236\27\0\0\14\0\0\0\10\0\0\0\1\0\0\0A\\\0\0\3\0\0\0\11\0\0\0\4\0\0\0\337\324\0\0\6\0\0\0\15\0\0\0\1\0\0\0\340\351\0\0\3\0\0\0\16\0\0\0\1\0\0\0\304C\0\0\7\0\0\0\17\0\0\0\1\0\0\0\276C\0\0\6\0\0\0\20\0\0\0\2\0\0\0\220\216\0\0\6\0\0\0\22\0\0\0\1\0\0\0\"\255\0\0\5\0\0\0\23\0\0\0\2\0\0\0\221]\0\0\5\0\0\0\25\0\0\0\1\0\0\0-\215\0\0\4\0\0\0\26\0\0\0\1\0\0\0\267\237\0\0\6\0\0\0\27\0\0\0\1\0\0\0d\263\0\0\3\0\0\0\30\0\0\0\2\0\0\0\360\232\0\0\4\0\0\0\32\0\0\0\1\0\0\0_\236\0\0\n\0\0\0\33\0\0\0\1\0\0\0\36\255\0\0\4\0\0\0\34\0\0\0\1\0\0\0Jm\0\0\4\0\0\0\35\0\0\0\1\0\0\0\305|\0\0\4\0\0\0\36\0\0\0\1\0\0\0\345\261\0\0\6\0\0\0\37\0\0\0\2\0\0\0rx\0\0\6\0\0\0!\0\0\0\1\0\0\0{\210\0\0\6\0\0\0\"\0\0\0\1\0\0\0\364\232\0\0\6\0\0\0#\0\0\0\1\0\0\0\336i\0\0\15\0\0\0$\0\0\0\1\0\0\0\375\330\0\0\3\0\0\0%\0\0\0\1\0\0\0\323H\0\0\7\0\0\0&\0\0\0\1\0\0\0\364\22\0\0\6\0\0\0'\0\0\0\1\0\0\0V\302\0\0\23\0\0\0(\0\0\0\2\0\0\0";
template <>
struct Rows<::kbx::Section{29}> {  // taky
  static constexpr std::uint32_t kCount = 32, kShift = 7;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      taky1,}};
};

inline constexpr const char* tapl1 =
    "\0\0\0\0\1\0\0\0\0\0\0\0\3\0\0\0\4\0\0\0\0\0\0\0\n\0\0\0\1\0\0\0\1\0\0\0\5\0\0\0\6\0\0\0\7\0\0\0\14\0\0\0\13\0\0\0\14\0\0\0\3\0\0\0\3\0\0\0\4\0\0\0\10\0\0\0\11\0\0\0\14\0\0\0\5\0\0\0\10\0\0\0\11\0\0\0\n\0\0\0\13\0\0\0\10\0\0\0\11\0\0\0\11\0\0\0\6\0\0\0\7\0\0\0\n\0\0\0\13\0\0\0\6\0\0\0\7\0\0\0\10\0\0\0\5\0\0\0\14\0\0\0\4\0\0\0\0\0\0\0\n\0\0\0\13\0\0\0";
template <>
struct Rows<::kbx::Section{30}> {  // tapl
  static constexpr std::uint32_t kCount = 42, kShift = 9;
  static const Chunks<1> kLinked;
  static constexpr Chunks<1> kChunks = {{
      tapl1,}};
};


#if defined(__clang__)
#pragma clang diagnostic pop
#endif

}  // namespace table_data

// The storage that the reader reads this knowledge base from.
struct Storage {
  template <::kbx::Section kS>
  static constexpr std::uint32_t count() {
    return table_data::Rows<kS>::kCount;
  }
  template <::kbx::Section kS>
  static constexpr const char* row(std::uint32_t row) {
    using Rows = table_data::Rows<kS>;
    if (row >= Rows::kCount) return table_data::kZeros;
    const std::uint32_t in_chunk = row & ((std::uint32_t{1} << Rows::kShift) - 1);
    return chunk<Rows>(row >> Rows::kShift) + in_chunk * ::kbx::info_of(kS).stride;
  }
  // Every place of a text is one that kbc wrote.
  template <::kbx::Section kS>
  static constexpr std::string_view text(std::uint32_t offset, std::uint32_t length) {
    using Rows = table_data::Rows<kS>;
    return {chunk<Rows>(offset / ::kbx::kPageBytes) + offset % ::kbx::kPageBytes, length};
  }
  static constexpr std::uint32_t hash_seed() { return 0; }

 private:
  // What a program reads while it runs is in kb_table.cc, once, and not in every file that includes
  // this one: half of what it takes to compile one would be to write the texts down again.
  template <typename Rows>
  static constexpr const char* chunk(std::uint32_t at) {
    if (__builtin_is_constant_evaluated()) return Rows::kChunks.at[at];
    return Rows::kLinked.at[at];
  }
};

using Entry = ::kbx::Entry<Storage>;
using EntryPtr = ::kbx::EntryPtr<Storage>;
using KnowledgeBase = ::kbx::KnowledgeBase<Storage>;

// Of the entries' content: the same in an index of the same entries.
inline constexpr std::uint64_t content_id = 0xf60e27b5638e29ee;

// How many entries there are. They stand in the order of their ids.
constexpr std::uint32_t size() { return KnowledgeBase().size(); }
constexpr auto entries() { return KnowledgeBase().entries(); }

// The entry with this id or alias, the one at this index; or none.
[[gnu::always_inline]] constexpr EntryPtr find(std::string_view id) {
  return KnowledgeBase().find(id);
}
[[gnu::always_inline]] constexpr EntryPtr at(std::uint32_t index) {
  return KnowledgeBase().at(index);
}

// The entries with this error code, in this domain or category, with this tag.
constexpr auto with_code(std::string_view code) { return KnowledgeBase().with_code(code); }
constexpr auto in_domain(std::string_view domain) { return KnowledgeBase().in_domain(domain); }
constexpr auto in_category(std::string_view category) {
  return KnowledgeBase().in_category(category);
}
constexpr auto with_tag(std::string_view tag) { return KnowledgeBase().with_tag(tag); }

// Each error code, domain, category and tag that an entry has: its name and how many have it.
constexpr auto error_codes() { return KnowledgeBase().keys<::kbx::Section::kCodeKeys>(); }
constexpr auto domains() { return KnowledgeBase().keys<::kbx::Section::kDomainKeys>(); }
constexpr auto categories() { return KnowledgeBase().keys<::kbx::Section::kCategoryKeys>(); }
constexpr auto tags() { return KnowledgeBase().keys<::kbx::Section::kTagKeys>(); }

// The links of all entries that lead to the one at this index.
constexpr auto incoming(std::uint32_t index) { return KnowledgeBase().incoming(index); }

}  // namespace kb

#endif  // KBC_KB_TABLE_H_
