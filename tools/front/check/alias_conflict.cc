#include <algorithm>
#include <string>
#include <string_view>

#include "check/check.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr std::size_t kMostReported = 10;

std::size_t index_of(const EntryRecord& entry, std::string_view alias) {
  const auto found = std::find_if(entry.aliases.begin(), entry.aliases.end(),
                                  [&](const Located& one) { return one.value == alias; });
  return static_cast<std::size_t>(found - entry.aliases.begin());
}

}  // namespace

void alias_conflict(const KnowledgeBase& base, Report& report) {
  for (const EntryRecord& entry : base.entries()) {
    std::size_t reported = 0;
    for (std::size_t index = 0; index < entry.aliases.size(); ++index) {
      const std::string_view alias = entry.aliases[index].value;
      const EntryRecord* owner = base.find(alias);
      const EntryRecord* first = base.find_alias(alias);
      const bool is_id = owner != nullptr && owner != &entry;
      if (!is_id && first == &entry) continue;
      if (++reported > kMostReported) break;
      const std::string what = is_id ? "the id" : "an alias";
      report
          .at(entry.at_alias(index), "taken-alias"_fault,
              "alias " + ticked(alias) + " is " + what + " of another entry")
          .note(is_id ? owner->at_id() : first->at_alias(index_of(*first, alias)), "of this one")
          .help("remove the alias from one of the two");
    }
  }
}

extern const Explanation alias_conflict_explanation = {
    "An alias of one entry is also the id or an alias of another entry.",
    "A lookup by the alias finds either of them.",
    R"("id": "git/push-rejected", "aliases": ["git/pull-rejected"] beside an entry git/pull-rejected)",
    R"("id": "git/push-rejected", "aliases": ["git/push-refused"])",
    "Remove the alias from the entry that it does not belong to.",
};

}  // namespace kbc
