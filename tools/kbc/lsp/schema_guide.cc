#include "lsp/schema_guide.h"

#include <algorithm>

#include "parse/parse.h"
#include "text/percent.h"

namespace kbc {
namespace {

constexpr int kMostReferences = 16;  // that follow each other: a circle must end

}  // namespace

SchemaGuide::SchemaGuide(std::string_view schema) : schema_(schema) {
  parse_json(schema_, Dialect::kJson, document_);
}

std::uint32_t SchemaGuide::member(std::uint32_t object, std::string_view name) const {
  const bool is_object = object != Document::kNoNode && document_[object].is(Kind::kObject);
  return is_object ? document_.member(object, name) : Document::kNoNode;
}

std::uint32_t SchemaGuide::resolved(std::uint32_t place) const {
  for (int step = 0; step < kMostReferences; ++step) {
    const std::uint32_t reference = member(place, "$ref");
    if (reference == Document::kNoNode) return place;
    const std::string_view target = document_[reference].text;
    if (!target.starts_with('#')) return Document::kNoNode;
    place = document_.at_pointer(0, percent_decoded(target.substr(1)));
  }
  return Document::kNoNode;
}

std::uint32_t SchemaGuide::place(std::string_view shape) const {
  std::uint32_t at = document_.empty() ? Document::kNoNode : resolved(0);
  while (!shape.empty() && at != Document::kNoNode) {
    const std::size_t end = std::min(shape.find('/', 1), shape.size());
    const std::string_view step = shape.substr(1, end - 1);
    shape.remove_prefix(end);
    std::uint32_t next = Document::kNoNode;
    if (step == "*") {
      next = member(at, "items");
    } else {
      next = member(member(at, "properties"), step);
      if (next == Document::kNoNode) next = member(at, "additionalProperties");
    }
    at = resolved(next);
  }
  return at;
}

std::string_view SchemaGuide::text(std::uint32_t place, std::string_view name) const {
  const std::uint32_t node = member(place, name);
  if (node == Document::kNoNode || !document_[node].is(Kind::kString)) return {};
  return document_[node].text;
}

std::vector<std::string_view> SchemaGuide::types(std::uint32_t place) const {
  const std::uint32_t node = member(place, "type");
  if (node == Document::kNoNode) return {};
  if (!document_[node].is(Kind::kArray)) return {document_[node].text};
  std::vector<std::string_view> types;
  for (std::uint32_t at = node + 1; at < document_[node].next; at = document_[at].next) {
    types.push_back(document_[at].text);
  }
  return types;
}

std::vector<SchemaGuide::Value> SchemaGuide::values(std::uint32_t place) const {
  std::vector<Value> values;
  const std::uint32_t list = member(place, "enum");
  if (list == Document::kNoNode || !document_[list].is(Kind::kArray)) return values;
  for (std::uint32_t at = list + 1; at < document_[list].next; at = document_[at].next) {
    const Span span = document_[at].span;
    values.push_back({schema_.substr(span.begin, span.size()), {}});
  }
  const std::uint32_t told = member(place, "enumDescriptions");
  if (told == Document::kNoNode || !document_[told].is(Kind::kArray)) return values;
  std::size_t number = 0;
  for (std::uint32_t at = told + 1; at < document_[told].next; at = document_[at].next) {
    if (number < values.size()) values[number++].description = document_[at].text;
  }
  return values;
}

std::vector<SchemaGuide::Member> SchemaGuide::members(std::uint32_t place) const {
  std::vector<Member> members;
  const std::uint32_t list = member(place, "properties");
  if (list == Document::kNoNode || !document_[list].is(Kind::kObject)) return members;
  const std::uint32_t required = member(place, "required");
  const auto add = [&](std::string_view name, bool is_required) {
    const bool is_there = std::any_of(members.begin(), members.end(),
                                      [&](const Member& one) { return one.name == name; });
    const std::uint32_t node = is_there ? Document::kNoNode : document_.member(list, name);
    if (node != Document::kNoNode) members.push_back({name, resolved(node), is_required});
  };
  if (required != Document::kNoNode && document_[required].is(Kind::kArray)) {
    for (std::uint32_t at = required + 1; at < document_[required].next; at = document_[at].next) {
      add(document_[at].text, true);
    }
  }
  for (std::uint32_t at = list + 1; at < document_[list].next; at = document_[at].next) {
    add(document_[at].text, false);
  }
  return members;
}

}  // namespace kbc
