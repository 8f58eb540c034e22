#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "check/branch_search.h"
#include "check/cross_matches.h"
#include "check/shadow_pairs.h"
#include "core/span.h"
#include "lower/knowledge_base.h"
#include "regex/literal_filter.h"

namespace kbc {

// Which entries of a knowledge base are others than before.
struct ChangedRecords {
  std::vector<SharedRecord> before;  // of those that changed or went
  std::vector<FileId> now;           // those that changed or came, by their numbers now
};

// What cross_matches() found, while entries come, change and go: it is searched for again only
// where an entry's regex is another, or where one of its literals is in a text that came or went.
class CrossMemory {
 public:
  // What cross_matches() finds in this knowledge base. The first time it searches for everything;
  // after that the base must be the one of the last time but for these changes.
  CrossMatches find(const KnowledgeBase& base, unsigned jobs, const ChangedRecords& changes);

 private:
  // A GenericBranch whose text belongs to an entry that may move. Entries are named by slots.
  struct KeptGeneric {
    Span span;
    std::optional<std::uint32_t> slot;  // whose text is shown; nothing for a line of the background
    std::string_view line;              // of the background
    bool is_signature = false;
    bool is_torn = false;
  };
  struct Kept {
    std::vector<KeptGeneric> generic;
    std::vector<ShadowPair> pairs;  // of slots
  };

  // The entries that have a branch with a literal in a text: all of them, and some that had one.
  class Owners {
   public:
    void add(const EntryRecord& entry);
    void find(std::string_view text, std::set<std::uint32_t>& slots) const;
    std::size_t size() const { return size_; }

   private:
    LiteralFilter filter_;
    std::vector<std::vector<std::uint32_t>> slots_;  // by the numbers of the literals
    std::size_t size_ = 0;
  };

  std::vector<std::uint32_t> to_search(const KnowledgeBase& base, const ChangedRecords& changes);
  void index_literals(const KnowledgeBase& base, const ChangedRecords& changes);
  void number(const KnowledgeBase& base);
  void keep(const KnowledgeBase& base, const std::vector<std::uint32_t>& entries, CrossFound found);
  CrossMatches answers(const KnowledgeBase& base, unsigned jobs) const;

  bool is_filled_ = false;
  std::vector<Kept> kept_;             // by slot
  std::vector<std::uint32_t> number_;  // of the entry in a slot; kNobody where there is none
  std::unique_ptr<Owners> owners_;     // made when something changes
  std::size_t added_ = 0;              // owners since it was made
};

}  // namespace kbc
