#include "lsp/id_places.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "check/edge_index.h"
#include "lower/taxonomy.h"
#include "parse/parse.h"
#include "text/languages.h"

namespace kbc {
namespace {

// All that a link to the entry may say.
std::set<std::string_view> names_of(const KnowledgeBase& base, const EntryRecord& entry) {
  std::set<std::string_view> names;
  const auto add = [&](std::string_view name) {
    if (linked_entry(base, name) == &entry) names.insert(name);
  };
  add(entry.id.value);
  for (const Located& alias : entry.aliases) add(alias.value);
  return names;
}

template <typename Visit>
void for_each_link(const BaseView& view, const EntryRecord& entry, const Visit& visit) {
  const std::set<std::string_view> names = names_of(view.base, entry);
  for (const EntryRecord& from : view.base.entries()) {
    for (const Edge& edge : from.edges) {
      if (names.contains(edge.target.value)) visit(from, edge);
    }
  }
}

bool names_entry(FieldKind kind) {
  return kind == FieldKind::kId || kind == FieldKind::kAlias || kind == FieldKind::kTarget;
}

// The place of a name in the file that kbc.json names for the taxonomy.
void find_in_taxonomy(const Config& config, const Cursor& cursor, Definition& definition) {
  if (config.taxonomy_path.empty()) return;
  Document document;
  parse_json(config.taxonomy_text, Dialect::kJson, document);
  if (document.empty() || !document.root().is(Kind::kObject)) return;
  for (const TaxonomyList& list : kTaxonomyLists) {
    if (cursor.shape.substr(1) != kTextFields[list.entry_field.number].name) continue;
    const std::uint32_t names = document.member(0, list.field);
    if (names == Document::kNoNode || !document[names].is(Kind::kObject)) return;
    const std::uint32_t value = document.member(names, cursor.text);
    if (value == Document::kNoNode) return;
    definition.other_file = config.taxonomy_path;
    definition.other_span = document[document[value].parent].span;
  }
}

// The pointers of the text that one is a translation of, or of its translations: `/workarounds/0`
// for `/workarounds/0/action` as for `/workarounds_zh/0`.
std::vector<std::string> counterparts_of(std::string_view pointer) {
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view field = pointer.substr(1, end - 1);
  const std::size_t next = std::min(pointer.find('/', end + 1), pointer.size());
  const std::string_view element = pointer.substr(end, next - end);
  std::vector<std::string> others;
  for (const Translation& translation : kTranslations) {
    const std::string_view source = translation.source->name, other = translation.field->name;
    const std::string_view found = field == source ? other : field == other ? source : "";
    if (!found.empty()) others.push_back("/" + std::string(found).append(element));
  }
  return others;
}

void find_counterparts(const BaseView& view, FileId file, const Cursor& cursor,
                       Definition& definition) {
  const ReadText read = read_text(view, file);
  if (read.document.empty() || cursor.pointer.empty()) return;
  for (const std::string& other : counterparts_of(cursor.pointer)) {
    const std::uint32_t node = read.document.at_pointer(0, other);
    if (node != Document::kNoNode && !read.document[node].is(Kind::kNull)) {
      definition.places.push_back({file, read.document[node].span});
    }
  }
}

// In all entries, or in those of one file.
std::vector<NamedPlace> ignores_of(const BaseView& view, std::string_view rule) {
  std::vector<NamedPlace> places;
  for (const EntryRecord& entry : view.base.entries()) {
    for (const Located& ignored : entry.ignores) {
      if (ignored.value == rule) places.push_back({entry.file, ignored.span});
    }
  }
  return places;
}

std::vector<NamedPlace> entries_of_domain(const BaseView& view, std::string_view domain) {
  std::vector<NamedPlace> places;
  for (const EntryRecord& entry : view.base.entries()) {
    if (entry.domain.value == domain && entry.domain.span.size() > 0) {
      places.push_back({entry.file, entry.domain.span});
    }
  }
  return places;
}

}  // namespace

const EntryRecord* entry_under(const BaseView& view, const Cursor& cursor) {
  const bool is_id =
      cursor.where == Cursor::Where::kValue && cursor.is_in_token() && names_entry(cursor.field());
  return is_id ? linked_entry(view.base, cursor.text) : nullptr;
}

NamedPlace declaration_of(const EntryRecord& entry) { return {entry.file, entry.id.span}; }

std::vector<NamedPlace> links_to(const BaseView& view, const EntryRecord& entry) {
  std::vector<NamedPlace> places;
  for_each_link(view, entry, [&](const EntryRecord& from, const Edge& edge) {
    places.push_back({from.file, edge.target.span});
  });
  return places;
}

std::size_t linking_entries(const BaseView& view, const EntryRecord& entry) {
  std::set<const EntryRecord*> linking;
  for_each_link(view, entry, [&](const EntryRecord& from, const Edge&) {
    if (&from != &entry) linking.insert(&from);
  });
  return linking.size();
}

Definition definition_of(const BaseView& view, FileId file, const Cursor& cursor) {
  Definition definition;
  if (const EntryRecord* entry = entry_under(view, cursor)) {
    definition.places.push_back(declaration_of(*entry));
  } else if (cursor.where == Cursor::Where::kValue && cursor.field() == FieldKind::kTaxonomy) {
    find_in_taxonomy(view.config, cursor, definition);
  } else if (cursor.is_in_token()) {
    find_counterparts(view, file, cursor, definition);
  }
  return definition;
}

std::vector<NamedPlace> references_of(const BaseView& view, const Cursor& cursor,
                                      Declaration declaration) {
  if (cursor.where != Cursor::Where::kValue || !cursor.is_in_token()) return {};
  if (cursor.field() == FieldKind::kRule) return ignores_of(view, cursor.text);
  if (cursor.shape == "/domain") return entries_of_domain(view, cursor.text);
  const EntryRecord* entry = entry_under(view, cursor);
  if (entry == nullptr) return {};
  std::vector<NamedPlace> places;
  if (declaration == Declaration::kInclude) {
    places.push_back(declaration_of(*entry));
    for (const Located& alias : entry->aliases) places.push_back({entry->file, alias.span});
  }
  const std::vector<NamedPlace> links = links_to(view, *entry);
  places.insert(places.end(), links.begin(), links.end());
  return places;
}

std::vector<NamedPlace> highlights_of(const BaseView& view, FileId file, const Cursor& cursor) {
  std::vector<NamedPlace> places = references_of(view, cursor, Declaration::kInclude);
  places.erase(std::remove_if(places.begin(), places.end(),
                              [&](const NamedPlace& place) { return place.file != file; }),
               places.end());
  return places;
}

}  // namespace kbc
