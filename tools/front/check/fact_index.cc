// A fact is kept as a hash. Whoever needs to be certain looks at the record; a hash that two texts
// share makes groups larger, never wrong.

#include "check/fact_index.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "text/ascii.h"
#include "text/hash.h"
#include "text/name_index.h"
#include "text/sample_rank.h"
#include "text/similarity.h"

namespace kbc {
namespace {

// Those of one kind have nothing in common with another's.
std::uint64_t hash_of(Fact fact, std::string_view text) {
  Fnv1a hash;
  hash.add(static_cast<char>(fact));
  hash.add(text);
  return spread(hash.value());
}

bool has_alias(const EntryRecord& entry, std::string_view alias) {
  return std::any_of(entry.aliases.begin(), entry.aliases.end(),
                     [&](const Located& one) { return one.value == alias; });
}

bool has_fact(const EntryRecord& entry, Fact fact, std::string_view text) {
  switch (fact) {
    case Fact::kId:
      return entry.id.value == text;
    case Fact::kLowerId:
      return lower_ascii(entry.id.value) == text;
    case Fact::kPath:
      return entry.path_id == text;
    case Fact::kAlias:
      return has_alias(entry, text);
    case Fact::kTarget:
      return true;  // nobody needs to know, and to look through thousands of links takes its time
    case Fact::kRegex:
      return entry.regex.value == text;
    case Fact::kSignature:
      return lower_ascii(entry.signature.value) == text;
    case Fact::kText:
      return text_in_domain(entry) == text;
  }
  return false;
}

using Hashes = std::vector<std::uint64_t>;

// Sorted, each once.
Hashes facts_of(const EntryRecord& entry) {
  Hashes hashes = similarity_keys(entry.signature.value, entry.domain.value);
  const auto add = [&](Fact fact, std::string_view text) {
    if (!text.empty()) hashes.push_back(hash_of(fact, text));
  };
  add(Fact::kId, entry.id.value);
  add(Fact::kLowerId, lower_ascii(entry.id.value));
  add(Fact::kPath, entry.path_id);
  for (const Located& alias : entry.aliases) hashes.push_back(hash_of(Fact::kAlias, alias.value));
  for (const Edge& edge : entry.edges) hashes.push_back(hash_of(Fact::kTarget, edge.target.value));
  add(Fact::kRegex, entry.regex.value);
  add(Fact::kSignature, lower_ascii(entry.signature.value));
  if (!entry.signature.value.empty()) add(Fact::kText, text_in_domain(entry));
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

using Texts = std::set<std::string_view>;

Texts names_of(const EntryRecord* entry) {
  Texts names;
  if (entry == nullptr) return names;
  names.insert(entry->id.value);
  for (const Located& alias : entry->aliases) names.insert(alias.value);
  return names;
}

Texts targets_of(const EntryRecord* entry) {
  Texts targets;
  if (entry == nullptr) return targets;
  for (const Edge& edge : entry->edges) targets.insert(edge.target.value);
  return targets;
}

std::string_view id_of(const EntryRecord* entry) {
  return entry == nullptr ? std::string_view() : entry->id.value;
}

}  // namespace

std::string text_in_domain(const EntryRecord& entry) {
  return std::string(entry.domain.value).append("\n").append(entry.signature.value);
}

// The ids are its own: records come and go.
struct FactIndex::NearestIds {
  std::vector<std::string> ids;
  NameIndex index{{}};
};

void FactIndex::fill(const std::vector<SharedRecord>& entries, const RemovedIds& removed) {
  removed_ = &removed;
  rebind(entries);
  std::vector<PairSet::Pair> pairs;
  for (const SharedRecord& entry : entries) {
    for (const std::uint64_t hash : facts_of(*entry)) pairs.emplace_back(hash, entry->slot);
  }
  facts_.assign(std::move(pairs));
  nearest_.reset();
  touched_.clear();
  touched_ids_.clear();
  unresolved_.clear();
  const KnowledgeBase base(entries, removed);
  for (const EntryRecord& entry : base.entries()) {
    for (const Edge& edge : entry.edges) {
      const std::string_view target = edge.target.value;
      if (base.find(target) != nullptr || base.find_alias(target) != nullptr) continue;
      const auto [known, is_new] = unresolved_.try_emplace(std::string(target));
      if (is_new) known->second = nearest_to(target);
    }
  }
}

void FactIndex::rebind(const std::vector<SharedRecord>& entries) {
  std::fill(by_slot_.begin(), by_slot_.end(), nullptr);
  for (const SharedRecord& entry : entries) {
    if (entry->slot >= by_slot_.size()) by_slot_.resize(entry->slot + 1);
    by_slot_[entry->slot] = entry.get();
  }
  size_ = entries.size();
}

void FactIndex::replace(const EntryRecord* before, const EntryRecord* now) {
  touch(before, now);
  const Hashes old = before == nullptr ? Hashes() : facts_of(*before);
  const Hashes made = now == nullptr ? Hashes() : facts_of(*now);
  Hashes gone;
  std::set_difference(old.begin(), old.end(), made.begin(), made.end(), std::back_inserter(gone));
  for (const std::uint64_t hash : gone) facts_.erase(hash, before->slot);
  Hashes added;
  std::set_difference(made.begin(), made.end(), old.begin(), old.end(), std::back_inserter(added));
  for (const std::uint64_t hash : added) facts_.insert(hash, now->slot);
  const Slot slot = now == nullptr ? before->slot : now->slot;
  if (slot >= by_slot_.size()) by_slot_.resize(slot + 1);
  size_ += (now == nullptr ? 0U : 1U) - (by_slot_[slot] == nullptr ? 0U : 1U);
  by_slot_[slot] = now;
}

// Before the facts are changed.
void FactIndex::touch(const EntryRecord* before, const EntryRecord* now) {
  const auto touch_different = [&](const Texts& left, const Texts& right) {
    std::vector<std::string_view> texts;
    std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(),
                                  std::back_inserter(texts));
    touched_.insert(texts.begin(), texts.end());
  };
  touch_different(names_of(before), names_of(now));
  touch_different(targets_of(before), targets_of(now));
  if (id_of(before) == id_of(now)) return;
  for (const std::string_view id : {id_of(before), id_of(now)}) {
    if (!id.empty() && !touched_ids_.contains(id)) {
      touched_ids_.emplace(std::string(id), find(id) != nullptr);
    }
  }
}

std::vector<std::string> FactIndex::renew_suggestions() {
  const bool has_other_ids =
      std::any_of(touched_ids_.begin(), touched_ids_.end(),
                  [&](const auto& id) { return id.second != (find(id.first) != nullptr); });
  if (has_other_ids) nearest_.reset();
  std::vector<std::string> changed;
  if (has_other_ids) {
    for (auto& [target, suggested] : unresolved_) {
      std::optional<std::string> nearest = nearest_to(target);
      if (nearest == suggested) continue;
      suggested = std::move(nearest);
      changed.push_back(target);
    }
  }
  for (const std::string& text : touched_) {
    if (!is_unresolved(text)) {
      unresolved_.erase(text);
    } else if (!unresolved_.contains(text)) {
      unresolved_.emplace(text, nearest_to(text));
    }
  }
  touched_.clear();
  touched_ids_.clear();
  return changed;
}

bool FactIndex::is_unresolved(std::string_view target) const {
  return first_with(Fact::kTarget, target) != nullptr && find(target) == nullptr &&
         find_alias(target) == nullptr;
}

// A hash may stand for a record that has another fact, or for one that is about to be replaced.
template <typename Visit>
void FactIndex::for_each_with(Fact fact, std::string_view text, const Visit& visit) const {
  facts_.for_each(hash_of(fact, text), [&](Slot slot) {
    if (has(slot) && has_fact(at(slot), fact, text)) visit(at(slot));
  });
}

std::vector<const EntryRecord*> FactIndex::with(Fact fact, std::string_view text) const {
  std::vector<const EntryRecord*> entries;
  for_each_with(fact, text, [&](const EntryRecord& entry) { entries.push_back(&entry); });
  return entries;
}

const EntryRecord* FactIndex::first_with(Fact fact, std::string_view text) const {
  const EntryRecord* first = nullptr;
  for_each_with(fact, text, [&](const EntryRecord& entry) {
    if (first == nullptr || entry.file < first->file) first = &entry;
  });
  return first;
}

bool FactIndex::is_first_of_its_text(const EntryRecord& entry) const {
  return first_with(Fact::kText, text_in_domain(entry)) == &entry;
}

std::vector<const EntryRecord*> FactIndex::ranked_with_key(std::uint64_t key) const {
  std::vector<std::tuple<std::uint64_t, FileId, const EntryRecord*>> ranked;
  facts_.for_each(key, [&](Slot slot) {
    if (!has(slot) || !is_first_of_its_text(at(slot))) return;
    ranked.emplace_back(sample_rank(at(slot).id.value), at(slot).file, &at(slot));
  });
  std::sort(ranked.begin(), ranked.end());
  std::vector<const EntryRecord*> entries;
  entries.reserve(ranked.size());
  for (const auto& [rank, file, entry] : ranked) entries.push_back(entry);
  return entries;
}

const EntryRecord* FactIndex::find(std::string_view id) const {
  return id.empty() ? nullptr : first_with(Fact::kId, id);
}

const EntryRecord* FactIndex::find_alias(std::string_view alias) const {
  return first_with(Fact::kAlias, alias);
}

const std::string* FactIndex::find_removed(std::string_view id) const {
  const auto found = removed_->find(id);
  return found == removed_->end() ? nullptr : &found->second;
}

std::optional<std::string_view> FactIndex::nearest_id(std::string_view id) const {
  const auto known = unresolved_.find(id);
  if (known == unresolved_.end() || !known->second) return {};
  return *known->second;
}

std::optional<std::string> FactIndex::nearest_to(std::string_view target) const {
  if (!nearest_) {
    auto made = std::make_shared<NearestIds>();
    for (const EntryRecord* entry : by_slot_) {
      if (entry != nullptr && !entry->id.value.empty()) made->ids.emplace_back(entry->id.value);
    }
    made->index = NameIndex({made->ids.begin(), made->ids.end()});
    nearest_ = std::move(made);
  }
  const std::optional<std::string_view> nearest = nearest_->index.nearest(target);
  return nearest ? std::optional<std::string>(*nearest) : std::nullopt;
}

}  // namespace kbc
