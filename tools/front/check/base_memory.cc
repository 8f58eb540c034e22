#include "check/base_memory.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "check/edge_index.h"
#include "check/registry.h"
#include "text/ascii.h"
#include "text/sample_rank.h"
#include "text/similarity.h"

namespace kbc {
namespace {

void add(const std::vector<const EntryRecord*>& entries, std::set<Slot>& slots) {
  for (const EntryRecord* entry : entries) slots.insert(entry->slot);
}

void add(const EntryRecord* entry, std::set<Slot>& slots) {
  if (entry != nullptr) slots.insert(entry->slot);
}

bool same_texts(const std::vector<Located>& left, const std::vector<Located>& right) {
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const Located& one, const Located& other) { return one.value == other.value; });
}

// Whether links to both mean the same entry, and they claim the same id.
bool same_names(const EntryRecord& left, const EntryRecord& right) {
  return left.id.value == right.id.value && left.path_id == right.path_id &&
         (left.id.span.size() == 0) == (right.id.span.size() == 0) &&
         same_texts(left.aliases, right.aliases);
}

bool same_edge(const Edge& left, const Edge& right) {
  return left.kind == right.kind && left.target.value == right.target.value &&
         has_probability(left) == has_probability(right) &&
         (!has_probability(left) || left.probability == right.probability);
}

// Whether rules about links say the same of other entries. Where it says something of this one, its
// places matter, too, and then the finding names it.
bool same_links(const EntryRecord& left, const EntryRecord& right) {
  return same_names(left, right) && left.is_sound == right.is_sound &&
         left.is_doubtful == right.is_doubtful &&
         std::equal(left.edges.begin(), left.edges.end(), right.edges.begin(), right.edges.end(),
                    same_edge);
}

// Whether what a regex matches in their texts, or theirs in others', is told in the same words.
bool same_in_matches(const EntryRecord& left, const EntryRecord& right) {
  return left.signature.value == right.signature.value && left.regex.value == right.regex.value &&
         left.domain.value == right.domain.value && left.root_cause.value == right.root_cause.value;
}

bool same_signature(const EntryRecord& left, const EntryRecord& right) {
  return left.signature.value == right.signature.value && left.domain.value == right.domain.value &&
         left.id.value == right.id.value;
}

std::vector<std::uint64_t> keys_of(const EntryRecord& entry) {
  return similarity_keys(entry.signature.value, entry.domain.value);
}

// Of the entries of one key, by their ranks, those that are compared with all others.
std::ptrdiff_t count_lowest(const std::vector<const EntryRecord*>& ranked) {
  return static_cast<std::ptrdiff_t>(std::min(ranked.size(), kMostOfOneKey));
}

bool is_among_lowest(const std::vector<const EntryRecord*>& ranked, const EntryRecord& entry) {
  return std::find(ranked.begin(), ranked.begin() + count_lowest(ranked), &entry) !=
         ranked.begin() + count_lowest(ranked);
}

}  // namespace

CrossMatches BaseMemory::find_all(const KnowledgeBase& base, unsigned jobs) {
  return cross_.find(base, jobs);
}

void BaseMemory::fill(const std::vector<SharedRecord>& entries, const RemovedIds& removed,
                      const Severities& rules) {
  facts_.fill(entries, removed);
  has_cross_ = needs_literals(rules);
  if (has_cross_) cross_.fill(facts_);
  mentions_.assign({});
  mentioned_.clear();
  is_filled_ = true;
}

void BaseMemory::set_mentions(Slot slot, std::vector<Slot> mentioned) {
  if (slot >= mentioned_.size()) mentioned_.resize(slot + 1);
  for (const Slot other : mentioned_[slot]) mentions_.erase(other, slot);
  for (const Slot other : mentioned) mentions_.insert(other, slot);
  mentioned_[slot] = std::move(mentioned);
}

