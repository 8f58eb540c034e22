#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lower/knowledge_base.h"

namespace kbc {

// The entry that a link with this text means: the one with that id, else the one with that alias,
// or null.
const EntryRecord* linked_entry(const KnowledgeBase& base, std::string_view target);

// The id that a link with this text means; the text itself where no entry answers to it. Two links
// are the same link when these are equal.
std::string_view linked_id(const KnowledgeBase& base, std::string_view target);

// Whether the link states a probability, and one from 0 to 1.
bool has_probability(const Edge& edge);

// A link between two ids that exist and differ.
struct IndexedEdge {
  std::uint64_t key = 0;  // both ends and the kind
  const EntryRecord* from = nullptr;
  const EntryRecord* to = nullptr;
  const Edge* edge = nullptr;
};

// The links of a knowledge base, to look up the reverse of each. An id that several entries have
// counts as one end, and a link that occurs several times counts once, as its first. Valid while
// the KnowledgeBase lives; takes 32 bytes for each link.
class EdgeIndex {
 public:
  explicit EdgeIndex(const KnowledgeBase& base);

  const std::vector<IndexedEdge>& all() const { return edges_; }

  // The same link as its other end lists it, or null.
  const IndexedEdge* reverse_of(const IndexedEdge& edge) const;

 private:
  std::vector<IndexedEdge> edges_;  // by key, each key once
};

}  // namespace kbc
