#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lower/knowledge_base.h"

namespace kbc {

// The entries that a person may mean who has typed so much: those whose id begins with it, then
// those whose id or an alias has it somewhere, then those whose id, aliases and signature together
// have all of its words, then those whose id has its letters in this order. Letter case does not
// count. At most `most` of them; of two alike those of the domain first, else in the order of the
// entries. Nothing typed: those of the domain, then the others. Each entry is looked at once.
std::vector<const EntryRecord*> entries_like(const KnowledgeBase& base, std::string_view typed,
                                             std::string_view domain, std::size_t most);

// Whether the text has this somewhere, whatever the case of ASCII letters. Requires: `lower` is in
// lower case.
bool has_part(std::string_view text, std::string_view lower);

}  // namespace kbc
