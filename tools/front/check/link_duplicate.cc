#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "check/check.h"
#include "check/edge_index.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// The map is made anew for each list: to clear one costs what its largest list has cost.
void check_list(const KnowledgeBase& base, const EntryRecord& entry, std::span<const Edge> list,
                Report& report) {
  std::unordered_map<std::string_view, const Edge*> first;
  for (std::size_t at = 0; at < list.size(); ++at) {
    const Edge& edge = list[at];
    const std::string_view id = linked_id(base, edge.target.value);
    const auto [known, is_new] = first.try_emplace(id, &edge);
    if (is_new) continue;
    Finding finding =
        report.at(entry.at_target(edge), "duplicate-link"_fault,
                  ticked(id, 128) + " is already in `" + std::string(field_of(edge.kind)) + "`");
    finding.note(entry.at_target(*known->second), "first linked here");
    // The later one goes. Whether its other fields say the same is for the author to see.
    finding.fix("remove this link", Safety::kUnsafe, {{finding.file(), edge.removal, ""}});
  }
}

}  // namespace

void link_duplicate(const KnowledgeBase& base, Report& report) {
  for (const EntryRecord& entry : base.entries()) {
    const std::span<const Edge> edges = entry.edges;
    for (std::size_t begin = 0; begin < edges.size();) {
      const auto is_other = [&](const Edge& edge) { return edge.kind != edges[begin].kind; };
      const auto end =
          std::find_if(edges.begin() + static_cast<std::ptrdiff_t>(begin), edges.end(), is_other);
      const auto count = static_cast<std::size_t>(end - edges.begin()) - begin;
      if (count > 1) check_list(base, entry, edges.subspan(begin, count), report);
      begin += count;
    }
  }
}

extern const Explanation link_duplicate_explanation = {
    "One list of `transition_graph` links to the same entry twice, by its id or by an alias.",
    "The two can disagree about the probability or the distinction, and a reader does not know "
    "which one is right.",
    R"("preceded_by": [
  {"error_id": "git/push-rejected", "probability": 0.4},
  {"error_id": "git/push-rejected", "probability": 0.6}
])",
    R"("preceded_by": [
  {"error_id": "git/push-rejected", "probability": 0.4}
])",
    "Keep one of the links. The fix removes the later one; it is marked unsafe because the two may "
    "differ in what else they say.",
};

}  // namespace kbc
