#include "check/cross_memory.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "regex/branch_literals.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

using Entries = std::vector<std::reference_wrapper<const EntryRecord>>;

// Calls visit with each literal of which a match by one of the branches has one.
template <typename Visit>
void for_each_literal(const EntryRecord& entry, const Visit& visit) {
  std::string_view kept = entry.branches;
  while (const auto branch = take_branch(kept)) {
    std::string_view choices = branch->choices;
    if (choices.empty()) continue;
    for (const std::string_view literal : take_choice(choices)) visit(literal);
  }
}

// Whether they are the same as ones whose texts a regex may match. The path decides where all else
// is the same.
bool same_owner(const EntryRecord& left, const EntryRecord& right) {
  const auto parts = [](const EntryRecord& entry) {
    return std::tie(entry.path_id, entry.id.value, entry.domain.value);
  };
  return parts(left) == parts(right);
}

// Whether they look for the same.
bool same_regex(const EntryRecord& left, const EntryRecord& right) {
  const auto parts = [](const EntryRecord& entry) {
    return std::tie(entry.regex.value, entry.branches, entry.case_rule);
  };
  return same_owner(left, right) && parts(left) == parts(right);
}

bool same_pair(const ShadowPair& left, const ShadowPair& right) {
  const auto parts = [](const ShadowPair& pair) {
    return std::tuple(pair.by, pair.other, pair.branch, pair.match_begin, pair.match_end,
                      pair.is_of_several);
  };
  return parts(left) == parts(right);
}

}  // namespace

bool CrossMemory::same(const Kept& left, const Kept& right) {
  return left.generic == right.generic &&
         std::equal(left.pairs.begin(), left.pairs.end(), right.pairs.begin(), right.pairs.end(),
                    same_pair);
}

void CrossMemory::Owners::add(const EntryRecord& entry) {
  for_each_literal(entry, [&](std::string_view literal) {
    const std::uint32_t number = filter_.add(literal);
    if (number == slots_.size()) slots_.emplace_back();
    if (!slots_[number].empty() && slots_[number].back() == entry.slot) return;
    slots_[number].push_back(entry.slot);
    ++size_;
  });
}

void CrossMemory::Owners::find(std::string_view text, std::set<Slot>& slots) const {
  filter_.scan(fold_case(text), [&](std::uint32_t literal, std::size_t) {
    slots.insert(slots_[literal].begin(), slots_[literal].end());
  });
}

CrossMatches CrossMemory::find(const KnowledgeBase& base, unsigned jobs) {
  std::vector<std::uint32_t> entries(base.entries().size());
  std::iota(entries.begin(), entries.end(), 0);
  std::vector<Kept> found = search(base, entries, jobs);
  kept_.clear();
  shadowed_.assign({});
  owners_.reset();
  grams_.reset();
  std::vector<GenericBranch> generic;
  std::vector<ShadowPairs> pairs(1);
  std::vector<FileId> files;  // by slot
  for (const EntryRecord& entry : base.entries()) {
    if (entry.slot >= files.size()) files.resize(entry.slot + 1);
    files[entry.slot] = entry.file;
  }
  kept_.resize(files.size());
  for (const EntryRecord& entry : base.entries()) {
    Kept& kept = found[entry.file];
    for (const KeptGeneric& one : kept.generic) {
      const EntryRecord* owner = one.slot ? &base.of_file(files[*one.slot]) : nullptr;
      generic.push_back(generic_of(entry, one, owner));
    }
    for (ShadowPair pair : kept.pairs) {
      pair.by = entry.file;
      pair.other = files[pair.other];
      pairs.front().push_back(pair);
    }
    kept_[entry.slot] = std::move(kept);
  }
  return {std::move(generic), shadows_of(std::move(pairs), base, jobs)};
}

GenericBranch CrossMemory::generic_of(const EntryRecord& entry, const KeptGeneric& generic,
                                      const EntryRecord* owner) {
  UnrelatedText text{generic.line, {}, nullptr, generic.is_signature};
  if (owner != nullptr) {
    text.entry = owner;
    text.domain = owner->domain.value;
    text.text = generic.is_signature ? owner->signature.value : owner->root_cause.value;
  }
  return {&entry, generic.span, text, generic.is_torn};
}