Neighbourhood BaseMemory::change(const std::vector<SharedRecord>& before,
                                 const std::vector<SharedRecord>& now, const RemovedIds& removed,
                                 unsigned jobs) {
  facts_.rebind(removed);
  // What was in a slot, and what is.
  std::unordered_map<Slot, std::pair<const EntryRecord*, const EntryRecord*>> changed;
  for (const SharedRecord& record : before) changed[record->slot].first = record.get();
  for (const SharedRecord& record : now) changed[record->slot].second = record.get();
  for (const auto& [slot, records] : changed) facts_.replace(records.first, records.second);
  const std::vector<std::string> suggestions = facts_.renew_suggestions();
  Slots slots;
  if (has_cross_) {
    std::vector<Slot> now_slots;
    for (const SharedRecord& record : now) now_slots.push_back(record->slot);
    cross_.change(facts_, before, now_slots, jobs, slots);
  }
  for (const auto& [slot, records] : changed) {
    slots.insert(slot);
    mentions_.for_each(slot, [&](Slot other) { slots.insert(other); });
    add_changed(records.first, records.second, slots);
  }
  for (const std::string& target : suggestions) {
    for (const EntryRecord* entry : facts_.with(Fact::kTarget, target)) {
      slots.insert(entry->slot);
      add_beyond(*entry, slots);
    }
  }
  std::erase_if(slots, [&](Slot slot) { return !facts_.has(slot); });
  Slots needed = slots;
  for (const Slot slot : slots) add_needed(facts_.at(slot), needed);
  // Those that are looked at need the first of those with the same text.
  Slots firsts;
  for (const Slot slot : needed) {
    if (!facts_.has(slot)) continue;
    add(facts_.first_with(Fact::kText, text_in_domain(facts_.at(slot))), firsts);
  }
  needed.merge(firsts);
  std::vector<std::reference_wrapper<const EntryRecord>> entries;
  for (const Slot slot : needed) {
    if (facts_.has(slot)) entries.emplace_back(facts_.at(slot));
  }
  std::sort(entries.begin(), entries.end(), [](const EntryRecord& left, const EntryRecord& right) {
    return left.file < right.file;
  });
  Neighbourhood neighbourhood{{}, KnowledgeBase(std::move(entries), facts_), {}};
  for (const Slot slot : slots) neighbourhood.about.push_back(facts_.at(slot).file);
  std::sort(neighbourhood.about.begin(), neighbourhood.about.end());
  if (has_cross_) neighbourhood.cross = cross_.about(slots, facts_, neighbourhood.part, jobs);
  return neighbourhood;
}

// --- What changes

void BaseMemory::add_changed(const EntryRecord* before, const EntryRecord* now,
                             Slots& slots) const {
  const bool is_both = before != nullptr && now != nullptr;
  const bool has_other_names = !is_both || !same_names(*before, *now);
  const bool has_other_links = !is_both || !same_links(*before, *now);
  Entries states;
  if (before != nullptr) states.push_back(before);
  if (now != nullptr) states.push_back(now);
  if (has_other_links) add_linking(states, has_other_names, slots);
  if (has_other_links || !same_in_matches(*before, *now)) {
    cross_.add_partners(states.front()->slot, slots);
  }
  const bool has_other_id = !is_both || before->id.value != now->id.value;
  const bool has_other_regex = has_other_id || before->regex.value != now->regex.value;
  const bool has_other_signature = has_other_names || !same_signature(*before, *now);
  for (const EntryRecord* state : states) {
    if (has_other_regex) add_group(Fact::kRegex, state->regex.value, now, slots);
    if (!has_other_signature) continue;
    add_group(Fact::kSignature, lower_ascii(state->signature.value), now, slots);
    add_similar(*state, now, slots);
  }
}

// The names by which links may lead to the entry, or to others that have its id.
std::set<std::string> BaseMemory::names_around(const EntryRecord& entry) const {
  std::set<std::string> names = {std::string(entry.id.value), std::string(entry.path_id)};
  for (const Located& alias : entry.aliases) names.emplace(alias.value);
  for (const EntryRecord* other : facts_.with(Fact::kId, entry.id.value)) {
    for (const Located& alias : other->aliases) names.emplace(alias.value);
  }
  return names;
}

// Of an entry before and after a change: who links to it, has its id, or one of its names.
void BaseMemory::add_linking(const Entries& changed, bool has_other_names, Slots& slots) const {
  std::set<std::string> names;
  for (const EntryRecord* state : changed) {
    names.merge(names_around(*state));
    add(facts_.with(Fact::kLowerId, lower_ascii(state->id.value)), slots);
  }
  Slots linking;
  for (const std::string& name : names) add(facts_.with(Fact::kTarget, name), linking);
  slots.insert(linking.begin(), linking.end());
  if (!has_other_names) return;
  for (const std::string& name : names) {
    add(facts_.with(Fact::kAlias, name), slots);
    add(facts_.with(Fact::kPath, name), slots);
  }
  for (const Slot slot : linking) add_beyond(facts_.at(slot), slots);
}

