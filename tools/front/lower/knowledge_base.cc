#include "lower/knowledge_base.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "regex/branch_literals.h"
#include "text/name_index.h"

namespace kbc {
namespace {

std::string list_pointer(LinkKind kind) {
  return "/transition_graph/" + std::string(field_of(kind));
}

std::string edge_pointer(const Edge& edge) {
  return list_pointer(edge.kind) + "/" + std::to_string(edge.ordinal);
}

bool has_words(const Link& link) {
  return !link.distinction.value.empty() || !link.condition.value.empty() ||
         !link.typical_delay.value.empty();
}

}  // namespace

Place EntryRecord::at_alias(std::size_t index) const {
  return {file, aliases[index].span, "/aliases/" + std::to_string(index), {}, {}};
}

Place EntryRecord::at_ignore(std::size_t index) const {
  return {file, ignores[index].span, "/kbc_ignore/" + std::to_string(index), {}, {}};
}

Place EntryRecord::at_target(const Edge& edge) const {
  return {file, edge.target.span, edge_pointer(edge) + "/error_id", {}, {}};
}

Place EntryRecord::at_probability(const Edge& edge) const {
  return {file, edge.probability_span, edge_pointer(edge) + "/probability", {}, {}};
}

Place EntryRecord::at_list(LinkKind kind) const {
  return {file, lists[static_cast<std::size_t>(kind)], list_pointer(kind), {}, {}};
}

namespace {

Located located(const Text& text) { return {text.value, text.span}; }

std::vector<Located> located(const TextList& texts) {
  std::vector<Located> all;
  all.reserve(texts.size());
  for (const Text& text : texts) all.push_back(located(text));
  return all;
}

// Calls visit with each view of the record.
template <typename Visit>
void for_each_text(EntryRecord& record, const Visit& visit) {
  for (Located* text :
       {&record.id, &record.signature, &record.regex, &record.domain, &record.root_cause}) {
    visit(text->value);
  }
  visit(record.path_id);
  visit(record.branches);
  for (Located& alias : record.aliases) visit(alias.value);
  for (Located& name : record.ignores) visit(name.value);
  for (Edge& edge : record.edges) visit(edge.target.value);
}

// Copies the texts into one block of their size. The record views nothing else then.
void own_texts(EntryRecord& record) {
  std::size_t size = 0;
  for_each_text(record, [&](std::string_view text) { size += text.size(); });
  const std::shared_ptr<char[]> texts = std::make_shared_for_overwrite<char[]>(size);
  char* next = texts.get();
  for_each_text(record, [&](std::string_view& text) {
    if (!text.empty()) std::memcpy(next, text.data(), text.size());
    text = {next, text.size()};
    next += text.size();
  });
  record.texts = texts;
}

}  // namespace

std::shared_ptr<EntryRecord> record_of(const Entry& entry, FileId file, bool is_sound,
                                       RegexLiterals literals) {
  auto record = std::make_shared<EntryRecord>();
  record->file = file;
  record->slot = file;
  record->path_id = entry.path_id;
  record->is_sound = is_sound;
  record->id = entry["id"].present() ? located(entry["id"]) : Located{record->path_id, {}};
  record->signature = located(entry["signature"]);
  record->regex = located(entry["regex"]);
  record->domain = located(entry["domain"]);
  record->root_cause = located(entry["root_cause"]);
  record->case_rule = entry.pattern.case_rule();
  std::string branches;
  if (literals == RegexLiterals::kKeep && entry["regex"].present() && entry.pattern.form()) {
    branches = keep_branches(entry.pattern.syntax(), *entry.pattern.form());
  }
  record->branches = branches;
  record->aliases = located(entry.list("aliases"));
  record->ignores = located(entry.list("kbc_ignore"));
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    record->lists[kind] = entry.links[kind].span;
    record->is_doubtful[kind] = entry.links[kind].is_doubtful;
    for (const Link& link : entry.links[kind].links) {
      if (!link.error_id.present()) continue;
      record->edges.push_back({static_cast<LinkKind>(kind), has_words(link), link.ordinal,
                               link.span, link.removal, located(link.error_id),
                               link.probability.span, link.probability.value});
    }
  }
  record->edges.shrink_to_fit();
  own_texts(*record);
  return record;
}

