#include <string>

#include "check/check.h"
#include "check/edge_index.h"
#include "text/ticked.h"

namespace kbc {

void link_self(const KnowledgeBase& base, Report& report) {
  for (const EntryRecord& entry : base.entries()) {
    if (entry.id.value.empty()) continue;
    for (const Edge& edge : entry.edges) {
      if (linked_id(base, edge.target.value) != entry.id.value) continue;
      report
          .at(entry.at_target(edge), "link-to-itself"_fault,
              "the entry links to itself in `" + std::string(field_of(edge.kind)) + "`")
          .help("name another entry, or remove the link");
    }
  }
}

extern const Explanation link_self_explanation = {
    "An `error_id` in `transition_graph` is the entry's own id or one of its own aliases.",
    "An error does not lead to itself and is not confused with itself. Often the entry was copied "
    "from another one and the link was not changed.",
    R"("id": "git/push-rejected",
"transition_graph": {"leads_to": [{"error_id": "git/push-rejected", "probability": 0.4}]})",
    R"("id": "git/push-rejected",
"transition_graph": {"leads_to": [{"error_id": "git/merge-conflict", "probability": 0.4}]})",
    "Name the entry that is meant, or remove the link.",
};

}  // namespace kbc
