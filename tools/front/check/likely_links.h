#pragma once

#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "lower/knowledge_base.h"

namespace kbc {

// The entries that the unresolved links of an entry seem to mean: link-unresolved reports such a
// link, and that it does not lead there is the same mistake. For one thread; valid while the
// KnowledgeBase lives.
class LikelyLinks {
 public:
  explicit LikelyLinks(const KnowledgeBase& base) : base_(base) {}

  bool contain(const EntryRecord& from, LinkKind kind, const EntryRecord& to);

 private:
  // As ids or, for an entry whose id is not what its path says, as that.
  using Targets = std::set<std::pair<LinkKind, std::string_view>>;

  const Targets& of(const EntryRecord& entry);

  const KnowledgeBase& base_;
  std::unordered_map<const EntryRecord*, Targets> by_entry_;
};

}  // namespace kbc
