#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace kbc {

// The fixes of one round, which do not touch one another.
struct ChosenFixes {
  std::vector<const Diagnostic*> findings;    // whose fixes they are, in the order given
  std::map<FileId, std::vector<Edit>> edits;  // by file, in order of places
};

// Takes fixes in the order of the findings, each whole or not at all: one that touches bytes that
// another has taken waits for the next round, when the text is another. With kSafe only safe ones.
// Closed files are left as they are. The findings must outlive the choice.
ChosenFixes choose_fixes(const std::vector<Diagnostic>& findings, Safety most,
                         const std::set<FileId>& closed);

// The same of findings from several places; none is null.
ChosenFixes choose_fixes(const std::vector<const Diagnostic*>& findings, Safety most,
                         const std::set<FileId>& closed);

// The text with the edits made, which lie in it, in order and without overlaps.
std::string apply_edits(std::string_view text, const std::vector<Edit>& edits);

}  // namespace kbc
