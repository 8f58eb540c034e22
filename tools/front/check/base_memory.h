#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/cross_memory.h"
#include "check/fact_index.h"
#include "check/pair_set.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/rule.h"
#include "lower/knowledge_base.h"

namespace kbc {

// Which entries of a knowledge base are others than before.
struct ChangedRecords {
  std::vector<SharedRecord> before;  // of those that changed or went
  std::vector<FileId> now;           // those that changed or came, by their numbers now
};

// A part of a knowledge base in which the rules of the whole find the same about some entries.
struct Neighbourhood {
  std::vector<FileId> about;  // these; ascending
  KnowledgeBase part;         // valid until the next change
  CrossMatches cross;         // about them
};

// What makes the rules of the whole knowledge base cheap while entries come, change and go: which
// of them may find something else after a change, and what they have to look at for that. The rules
// themselves are the same, and are given a smaller base.
//
// A rule that looks at entries together needs its Fact, and its lines in what changes (add_changed)
// and in what is looked at (add_needed). What it says about other entries than the one at which it
// reports must be in the notes or the fix, or depend on what add_changed() compares.
class BaseMemory {
 public:
  // All of it, from scratch. What the regexes match is looked for only when a rule asks.
  CrossMatches find_all(const KnowledgeBase& base, unsigned jobs);

  // What makes changes cheap, of entries that find_all() has seen if the rules ask for it.
  bool is_filled() const { return is_filled_; }
  void fill(const std::vector<SharedRecord>& entries, const RemovedIds& removed,
            const Severities& rules);

  // What the rules of the whole knowledge base found about one file. `file_slots` has the slots of
  // all files by their numbers.
  template <typename SlotOf>
  void note(Slot slot, std::span<const Diagnostic> findings, const SlotOf& slot_of) {
    std::set<Slot> mentioned;
    for (const Diagnostic& finding : findings) {
      for (const Note& one : finding.notes()) mentioned.insert(slot_of(one.place.file));
      if (finding.fix() == nullptr) continue;
      for (const Edit& edit : finding.fix()->edits) mentioned.insert(slot_of(edit.file));
    }
    mentioned.erase(slot);
    set_mentions(slot, {mentioned.begin(), mentioned.end()});
  }

  // The same entries under other numbers, before the change that made them.
  void rebind(const std::vector<SharedRecord>& entries) { facts_.rebind(entries); }

  // After a change. Requires: it is filled. `now` are the records of changes.now.
  Neighbourhood change(const std::vector<SharedRecord>& before,
                       const std::vector<SharedRecord>& now, const RemovedIds& removed,
                       unsigned jobs);

 private:
  using Slots = std::set<Slot>;
  using Entries = std::vector<const EntryRecord*>;

  void set_mentions(Slot slot, std::vector<Slot> mentioned);

  // What else may be found about after a change of this entry; null before it came or when it went.
  void add_changed(const EntryRecord* before, const EntryRecord* now, Slots& slots) const;
  void add_linking(const Entries& changed, bool has_other_names, Slots& slots) const;
  void add_beyond(const EntryRecord& linking, Slots& slots) const;
  void add_group(Fact fact, std::string_view text, const EntryRecord* now, Slots& slots) const;
  void add_similar(const EntryRecord& entry, const EntryRecord* now, Slots& slots) const;
  std::set<std::string> names_around(const EntryRecord& entry) const;

  // What the rules look at to find what is about this entry.
  void add_needed(const EntryRecord& entry, Slots& slots) const;
  void add_targets(const EntryRecord& entry, Slots& slots) const;

  bool is_filled_ = false;
  bool has_cross_ = false;
  FactIndex facts_;
  CrossMemory cross_;
  PairSet mentions_;                          // a slot, and one with a finding that names it
  std::vector<std::vector<Slot>> mentioned_;  // by the slot with the findings
};

}  // namespace kbc
