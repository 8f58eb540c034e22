#include "check/likely_links.h"

#include <optional>

#include "check/edge_index.h"

namespace kbc {

bool LikelyLinks::contain(const EntryRecord& from, LinkKind kind, const EntryRecord& to) {
  const Targets& targets = of(from);
  return targets.contains({kind, to.id.value}) || targets.contains({kind, to.path_id});
}

const LikelyLinks::Targets& LikelyLinks::of(const EntryRecord& entry) {
  const auto [known, is_new] = by_entry_.try_emplace(&entry);
  if (!is_new) return known->second;
  for (const Edge& edge : entry.edges) {
    const std::string_view target = edge.target.value;
    if (linked_entry(base_, target) != nullptr) continue;
    known->second.emplace(edge.kind, target);
    const std::optional<std::string_view> near = base_.nearest_id(target);
    if (near) known->second.emplace(edge.kind, *near);
  }
  return known->second;
}

}  // namespace kbc