void CrossMemory::fill(const FactIndex& entries) {
  owners_ = std::make_unique<Owners>();
  grams_ = std::make_unique<TextGrams>();
  added_ = 0;
  for (const EntryRecord* entry : entries.by_slot()) {
    if (entry == nullptr) continue;
    owners_->add(*entry);
    grams_->add(*entry);
  }
  std::vector<PairSet::Pair> pairs;
  for (const Kept& kept : kept_) {
    for (const ShadowPair& pair : kept.pairs) pairs.emplace_back(pair.other, pair.by);
  }
  shadowed_.assign(std::move(pairs));
}

void CrossMemory::change(const FactIndex& entries, const std::vector<SharedRecord>& before,
                         const std::vector<Slot>& now, unsigned jobs, std::set<Slot>& other) {
  for (const SharedRecord& record : before) grams_->remove(*record);
  for (const Slot slot : now) grams_->add(entries.at(slot));
  index(entries, now);
  kept_.resize(std::max(kept_.size(), entries.by_slot().size()));
  const std::set<Slot> searched = to_search(entries, before, now);
  std::set<Slot> gone;
  for (const SharedRecord& record : before) {
    if (!entries.has(record->slot)) gone.insert(record->slot);
  }
  for (const Slot slot : gone) keep(slot, {});
  if (searched.empty()) return;
  const KnowledgeBase base = to_look_at(entries, searched);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number < base.entries().size(); ++number) {
    if (searched.contains(base.entries()[number].get().slot)) numbers.push_back(number);
  }
  std::vector<Kept> found = search(base, numbers, jobs);
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    const Slot slot = base.entries()[numbers[at]].get().slot;
    if (same(kept_[slot], found[at])) continue;
    add_partners(slot, other);
    keep(slot, std::move(found[at]));
    add_partners(slot, other);
    other.insert(slot);
  }
}

// Stale owners only cost time: when there are as many as there were, they go.
void CrossMemory::index(const FactIndex& entries, const std::vector<Slot>& now) {
  if (added_ > owners_->size() / 2) {
    owners_ = std::make_unique<Owners>();
    for (const EntryRecord* entry : entries.by_slot()) {
      if (entry != nullptr) owners_->add(*entry);
    }
    added_ = 0;
    return;
  }
  const std::size_t size = owners_->size();
  for (const Slot slot : now) owners_->add(entries.at(slot));
  added_ += owners_->size() - size;
}

// The entries for which there may be something else to find. A root cause is looked at by regexes
// of other domains alone.
std::set<Slot> CrossMemory::to_search(const FactIndex& entries,
                                      const std::vector<SharedRecord>& before,
                                      const std::vector<Slot>& now) const {
  std::set<Slot> slots;
  const auto add = [&](const EntryRecord& owner, std::string_view text, bool is_signature) {
    std::set<Slot> some;
    owners_->find(text, some);
    std::copy_if(some.begin(), some.end(), std::inserter(slots, slots.end()), [&](Slot slot) {
      return entries.has(slot) &&
             (is_signature || entries.at(slot).domain.value != owner.domain.value);
    });
  };
  const auto add_texts = [&](const EntryRecord& owner, const EntryRecord* other) {
    const bool is_same = other != nullptr && same_owner(owner, *other);
    if (!is_same || owner.signature.value != other->signature.value) {
      add(owner, owner.signature.value, true);
    }
    if (!is_same || owner.root_cause.value != other->root_cause.value) {
      add(owner, owner.root_cause.value, false);
    }
  };
  std::unordered_map<Slot, const EntryRecord*> old;
  for (const SharedRecord& record : before) old[record->slot] = record.get();
  for (const auto& [slot, record] : old) {
    add_texts(*record, entries.has(slot) ? &entries.at(slot) : nullptr);
  }
  for (const Slot slot : now) {
    const auto known = old.find(slot);
    const EntryRecord* record = known == old.end() ? nullptr : known->second;
    add_texts(entries.at(slot), record);
    if (record == nullptr || !same_regex(*record, entries.at(slot))) slots.insert(slot);
  }
  return slots;
}

