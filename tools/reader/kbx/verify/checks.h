#ifndef KBX_VERIFY_CHECKS_H_
#define KBX_VERIFY_CHECKS_H_

// The parts of Index::verify, in the order in which they run: each relies on what those before it
// have found sound. Each gives a sentence about the first damage, or nothing. None takes more time
// than in proportion to the file, but for a logarithm, whatever the bytes.

#include <cstddef>
#include <cstdint>
#include <string>

#include "kbx/index.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {

// Sections lie apart, have their checksums, and what lies between them is zero.
std::string sections_fault(const Index& index);

// Every text is there or may be absent, lies in its pool by the rule of pages, and is UTF-8.
std::string texts_fault(const Mapped& storage);

// Every list lies in its table, and the lists of a table have as many rows as it.
std::string lists_fault(const Mapped& storage);

// Ids and aliases are in order, every one is found, and the look-up holds nothing else; the
// content id is that of the entries.
std::string ids_fault(const Index& index);

// The same for error codes, domains, categories and tags; and the entries of a key are those that
// have it.
std::string keys_fault(const Mapped& storage);

// Links are with the entry that they say, lead where their error_id leads, and are what leads to
// an entry.
std::string links_fault(const Mapped& storage);

// The tables of patterns have the sizes that they may have, every literal is found by its gram,
// leads to alternatives of entries, and programs are steps from end to end.
std::string patterns_fault(const Mapped& storage);

// Words are in the order of their texts, which are UTF-8, and each has entries, which rise.
std::string words_fault(const Mapped& storage);

// "section RECS, row 3: <what>".
std::string at_row(Section section, std::uint32_t row, const std::string& what);

// The bytes of a section when it is known only at run time which. Requires: row < its count.
inline const char* row_of(const Mapped& storage, Section section, std::uint32_t row) {
  return storage.sections()[section].data + std::size_t{row} * info_of(section).stride;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERIFY_CHECKS_H_
