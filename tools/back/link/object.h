#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

struct EntryObject {
  FileId file = 0;
  std::array<StringId, kTextFields.size()> texts{};  // by kTextFields
  double confidence = 0, fix_success_rate = 0;
  std::uint64_t evidence_count = 0;
  std::uint64_t hash = 0;  // of all that the entry says; equal for equal entries
  Rows versions, os_notes, dead_ends, workarounds;
  std::array<Rows, kLinkKinds> links;
  std::array<Rows, kTextListFields.size()> text_lists{};  // by kTextListFields
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