// The tables of names are made when somebody asks for one. Of a part what was asked for is
// remembered: the answer may cost as much as there are entries of the name.
struct KnowledgeBase::State {
  using Found = std::unordered_map<std::string_view, const EntryRecord*>;

  void make_names() {
    by_id.reserve(owned.size());
    for (const EntryRecord& entry : entries) {
      if (!entry.id.value.empty()) by_id.try_emplace(entry.id.value, &entry);
      for (const Located& alias : entry.aliases) by_alias.try_emplace(alias.value, &entry);
    }
  }

  const EntryRecord* find(Found& found, std::string_view name,
                          const EntryRecord* (Names::*find_in)(std::string_view) const) {
    if (names == nullptr) {
      std::call_once(has_names, [this] { make_names(); });
      const auto known = found.find(name);
      return known == found.end() ? nullptr : known->second;
    }
    const std::lock_guard lock(mutex);
    const auto [known, is_new] = found.try_emplace(name);
    if (is_new) known->second = (names->*find_in)(name);
    return known->second;
  }

  std::vector<SharedRecord> owned;
  std::vector<std::reference_wrapper<const EntryRecord>> entries;
  RemovedIds removed;
  const Names* names = nullptr;  // of a part
  std::mutex mutex;              // of the answers about a part
  std::once_flag has_names, has_nearest;
  Found by_id, by_alias;
  std::optional<NameIndex> nearest;  // built when it is first asked for
};

KnowledgeBase::KnowledgeBase(std::vector<SharedRecord> entries, RemovedIds removed)
    : state_(std::make_shared<State>()) {
  State& state = *state_;
  state.owned = std::move(entries);
  state.removed = std::move(removed);
  state.entries.reserve(state.owned.size());
  for (const SharedRecord& entry : state.owned) state.entries.emplace_back(*entry);
}

KnowledgeBase::KnowledgeBase(std::vector<std::reference_wrapper<const EntryRecord>> entries,
                             const Names& names)
    : state_(std::make_shared<State>()) {
  state_->entries = std::move(entries);
  state_->names = &names;
}

const std::vector<std::reference_wrapper<const EntryRecord>>& KnowledgeBase::entries() const {
  return state_->entries;
}

const EntryRecord& KnowledgeBase::of_file(FileId file) const {
  const auto& entries = state_->entries;
  if (file < entries.size() && entries[file].get().file == file) return entries[file];
  return *std::partition_point(entries.begin(), entries.end(),
                               [&](const EntryRecord& entry) { return entry.file < file; });
}

const EntryRecord* KnowledgeBase::find(std::string_view id) const {
  return state_->find(state_->by_id, id, &Names::find);
}

const EntryRecord* KnowledgeBase::find_alias(std::string_view alias) const {
  return state_->find(state_->by_alias, alias, &Names::find_alias);
}

const std::string* KnowledgeBase::find_removed(std::string_view id) const {
  if (state_->names != nullptr) return state_->names->find_removed(id);
  const auto found = state_->removed.find(id);
  return found == state_->removed.end() ? nullptr : &found->second;
}

std::optional<std::string_view> KnowledgeBase::nearest_id(std::string_view id) const {
  if (state_->names != nullptr) {
    const std::lock_guard lock(state_->mutex);
    return state_->names->nearest_id(id);
  }
  std::call_once(state_->has_nearest, [this] {
    std::vector<std::string_view> ids;
    ids.reserve(state_->entries.size());
    for (const EntryRecord& entry : state_->entries) {
      if (!entry.id.value.empty()) ids.push_back(entry.id.value);
    }
    state_->nearest.emplace(std::move(ids));
  });
  return state_->nearest->nearest(id);
}

}  // namespace kbc
