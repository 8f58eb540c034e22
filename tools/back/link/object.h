#ifndef KBC_LINK_OBJECT_H_
#define KBC_LINK_OBJECT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "kbx/format.h"
#include "link/string_pool.h"
#include "lower/entry.h"

namespace kbc {

// Entries as a compiler's object files have functions: complete, but not yet placed. Texts are
// numbers of a pool, links name ids, and rows refer to rows of the same Objects.

// A run of rows of one table.
struct Rows {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct IntervalObject {
  StringId low = kNoString, high = kNoString;  // in the pool of version keys
};

struct VersionObject {
  StringId version = kNoString, introduced = kNoString, deprecated = kNoString, removed = kNoString,
           behavior_change = kNoString, status = kNoString;
  std::uint32_t product_offset = 0, product_length = 0;  // part of version
  Rows intervals, conditional;
};

struct OsNoteObject {
  StringId system = kNoString, text = kNoString;
};

// A dead end or a workaround.
struct ActionObject {
  StringId action = kNoString;
  StringId detail = kNoString;  // why_fails, or how
  StringId condition = kNoString;
  double rate = 0;  // not a number when absent
  Rows sources;
};

struct LinkObject {
  StringId error_id = kNoString, distinction = kNoString, condition = kNoString,
           typical_delay = kNoString;
  double probability = 0;  // not a number when absent
};

// The text fields of an entry, the ones that most readers want first, and their places in a row of
// an index.
struct EntryTextField {
  Text Entry::*field;
  std::size_t at;
};
inline constexpr EntryTextField kEntryTextFields[] = {
    {&Entry::id, kbx::EntryAt::kId},
    {&Entry::signature, kbx::EntryAt::kSignature},
    {&Entry::regex, kbx::EntryAt::kRegex},
    {&Entry::root_cause, kbx::EntryAt::kRootCause},
    {&Entry::domain, kbx::EntryAt::kDomain},
    {&Entry::category, kbx::EntryAt::kCategory},
    {&Entry::error_code, kbx::EntryAt::kErrorCode},
    {&Entry::resolvable, kbx::EntryAt::kResolvable},
    {&Entry::signature_zh, kbx::EntryAt::kSignatureZh},
    {&Entry::root_cause_zh, kbx::EntryAt::kRootCauseZh},
    {&Entry::root_cause_type, kbx::EntryAt::kRootCauseType},
    {&Entry::subcategory, kbx::EntryAt::kSubcategory},
    {&Entry::official_doc_url, kbx::EntryAt::kOfficialDocUrl},
    {&Entry::official_doc_section, kbx::EntryAt::kOfficialDocSection},
    {&Entry::verification_tier, kbx::EntryAt::kVerificationTier},
    {&Entry::first_seen, kbx::EntryAt::kFirstSeen},
    {&Entry::last_confirmed, kbx::EntryAt::kLastConfirmed},
    {&Entry::last_updated, kbx::EntryAt::kLastUpdated},
    {&Entry::locale, kbx::EntryAt::kLocale},
};
inline constexpr std::size_t kEntryTextCount = std::size(kEntryTextFields);

struct EntryObject {
  FileId file = 0;
  std::array<StringId, kEntryTextCount> texts{};  // in the order of kEntryTextFields
  double confidence = 0, fix_success_rate = 0;
  std::uint64_t evidence_count = 0;
  std::uint64_t hash = 0;  // of all that the entry says; equal for equal entries
  Rows versions, os_notes, dead_ends, workarounds;
  std::array<Rows, kLinkKinds> links;
  Rows workarounds_zh, tags, aliases, examples, counterexamples, kbc_ignore;
};

// The entries that one thread has compiled.
struct Objects {
  std::vector<EntryObject> entries;
  std::vector<VersionObject> versions;
  std::vector<IntervalObject> intervals;
  std::vector<OsNoteObject> os_notes;
  std::vector<ActionObject> dead_ends, workarounds;
  std::vector<LinkObject> links;
  std::vector<StringId> texts;
};

// The two pools that all threads share.
struct Pools {
  StringPool texts;
  StringPool version_keys;
};

// Appends the entry.
void assemble(const Entry& entry, FileId file, Pools& pools, Objects& objects);

}  // namespace kbc

#endif  // KBC_LINK_OBJECT_H_
