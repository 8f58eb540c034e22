#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "check/check.h"
#include "check/edge_index.h"
#include "parse/literal.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr std::size_t kShownBytes = 128;  // an id in full

// The entries whose id is not what their path says, by path.
class Misnamed {
 public:
  explicit Misnamed(const KnowledgeBase& base) {
    for (const EntryRecord& entry : base.entries()) {
      if (entry.path_id != entry.id.value) by_path_.try_emplace(entry.path_id, &entry);
    }
  }

  const EntryRecord* find(std::string_view path_id) const {
    const auto found = by_path_.find(path_id);
    return found == by_path_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string_view, const EntryRecord*> by_path_;
};

// What the link says of an entry that is gone on purpose is of no use, but for the words.
void offer_removal(const Edge& edge, Safety safety, Finding& finding) {
  finding.fix("remove the link", safety, {{finding.file(), edge.removal, ""}});
}

void suggest(const KnowledgeBase& base, const EntryRecord& entry, const Edge& edge,
             Finding finding) {
  const std::optional<std::string_view> near = base.nearest_id(edge.target.value);
  if (!near || *near == entry.id.value) {
    finding.help("write the id of an entry, or remove the link");
    offer_removal(edge, Safety::kUnsafe, finding);
  } else if (is_slip(edge.target.value, *near)) {
    finding.fix("write " + ticked(*near, kShownBytes), edge.target.span, quote(*near));
  } else {
    finding.help("did you mean " + ticked(*near, kShownBytes) + "?");
  }
}

}  // namespace

void link_unresolved(const KnowledgeBase& base, Report& report) {
  const Misnamed misnamed(base);
  for (const EntryRecord& entry : base.entries()) {
    for (const Edge& edge : entry.edges) {
      const std::string_view target = edge.target.value;
      if (linked_entry(base, target) != nullptr) continue;
      Finding finding = report.at(entry.at_target(edge), "unknown-id"_fault,
                                  "no entry has the id " + ticked(target, kShownBytes));
      finding.concerns(target);
      // Whether the link or the file's own id is wrong, only that file's author knows.
      if (const EntryRecord* other = misnamed.find(target)) {
        finding.note(other->at_id(), "the file of this name has another id");
      } else if (const std::string* reason = base.find_removed(target)) {
        finding.help("the entry was removed: " + *reason + "; remove the link");
        offer_removal(edge, edge.has_words ? Safety::kUnsafe : Safety::kSafe, finding);
      } else {
        suggest(base, entry, edge, finding);
      }
    }
  }
}

extern const Explanation link_unresolved_explanation = {
    "An `error_id` in `transition_graph` names no entry: no file has it as its `id` or among its "
    "`aliases`. A file that cannot be parsed still counts under the name that its path gives it.",
    "Whoever follows the link finds nothing, and a graph built from the entries has a hole.",
    R"("leads_to": [{"error_id": "git/pull-divergent-branch", "probability": 0.4}])",
    R"("leads_to": [{"error_id": "git/pull-divergent-branches", "probability": 0.4}])",
    "Correct the id, write the missing entry, or remove the link. `kbc mv` renames an entry and "
    "all links to it; when one was renamed by hand, add its old id to its `aliases`. Where no "
    "entry "
    "was meant by a slip, the fix removes the link: it is unsafe unless `removed` in kbc.json "
    "names "
    "the entry and the link says nothing in words.",
};

}  // namespace kbc