// Where an entry's links lead is of account to those that link to it, and for what its regex
// matches.
void BaseMemory::add_beyond(const EntryRecord& linking, Slots& slots) const {
  for (const std::string& name : names_around(linking)) {
    add(facts_.with(Fact::kTarget, name), slots);
  }
  cross_.add_partners(linking.slot, slots);
}

// Of those that have the same, all others are told that the first has it.
void BaseMemory::add_group(Fact fact, std::string_view text, const EntryRecord* now,
                           Slots& slots) const {
  if (text.empty()) return;
  const Entries group = facts_.with(fact, text);
  const bool is_first =
      now == nullptr || std::all_of(group.begin(), group.end(), [&](const EntryRecord* entry) {
        return now->file <= entry->file;
      });
  if (is_first) add(group, slots);
}

// Each text is compared with those of the lowest ranks under its keys, and these with all. Of the
// entries with one text the first stands for all: where that is another now, so is its rank.
void BaseMemory::add_similar(const EntryRecord& entry, const EntryRecord* now, Slots& slots) const {
  const Entries same = facts_.with(Fact::kText, text_in_domain(entry));
  std::set<std::uint64_t> ranks = {sample_rank(entry.id.value)};
  if (now != nullptr) ranks.insert(sample_rank(now->id.value));
  std::size_t before = 0;  // those that are in front of it and stay so
  for (const EntryRecord* other : same) {
    if (now != nullptr && other->file < now->file) ++before;
  }
  if (before > 0) return;
  // The second is the first where this one is not.
  const EntryRecord* second = nullptr;
  for (const EntryRecord* other : same) {
    if (other == now) continue;
    if (second == nullptr || other->file < second->file) second = other;
  }
  if (second != nullptr) {
    slots.insert(second->slot);
    ranks.insert(sample_rank(second->id.value));
  }
  for (const std::uint64_t key : keys_of(entry)) {
    const Entries ranked = facts_.ranked_with_key(key);
    // One more: it is in or out as this one is out or in.
    const std::size_t count = std::min(ranked.size(), kMostOfOneKey + 1);
    const bool is_of_lowest =
        ranked.size() <= count || *ranks.begin() <= sample_rank(ranked[count - 1]->id.value);
    add(is_of_lowest ? ranked
                     : Entries(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count)),
        slots);
  }
}

// --- What is looked at

void BaseMemory::add_needed(const EntryRecord& entry, Slots& slots) const {
  add(facts_.with(Fact::kLowerId, lower_ascii(entry.id.value)), slots);
  if (!entry.regex.value.empty()) add(facts_.first_with(Fact::kRegex, entry.regex.value), slots);
  if (!entry.signature.value.empty()) {
    add(facts_.first_with(Fact::kSignature, lower_ascii(entry.signature.value)), slots);
  }
  add_targets(entry, slots);
  if (has_cross_) cross_.add_seen(entry.slot, slots);
  if (!facts_.is_first_of_its_text(entry)) return;
  for (const std::uint64_t key : keys_of(entry)) {
    Entries ranked = facts_.ranked_with_key(key);
    if (!is_among_lowest(ranked, entry)) ranked.resize(std::min(ranked.size(), kMostOfOneKey));
    add(ranked, slots);
  }
}

// Whatever may have a link back, or be meant by a link.
void BaseMemory::add_targets(const EntryRecord& entry, Slots& slots) const {
  std::set<std::string_view> targets;
  for (const Edge& edge : entry.edges) targets.insert(edge.target.value);
  for (const std::string_view target : targets) {
    const Entries with_alias = facts_.with(Fact::kAlias, target);
    add(with_alias, slots);
    add(facts_.with(Fact::kPath, target), slots);
    const EntryRecord* linked = facts_.find(target);
    if (linked == nullptr) linked = facts_.find_alias(target);
    if (linked == nullptr) continue;
    slots.insert(linked->slot);
    add(facts_.with(Fact::kId, linked->id.value), slots);
  }
}

}  // namespace kbc
