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
#include "check/fact_index.h"
#include "check/pair_set.h"
#include "check/shadow_pairs.h"
#include "check/text_grams.h"
#include "core/span.h"
#include "lower/knowledge_base.h"
#include "regex/literal_filter.h"

namespace kbc {

// What cross_matches() found, while entries come, change and go: it is searched for again only
// where an entry's regex is another, or where one of its literals is in a text that came or went,
// and only in the texts that have one of the literals.
class CrossMemory {
 public:
  // What cross_matches() finds in this knowledge base.
  CrossMatches find(const KnowledgeBase& base, unsigned jobs);

  // What makes changes cheap, of the entries for which find() was called.
  void fill(const FactIndex& entries);

  // After some entries were replaced: searches again, and adds the slots of the entries of which
  // something else was found. `before` has those that changed or went, `now` the slots of those
  // that changed or came. Requires: fill() was called.
  void change(const FactIndex& entries, const std::vector<SharedRecord>& before,
              const std::vector<Slot>& now, unsigned jobs, std::set<Slot>& other);

  // Adds the entries whose signatures the regex of this one matches, or whose regexes its
  // signature.
  void add_partners(Slot slot, std::set<Slot>& slots) const;

  // Adds the entries that answers about this one speak of.
  void add_seen(Slot slot, std::set<Slot>& slots) const;

  // Of all that was found what is about these entries. The base is the whole, or a part of it that
  // has these and all that add_seen() adds for them.
  CrossMatches about(const std::set<Slot>& slots, const FactIndex& entries,
                     const KnowledgeBase& base, unsigned jobs) const;

 private:
  // A GenericBranch whose text belongs to an entry that may move. Entries are named by slots.
  struct KeptGeneric {
    Span span;
    std::optional<Slot> slot;  // whose text is shown; nothing for a line of the background
    std::string_view line;     // of the background
    bool is_signature = false;
    bool is_torn = false;
    bool operator==(const KeptGeneric&) const = default;
  };
  struct Kept {
    std::vector<KeptGeneric> generic;
    std::vector<ShadowPair> pairs;  // of slots
  };

  // The entries that have a branch with a literal in a text: all of them, and some that had one.
  class Owners {
   public:
    void add(const EntryRecord& entry);
    void find(std::string_view text, std::set<Slot>& slots) const;
    std::size_t size() const { return size_; }

   private:
    LiteralFilter filter_;
    std::vector<std::vector<Slot>> slots_;  // by the numbers of the literals
    std::size_t size_ = 0;
  };

  static bool same(const Kept& left, const Kept& right);
  static GenericBranch generic_of(const EntryRecord& entry, const KeptGeneric& generic,
                                  const EntryRecord* owner);

  void index(const FactIndex& entries, const std::vector<Slot>& now);
  std::set<Slot> to_search(const FactIndex& entries, const std::vector<SharedRecord>& before,
                           const std::vector<Slot>& now) const;
  KnowledgeBase to_look_at(const FactIndex& entries, const std::set<Slot>& searched) const;
  std::vector<Kept> search(const KnowledgeBase& base, const std::vector<std::uint32_t>& entries,
                           unsigned jobs) const;
  void keep(Slot slot, Kept kept);

  std::vector<Kept> kept_;          // by slot
  PairSet shadowed_;                // a slot, and one that has a pair with it
  std::unique_ptr<Owners> owners_;  // made by fill()
  std::unique_ptr<TextGrams> grams_;
  std::size_t added_ = 0;  // owners since they were made
};

}  // namespace kbc
