// A sorted vector of packed keys (from, to, kind) instead of a hash map: half the memory, and the
// edges of an entry lie together. The reverse of a link is a binary search for the swapped key.

#include "check/edge_index.h"

#include <algorithm>
#include <tuple>

namespace kbc {
namespace {

// Entries are numbered as their files are. 31 bits hold any number of them: so many records would
// not fit into the memory of a machine.
std::uint64_t key_of(std::uint64_t from, std::uint64_t to, LinkKind kind) {
  return from << 33 | to << 2 | static_cast<std::uint64_t>(kind);
}

std::uint64_t reverse_key(std::uint64_t key) {
  const std::uint64_t from = key >> 33;
  const std::uint64_t to = key >> 2 & 0x7fffffff;
  return key_of(to, from, reverse_of(static_cast<LinkKind>(key & 3)));
}

bool stands_before(const IndexedEdge& left, const IndexedEdge& right) {
  return std::tie(left.key, left.from->file, left.edge) <
         std::tie(right.key, right.from->file, right.edge);
}

bool same_key(const IndexedEdge& left, const IndexedEdge& right) { return left.key == right.key; }

}  // namespace

const EntryRecord* linked_entry(const KnowledgeBase& base, std::string_view target) {
  const EntryRecord* entry = base.find(target);
  return entry != nullptr ? entry : base.find_alias(target);
}

std::string_view linked_id(const KnowledgeBase& base, std::string_view target) {
  const EntryRecord* entry = linked_entry(base, target);
  return entry == nullptr || entry->id.value.empty() ? target : entry->id.value;
}

bool has_probability(const Edge& edge) {
  return edge.probability_span.size() > 0 && edge.probability >= 0 && edge.probability <= 1;
}

EdgeIndex::EdgeIndex(const KnowledgeBase& base) {
  for (const EntryRecord& entry : base.entries()) {
    if (entry.edges.empty()) continue;
    const EntryRecord* from = base.find(entry.id.value);
    if (from == nullptr) continue;
    for (const Edge& edge : entry.edges) {
      const EntryRecord* to = base.find(linked_id(base, edge.target.value));
      if (to == nullptr || to == from) continue;
      edges_.push_back({key_of(from->file, to->file, edge.kind), &entry, to, &edge});
    }
  }
  std::sort(edges_.begin(), edges_.end(), stands_before);
  edges_.erase(std::unique(edges_.begin(), edges_.end(), same_key), edges_.end());
}

const IndexedEdge* EdgeIndex::reverse_of(const IndexedEdge& edge) const {
  const IndexedEdge wanted{reverse_key(edge.key), nullptr, nullptr, nullptr};
  const auto found =
      std::lower_bound(edges_.begin(), edges_.end(), wanted,
                       [](const auto& left, const auto& right) { return left.key < right.key; });
  return found != edges_.end() && found->key == wanted.key ? &*found : nullptr;
}

}  // namespace kbc
