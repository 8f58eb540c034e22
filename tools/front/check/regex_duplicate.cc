#include <string_view>
#include <unordered_map>

#include "check/check.h"
#include "text/ticked.h"

namespace kbc {

void regex_duplicate(const KnowledgeBase& base, Report& report) {
  std::unordered_map<std::string_view, const EntryRecord*> first;
  first.reserve(base.entries().size());
  for (const EntryRecord& entry : base.entries()) {
    if (entry.regex.value.empty()) continue;
    const auto [known, is_new] = first.try_emplace(entry.regex.value, &entry);
    // A copy of an entry under the same id is id-duplicate's.
    if (is_new || known->second->id.value == entry.id.value) continue;
    report
        .at(entry.at_regex(), "duplicate-regex"_fault,
            "the regex is the same as that of " + ticked(known->second->id.value))
        .note(known->second->at_regex(), "first used here")
        .help("make each match only its own error, or merge the entries");
  }
}

extern const Explanation regex_duplicate_explanation = {
    "Two entries have the same regex, letter by letter.",
    "Every text that finds one finds the other, so the regex cannot tell which error it is.",
    R"("regex": "connection refused" in two entries)",
    R"("regex": "ssh: .*connection refused" and "regex": "psql: .*connection refused")",
    "Make each regex match what only its own error prints, or merge the entries.",
};

}  // namespace kbc
