#include "lower/knowledge_base.h"

#include <mutex>
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

Located Recorder::keep(const Text& text) { return {arena_.copy(text.value), text.span}; }

std::vector<Located> Recorder::keep_all(const TextList& texts) {
  std::vector<Located> kept;
  kept.reserve(texts.size());
  for (const Text& text : texts) kept.push_back(keep(text));
  return kept;
}

EntryRecord Recorder::record(const Entry& entry, FileId file, bool is_sound,
                             RegexLiterals literals) {
  EntryRecord record;
  record.file = file;
  record.path_id = arena_.copy(entry.path_id);
  record.is_sound = is_sound;
  record.id = entry["id"].present() ? keep(entry["id"]) : Located{record.path_id, {}};
  record.signature = keep(entry["signature"]);
  record.regex = keep(entry["regex"]);
  record.domain = keep(entry["domain"]);
  record.root_cause = keep(entry["root_cause"]);
  record.case_rule = entry.pattern.case_rule();
  if (literals == RegexLiterals::kKeep && entry["regex"].present() && entry.pattern.form()) {
    record.branches = arena_.copy(keep_branches(entry.pattern.syntax(), *entry.pattern.form()));
  }
  record.aliases = keep_all(entry.list("aliases"));
  record.ignores = keep_all(entry.list("kbc_ignore"));
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    record.lists[kind] = entry.links[kind].span;
    record.is_doubtful[kind] = entry.links[kind].is_doubtful;
    for (const Link& link : entry.links[kind].links) {
      if (!link.error_id.present()) continue;
      record.edges.push_back({static_cast<LinkKind>(kind), has_words(link), link.ordinal, link.span,
                              link.removal, keep(link.error_id), link.probability.span,
                              link.probability.value});
    }
  }
  return record;
}

struct KnowledgeBase::Nearest {
  std::once_flag once;
  std::optional<NameIndex> index;
};

KnowledgeBase::KnowledgeBase(std::vector<EntryRecord> entries, std::vector<Recorder> owners,
                             RemovedIds removed)
    : owners_(std::move(owners)),
      entries_(std::move(entries)),
      removed_(std::move(removed)),
      nearest_(std::make_shared<Nearest>()) {
  by_id_.reserve(entries_.size());
  for (const EntryRecord& entry : entries_) {
    if (!entry.id.value.empty()) by_id_.try_emplace(entry.id.value, &entry);
    for (const Located& alias : entry.aliases) by_alias_.try_emplace(alias.value, &entry);
  }
}

const EntryRecord* KnowledgeBase::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const EntryRecord* KnowledgeBase::find_alias(std::string_view alias) const {
  const auto found = by_alias_.find(alias);
  return found == by_alias_.end() ? nullptr : found->second;
}

const std::string* KnowledgeBase::find_removed(std::string_view id) const {
  const auto found = removed_.find(id);
  return found == removed_.end() ? nullptr : &found->second;
}

std::optional<std::string_view> KnowledgeBase::nearest_id(std::string_view id) const {
  std::call_once(nearest_->once, [this] {
    std::vector<std::string_view> ids;
    ids.reserve(by_id_.size());
    for (const auto& [known, entry] : by_id_) ids.push_back(known);
    nearest_->index.emplace(std::move(ids));
  });
  return nearest_->index->nearest(id);
}

}  // namespace kbc
