#include "check/cross_memory.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "regex/branch_literals.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

constexpr std::uint32_t kNobody = ~std::uint32_t{0};

// Whether a search finds the same of both, and in both. The path decides where all else is the
// same.
bool same_to_search(const EntryRecord& left, const EntryRecord& right) {
  const auto parts = [](const EntryRecord& entry) {
    return std::tie(entry.path_id, entry.id.value, entry.domain.value, entry.signature.value,
                    entry.root_cause.value, entry.regex.value, entry.branches, entry.case_rule);
  };
  return parts(left) == parts(right);
}

}  // namespace

void CrossMemory::Owners::add(const EntryRecord& entry) {
  std::string_view kept = entry.branches;
  while (const auto branch = take_branch(kept)) {
    std::string_view choices = branch->choices;
    if (choices.empty()) continue;
    for (const std::string_view literal : take_choice(choices)) {
      const std::uint32_t number = filter_.add(literal);
      if (number == slots_.size()) slots_.emplace_back();
      if (!slots_[number].empty() && slots_[number].back() == entry.slot) continue;
      slots_[number].push_back(entry.slot);
      ++size_;
    }
  }
}

void CrossMemory::Owners::find(std::string_view text, std::set<std::uint32_t>& slots) const {
  filter_.scan(fold_case(text), [&](std::uint32_t literal, std::size_t) {
    slots.insert(slots_[literal].begin(), slots_[literal].end());
  });
}

CrossMatches CrossMemory::find(const KnowledgeBase& base, unsigned jobs,
                               const ChangedRecords& changes) {
  std::vector<std::uint32_t> entries;
  if (is_filled_) {
    index_literals(base, changes);
    entries = to_search(base, changes);
  } else {
    entries.resize(base.entries().size());
    std::iota(entries.begin(), entries.end(), 0);
  }
  number(base);
  if (!entries.empty()) {
    keep(base, entries, search_branches(base, entries, jobs, usual_held_bytes(base)));
  }
  is_filled_ = true;
  return answers(base, jobs);
}

// Stale owners only cost time: when there are as many as there were, they go.
void CrossMemory::index_literals(const KnowledgeBase& base, const ChangedRecords& changes) {
  const bool is_stale = owners_ && added_ > owners_->size() / 2;
  if (!owners_ || is_stale) {
    owners_ = std::make_unique<Owners>();
    for (const EntryRecord& entry : base.entries()) owners_->add(entry);
    added_ = 0;
    return;
  }
  const std::size_t before = owners_->size();
  for (const FileId file : changes.now) owners_->add(base.entries()[file]);
  added_ += owners_->size() - before;
}

// The numbers of the entries for which there may be something else to find.
std::vector<std::uint32_t> CrossMemory::to_search(const KnowledgeBase& base,
                                                  const ChangedRecords& changes) {
  std::set<std::uint32_t> slots;
  std::set<std::uint32_t> same;  // slots of entries that are the same to the search
  std::unordered_map<std::uint32_t, FileId> by_slot;
  for (const FileId file : changes.now) by_slot[base.entries()[file].get().slot] = file;
  for (const SharedRecord& before : changes.before) {
    const auto now = by_slot.find(before->slot);
    if (now != by_slot.end() && same_to_search(*before, base.entries()[now->second])) {
      same.insert(before->slot);
      continue;
    }
    if (before->slot < kept_.size()) kept_[before->slot] = {};
    owners_->find(before->signature.value, slots);
    owners_->find(before->root_cause.value, slots);
  }
  for (const FileId file : changes.now) {
    const EntryRecord& entry = base.entries()[file];
    if (same.contains(entry.slot)) continue;
    slots.insert(entry.slot);
    owners_->find(entry.signature.value, slots);
    owners_->find(entry.root_cause.value, slots);
  }
  std::vector<std::uint32_t> entries;
  for (const EntryRecord& entry : base.entries()) {
    if (slots.contains(entry.slot)) entries.push_back(entry.file);
  }
  return entries;
}

void CrossMemory::number(const KnowledgeBase& base) {
  std::fill(number_.begin(), number_.end(), kNobody);
  for (const EntryRecord& entry : base.entries()) {
    if (entry.slot >= number_.size()) number_.resize(entry.slot + 1, kNobody);
    number_[entry.slot] = entry.file;
  }
  kept_.resize(number_.size());
}

void CrossMemory::keep(const KnowledgeBase& base, const std::vector<std::uint32_t>& entries,
                       CrossFound found) {
  const auto slot_of = [&](std::uint32_t entry) { return base.entries()[entry].get().slot; };
  for (const std::uint32_t entry : entries) kept_[slot_of(entry)] = {};
  for (const GenericBranch& branch : found.generic) {
    const UnrelatedText& text = branch.sample;
    KeptGeneric generic{branch.span, {}, text.text, text.is_signature, branch.is_torn};
    if (text.entry != nullptr) {
      generic.slot = text.entry->slot;
      generic.line = {};
    }
    kept_[branch.entry->slot].generic.push_back(generic);
  }
  for (ShadowPairs& pairs : found.pairs) {
    for (ShadowPair& pair : pairs) {
      pair.by = slot_of(pair.by);
      pair.other = slot_of(pair.other);
      kept_[pair.by].pairs.push_back(pair);
    }
    pairs = {};
  }
}

CrossMatches CrossMemory::answers(const KnowledgeBase& base, unsigned jobs) const {
  CrossMatches answers;
  std::vector<ShadowPairs> pairs(1);
  for (const EntryRecord& entry : base.entries()) {
    const Kept& kept = kept_[entry.slot];
    for (const KeptGeneric& generic : kept.generic) {
      UnrelatedText text{generic.line, {}, nullptr, generic.is_signature};
      if (generic.slot) {
        text.entry = &base.entries()[number_[*generic.slot]].get();
        text.domain = text.entry->domain.value;
        text.text =
            generic.is_signature ? text.entry->signature.value : text.entry->root_cause.value;
      }
      answers.generic.push_back({&entry, generic.span, text, generic.is_torn});
    }
    for (ShadowPair pair : kept.pairs) {
      pair.by = entry.file;
      pair.other = number_[pair.other];
      pairs.front().push_back(pair);
    }
  }
  answers.shadows = shadows_of(std::move(pairs), base, jobs);
  return answers;
}

}  // namespace kbc
