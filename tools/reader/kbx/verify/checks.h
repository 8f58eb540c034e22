#ifndef KBX_VERIFY_CHECKS_H_
#define KBX_VERIFY_CHECKS_H_

// The parts of Index::verify, in the order in which they run: each relies on what those before it
// have found sound. Each gives a sentence about the first damage, or nothing. None takes more time
// than in proportion to the file, but for a logarithm, whatever the bytes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/index.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {

// Sections lie apart, have their checksums, and what lies between them is zero.
std::string sections_fault(const Index& index);

// What lies between the fields of rows is zero, and absent rates are written in one way.
std::string rows_fault(const Mapped& storage);

// Every text is there or may be absent, lies in its pool by the rule of pages, and is UTF-8; the
// texts fill their pool. All that the rows have, a shared text as often as it is theirs, is not
// much longer than the file, which bounds the time that the other checks take.
std::string texts_fault(const Index& index);

// Every list lies in its table, and the lists of a table have as many rows as it.
std::string lists_fault(const Index& index);

// The hash of each entry is that of what its rows say, and the content id that of the hashes.
std::string content_fault(const Index& index);

// The intervals of a version have versions, are in order, and follow those of the one before.
std::string intervals_fault(const Index& index);

// Ids and aliases are in order, every one is found, and the look-up holds nothing else.
std::string ids_fault(const Mapped& storage);

// The same for error codes, domains, categories and tags; and the entries of a key are those that
// have it.
std::string keys_fault(const Mapped& storage);

// Links are with the entry that they say, lead where their error_id leads, and are what leads to
// an entry.
std::string links_fault(const Mapped& storage);

// The tables of patterns have the sizes that they may have; every literal is found by its gram and
// leads to alternatives of entries; none is found by nothing; and programs are steps
// from end to end.
std::string patterns_fault(const Mapped& storage);

// Words are in the order of their texts, which are UTF-8, and each has entries, which rise.
std::string words_fault(const Mapped& storage);

// Titles are of texts of entries, and in the order of their fields and names.
std::string titles_fault(const Mapped& storage);

// Whether the file is of a later version or has sections that this reader does not know: they may
// have texts and rows of lists for themselves.
bool says_more(const Index& index);

// Whether its rows are of an earlier version, which had fewer fields.
bool says_less(const Index& index);

// How an absent rate is written.
inline constexpr std::uint64_t kNoRateBits = 0x7FF8000000000000;

// "section RECS, row 3: <what>".
std::string at_row(Section section, std::uint32_t row, const std::string& what);

// The bytes of a section when it is known only at run time which. Requires: row < its count.
inline const char* row_of(const Mapped& storage, Section section, std::uint32_t row) {
  return storage.sections()[section].row(row);
}

// The part of a pool whose place and length stand there; without data when it is not in the pool.
inline std::string_view part_of(const Mapped& storage, Section pool, const char* place) {
  const Sections::Bytes& bytes = storage.sections()[pool];
  const std::uint32_t offset = load32(place), length = load32(place + 4);
  if (offset > bytes.count || length > bytes.count - offset) return {};
  return {bytes.data + offset, length};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERIFY_CHECKS_H_
