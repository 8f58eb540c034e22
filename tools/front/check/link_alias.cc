#include <string>
#include <string_view>
#include <unordered_map>

#include "check/check.h"
#include "parse/literal.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Aliases that several entries have; a link by one of them may mean any of these.
class SharedAliases {
 public:
  explicit SharedAliases(const KnowledgeBase& base) {
    for (const EntryRecord& entry : base.entries()) {
      for (const Located& alias : entry.aliases) {
        const auto [owner, is_new] = owners_.try_emplace(alias.value, entry.id.value);
        if (!is_new && owner->second != entry.id.value) owner->second = {};
      }
    }
  }

  bool contains(std::string_view alias) const {
    const auto owner = owners_.find(alias);
    return owner != owners_.end() && owner->second.empty();
  }

 private:
  std::unordered_map<std::string_view, std::string_view> owners_;  // empty: several
};

}  // namespace

void link_alias(const KnowledgeBase& base, Report& report) {
  const SharedAliases shared(base);
  for (const EntryRecord& entry : base.entries()) {
    for (const Edge& edge : entry.edges) {
      const std::string_view target = edge.target.value;
      if (base.find(target) != nullptr) continue;
      const EntryRecord* other = base.find_alias(target);
      if (other == nullptr || other->id.value == entry.id.value) continue;
      const std::string id = ticked(other->id.value, 128);
      Finding finding = report.at(entry.at_target(edge), "link-by-alias"_fault,
                                  ticked(target, 128) + " is an alias of " + id);
      if (shared.contains(target) || other->id.value.empty()) continue;
      if (other->id.value.size() > kMaxIdBytes) continue;  // no id, and each finding would hold it
      finding.fix("write " + id, edge.target.span, quote(other->id.value));
    }
  }
}

extern const Explanation link_alias_explanation = {
    "An `error_id` is not the id of an entry but one of its `aliases`.",
    "The link works, but it breaks when the alias is dropped, and a search for links to the "
    "entry's "
    "id misses it.",
    R"("leads_to": [{"error_id": "git/diverged", "probability": 0.4}])",
    R"("leads_to": [{"error_id": "git/pull-divergent-branches", "probability": 0.4}])",
    "Write the entry's id. When several entries have the alias, choose the one that is meant.",
};

}  // namespace kbc