// These entries, and those that have one of their literals in a text: no others are met.
KnowledgeBase CrossMemory::to_look_at(const FactIndex& entries,
                                      const std::set<Slot>& searched) const {
  TextGrams::Slots slots;
  std::set<std::string_view> literals;
  for (const Slot slot : searched) {
    for_each_literal(entries.at(slot), [&](std::string_view literal) { literals.insert(literal); });
  }
  for (const std::string_view literal : literals) grams_->find(literal, slots);
  Entries some;
  for (Slot slot = 0; slot < entries.by_slot().size(); ++slot) {
    constexpr Slot kBits = 64;
    const bool may_have = slot / kBits < slots.size() && (slots[slot / kBits] >> slot % kBits & 1U);
    if (!entries.has(slot)) continue;
    if (may_have || searched.contains(slot)) some.emplace_back(entries.at(slot));
  }
  std::sort(some.begin(), some.end(), [](const EntryRecord& left, const EntryRecord& right) {
    return left.file < right.file;
  });
  return KnowledgeBase(std::move(some), entries);
}

// Of the entries with these numbers in the base.
std::vector<CrossMemory::Kept> CrossMemory::search(const KnowledgeBase& base,
                                                   const std::vector<std::uint32_t>& entries,
                                                   unsigned jobs) const {
  std::vector<Kept> kept(entries.size());
  std::unordered_map<Slot, std::size_t> places;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    places[base.entries()[entries[at]].get().slot] = at;
  }
  CrossFound found = search_branches(base, entries, jobs, usual_held_bytes(base));
  for (const GenericBranch& branch : found.generic) {
    const UnrelatedText& text = branch.sample;
    KeptGeneric generic{branch.span, {}, text.text, text.is_signature, branch.is_torn};
    if (text.entry != nullptr) {
      generic.slot = text.entry->slot;
      generic.line = {};
    }
    kept[places[branch.entry->slot]].generic.push_back(generic);
  }
  for (ShadowPairs& pairs : found.pairs) {
    for (ShadowPair& pair : pairs) {
      pair.by = base.entries()[pair.by].get().slot;
      pair.other = base.of_file(pair.other).slot;
      kept[places[pair.by]].pairs.push_back(pair);
    }
    pairs = {};
  }
  return kept;
}

void CrossMemory::keep(Slot slot, Kept kept) {
  for (const ShadowPair& pair : kept_[slot].pairs) shadowed_.erase(pair.other, slot);
  for (const ShadowPair& pair : kept.pairs) shadowed_.insert(pair.other, slot);
  kept_[slot] = std::move(kept);
}

void CrossMemory::add_partners(Slot slot, std::set<Slot>& slots) const {
  shadowed_.for_each(slot, [&](Slot by) { slots.insert(by); });
  if (slot >= kept_.size()) return;
  for (const ShadowPair& pair : kept_[slot].pairs) slots.insert(pair.other);
}

void CrossMemory::add_seen(Slot slot, std::set<Slot>& slots) const {
  if (slot >= kept_.size()) return;
  for (const ShadowPair& pair : kept_[slot].pairs) slots.insert(pair.other);
  for (const KeptGeneric& generic : kept_[slot].generic) {
    if (generic.slot) slots.insert(*generic.slot);
  }
}

CrossMatches CrossMemory::about(const std::set<Slot>& slots, const FactIndex& entries,
                                const KnowledgeBase& base, unsigned jobs) const {
  std::vector<GenericBranch> generic;
  std::vector<ShadowPairs> pairs(1);
  std::vector<FileId> files;
  const auto add = [&](ShadowPair pair) {
    pair.by = entries.at(pair.by).file;
    pair.other = entries.at(pair.other).file;
    pairs.front().push_back(pair);
  };
  for (const EntryRecord& entry : base.entries()) {
    if (!slots.contains(entry.slot)) continue;
    files.push_back(entry.file);
    const Kept& kept = kept_[entry.slot];
    for (const KeptGeneric& one : kept.generic) {
      generic.push_back(generic_of(entry, one, one.slot ? &entries.at(*one.slot) : nullptr));
    }
    for (const ShadowPair& pair : kept.pairs) add(pair);
  }
  // Of the others only what shows that two match each other.
  for (const EntryRecord& entry : base.entries()) {
    if (slots.contains(entry.slot)) continue;
    for (const ShadowPair& pair : kept_[entry.slot].pairs) {
      if (slots.contains(pair.other)) add(pair);
    }
  }
  return {std::move(generic), shadows_of(std::move(pairs), base, jobs, &files)};
}

}  // namespace kbc
