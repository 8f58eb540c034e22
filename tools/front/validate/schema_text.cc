#include "validate/schema_text.h"

#include <algorithm>
#include <set>

#include "parse/literal.h"
#include "text/percent.h"
#include "text/ticked.h"
#include "text/uri.h"

namespace kbc {
namespace {

constexpr std::uint32_t kRoot = 0;

bool is_schema(const Node& node) { return node.is(Kind::kObject) || node.is_bool(); }

std::uint32_t text_member(const Document& document, std::uint32_t object, std::string_view name) {
  const std::uint32_t value = document.member(object, name);
  const bool is_text = value != Document::kNoNode && document[value].is(Kind::kString);
  return is_text ? value : Document::kNoNode;
}

// A URI without its fragment, and the fragment without its `#`.
std::pair<std::string_view, std::string_view> split_fragment(std::string_view uri) {
  const std::size_t mark = uri.find('#');
  if (mark == std::string_view::npos) return {uri, {}};
  return {uri.substr(0, mark), uri.substr(mark + 1)};
}

bool judges(const SchemaKeyword& keyword) {
  return keyword.value != KeywordValue::kAnnotation && keyword.value != KeywordValue::kIdentity &&
         keyword.name != "definitions" && keyword.name != "$defs";
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view known : names) {
    if (name == known) return true;
  }
  return false;
}

}  // namespace

SchemaText::SchemaText(std::string_view text, const Document& document)
    : text_(text), document_(document) {
  if (document.empty() || !is_schema(document.root())) return;
  if (document.root().is(Kind::kObject)) read_draft();
  pending_.push_back({kRoot, 0});
  walk();
  resolve_references();
  check_circles();
  std::stable_sort(faults_.begin(), faults_.end(),
                   [](const auto& left, const auto& right) { return left.node < right.node; });
  if (draft_ != Draft::k7 && faults_.empty()) {
    notes_.push_back({document.member(kRoot, "$schema"),
                      "read as draft-07: what is used of " + std::string(name_of(draft_)) +
                          " means the same in both",
                      ""});
  }
}

void SchemaText::fault(std::uint32_t node, std::string message, std::string help) {
  if (faults_.size() == kMaxFaults) return;
  faults_.push_back({node, std::move(message), std::move(help)});
}

void SchemaText::read_draft() {
  const std::uint32_t value = text_member(document_, kRoot, "$schema");
  if (value == Document::kNoNode) return;
  const std::optional<Draft> draft = draft_named(document_[value].text);
  if (draft) {
    draft_ = *draft;
  } else {
    fault(value, "kbc reads JSON Schema draft-07, not " + ticked(document_[value].text),
          "write `http://json-schema.org/draft-07/schema#`");
  }
}

void SchemaText::walk() {
  while (!pending_.empty()) {
    const Place place = pending_.back();
    pending_.pop_back();
    visit(place);
  }
}

void SchemaText::visit(Place place) {
  const Node& schema = document_[place.schema];
  if (!is_schema(schema) || bases_.contains(place.schema)) return;
  place.base = base_of(place.schema, place.base);
  bases_.emplace(place.schema, place.base);
  if (!schema.is(Kind::kObject)) return;
  const bool has_reference = text_member(document_, place.schema, "$ref") != Document::kNoNode;
  if (has_reference && ++reference_count_ > kMaxReferences) {
    if (reference_count_ == kMaxReferences + 1) {
      fault(place.schema, "more than " + std::to_string(kMaxReferences) + " references");
    }
    return;
  }
  if (has_reference) references_.push_back(place);
  for (std::uint32_t at = place.schema + 1; at < schema.next; at = document_[at].next) {
    const SchemaKeyword* keyword = schema_keyword(document_[at].text);
    if (has_reference && keyword != nullptr && judges(*keyword)) {
      // Draft-07 ignores what is beside a reference.
      if (draft_ >= Draft::k2019) check_member_of_other_draft(at);
      continue;
    }
    if (!has_reference) check_keyword(at);
    visit_member(at, place.base);
  }
}

void SchemaText::visit_member(std::uint32_t name, Uri base) {
  const SchemaKeyword* keyword = schema_keyword(document_[name].text);
  if (keyword == nullptr) return;
  const std::uint32_t value = name + 1;
  const Node& node = document_[value];
  const bool is_list = node.is(Kind::kArray);
  switch (keyword->value) {
    case KeywordValue::kSchema:
      pending_.push_back({value, base});
      return;
    case KeywordValue::kSchemaOrList:
      if (!is_list) return pending_.push_back({value, base});
      break;
    case KeywordValue::kSchemas:
      if (!is_list) return;
      break;
    case KeywordValue::kNamedSchemas:
    case KeywordValue::kDependencies:
      if (!node.is(Kind::kObject)) return;
      break;
    default:
      return;
  }
  for (std::uint32_t at = value + 1; at < node.next; at = document_[at].next) {
    pending_.push_back({is_list ? at : at + 1, base});
  }
}

void SchemaText::check_keyword(std::uint32_t name) {
  const std::string_view text = document_[name].text;
  const Node& value = document_[name + 1];
  if (text == "$ref" && !value.is(Kind::kString)) fault(name + 1, "`$ref` must be a string");
  if (text == "$schema" && document_[name].parent != kRoot && draft_named(value.text) != draft_) {
    fault(name + 1,
          "the file is of " + std::string(name_of(draft_)) + ", not of " + ticked(value.text));
  }
  if (draft_ != Draft::k7) check_member_of_other_draft(name);
  if (schema_keyword(text) != nullptr) return;
  if (const ForeignKeyword* foreign = foreign_keyword(text)) {
    return fault(name,
                 "the keyword " + ticked(text) + " is of " + std::string(foreign->draft) +
                     ", and kbc reads draft-07",
                 std::string(foreign->instead));
  }
  if (const auto meant = meant_keyword(text)) {
    fault(name, "unknown keyword " + ticked(text), "did you mean " + ticked(*meant) + "?");
  }
}

// What draft-07 reads in another way than the draft that the file names.
void SchemaText::check_member_of_other_draft(std::uint32_t name) {
  const std::string_view text = document_[name].text;
  bool differs = false;
  if (draft_ <= Draft::k6) differs = is_one_of(text, {"if", "then", "else"});
  if (draft_ == Draft::k4) {
    const bool is_id = text == "id" && document_[name + 1].is(Kind::kString);
    differs = differs || is_id || is_one_of(text, {"$id", "const", "contains", "propertyNames"});
  }
  if (draft_ >= Draft::k2019) {
    const std::uint32_t schema = document_[name].parent;
    const SchemaKeyword* keyword = schema_keyword(text);
    differs = text == "dependencies" || (keyword != nullptr && judges(*keyword) &&
                                         document_.member(schema, "$ref") != Document::kNoNode);
  }
  if (draft_ == Draft::k2020) {
    differs = differs || text == "additionalItems" ||
              (text == "items" && document_[name + 1].is(Kind::kArray));
  }
  if (!differs) return;
  fault(name,
        ticked(text) + " does not mean the same in " + std::string(name_of(draft_)) +
            ", which the file names, as in draft-07, which kbc reads",
        "name `http://json-schema.org/draft-07/schema#` as `$schema` if that is meant");
}

SchemaText::Uri SchemaText::uri(std::string text) {
  uris_.push_back(std::move(text));
  return uris_.size() - 1;
}

// An `$id` names a schema and is what references below it are relative to; one that is only a
// fragment is a second name.
SchemaText::Uri SchemaText::base_of(std::uint32_t schema, Uri around) {
  const bool has_reference = document_.member(schema, "$ref") != Document::kNoNode;
  const std::uint32_t id = text_member(document_, schema, "$id");
  if (schema == kRoot) named_.emplace("", kRoot);
  if (has_reference || id == Document::kNoNode) return around;
  std::string full = resolve_uri(uris_[around], document_[id].text);
  if (full.size() > kMaxAddress) {
    fault(id, "the address of the schema has more than " + std::to_string(kMaxAddress) + " bytes");
    return around;
  }
  const auto [address, fragment] = split_fragment(full);
  if (!fragment.empty()) named_.emplace(full, schema);
  if (address == uris_[around]) return around;
  named_.emplace(address, schema);
  return uri(std::string(address));
}

SchemaText::Uri SchemaText::base_around(std::uint32_t node) const {
  for (std::uint32_t at = node; at != kRoot; at = document_[at].parent) {
    const auto base = bases_.find(at);
    if (base != bases_.end()) return base->second;
  }
  return bases_.at(kRoot);
}

std::optional<std::uint32_t> SchemaText::target_of(const Place& reference) const {
  const std::uint32_t value = document_.member(reference.schema, "$ref");
  const auto [written, fragment] = split_fragment(document_[value].text);
  if (written.size() > kMaxAddress) return {};
  const std::string address =
      written.empty() ? uris_[reference.base] : resolve_uri(uris_[reference.base], written);
  const auto resource = named_.find(address);
  if (resource == named_.end()) return {};
  if (fragment.empty() || fragment.starts_with('/')) {
    const std::uint32_t target = document_.at_pointer(resource->second, percent_decoded(fragment));
    return target == Document::kNoNode ? std::nullopt : std::optional(target);
  }
  const auto anchor = named_.find(address + '#' + std::string(fragment));
  return anchor == named_.end() ? std::nullopt : std::optional(anchor->second);
}

void SchemaText::add_target(std::uint32_t schema, std::uint32_t target) {
  const std::uint32_t value = document_.member(schema, "$ref");
  if (!is_schema(document_[target])) {
    return fault(value, "the reference " + ticked(document_[value].text) +
                            " leads to a value that is no schema");
  }
  leads_to_.emplace(schema, target);
  if (!targets_.emplace(target, targets_.size()).second) return;
  if (targets_.size() == kMaxTargets + 1) {
    fault(value, "references lead to more than " + std::to_string(kMaxTargets) + " schemas");
  }
  pending_.push_back({target, base_around(target)});
}

// A target may be where no keyword makes it a schema. Then it is one from now on, and may have a
// name that other references wait for.
void SchemaText::resolve_references() {
  for (bool has_new = true; has_new && targets_.size() <= kMaxTargets;) {
    has_new = false;
    for (const Place& reference : std::exchange(references_, {})) {
      const std::optional<std::uint32_t> target = target_of(reference);
      if (!target) {
        references_.push_back(reference);
        continue;
      }
      has_new = true;
      add_target(reference.schema, *target);
      walk();
    }
  }
  if (targets_.size() > kMaxTargets) return;
  for (const Place& reference : references_) {
    const std::uint32_t value = document_.member(reference.schema, "$ref");
    fault(value, "the reference " + ticked(document_[value].text) + " leads nowhere",
          "kbc fetches nothing: write `#/` and a path in this file, such as "
          "`#/definitions/name`, or the `$id` of a schema in it");
  }
}

void SchemaText::check_circles() {
  std::set<std::uint32_t> open_ended;  // from there no circle is met
  for (const auto& [start, first] : leads_to_) {
    std::set<std::uint32_t> met;
    std::uint32_t at = start;
    for (auto step = leads_to_.find(at); step != leads_to_.end(); step = leads_to_.find(at)) {
      if (open_ended.contains(at)) break;
      if (!met.insert(at).second) {
        const std::uint32_t value = document_.member(start, "$ref");
        return fault(value,
                     "the reference " + ticked(document_[value].text) + " leads back to itself");
      }
      at = step->second;
    }
    open_ended.insert(met.begin(), met.end());
  }
}

std::string_view SchemaText::raw(std::uint32_t node) const {
  const Span span = document_[node].span;
  return text_.substr(span.begin, span.end - span.begin);
}

// Recursion is bounded by the parser's limit on nesting.
void SchemaText::write_schema(std::uint32_t schema, std::string& json) const {
  if (!targets_.contains(schema) || schema == kRoot) return write_body(schema, json);
  json += R"({"$ref":)" + quote(address_of(schema)) + '}';
}

// A list, or an object by names; what is no schema in it, such as a list of names, as it is.
void SchemaText::write_members(std::uint32_t value, KeywordValue kind, std::string& json) const {
  const Node& node = document_[value];
  const bool is_list = node.is(Kind::kArray);
  json += is_list ? '[' : '{';
  for (std::uint32_t at = value + 1; at < node.next; at = document_[at].next) {
    if (at != value + 1) json += ',';
    if (!is_list) json += quote(document_[at].text) + ':';
    const std::uint32_t member = is_list ? at : at + 1;
    if (kind == KeywordValue::kAnyValues) {
      json += quote(raw(member));
    } else {
      write_schema(member, json);
    }
  }
  json += is_list ? ']' : '}';
}

void SchemaText::write_keyword(std::uint32_t name, KeywordValue kind, std::string& json) const {
  const std::uint32_t value = name + 1;
  const Node& node = document_[value];
  const bool is_exact = kind == KeywordValue::kNumber || kind == KeywordValue::kCount ||
                        kind == KeywordValue::kAnyValue || kind == KeywordValue::kAnyValues;
  json += quote((is_exact ? "kbc:" : "") + std::string(document_[name].text)) + ':';
  const bool has_members = node.is(Kind::kArray) || node.is(Kind::kObject);
  const bool is_schema = kind == KeywordValue::kSchema ||
                         (kind == KeywordValue::kSchemaOrList && !node.is(Kind::kArray));
  if (is_schema) {
    write_schema(value, json);
  } else if (is_exact && kind != KeywordValue::kAnyValues) {
    json += quote(raw(value));
  } else if (kind == KeywordValue::kPlain || !has_members) {
    json += raw(value);
  } else {
    write_members(value, kind, json);
  }
}

void SchemaText::write_keywords(std::uint32_t schema, std::string& json) const {
  const Node& node = document_[schema];
  for (std::uint32_t at = schema + 1; at < node.next; at = document_[at].next) {
    const SchemaKeyword* keyword = schema_keyword(document_[at].text);
    if (keyword == nullptr || !judges(*keyword)) continue;
    write_keyword(at, keyword->value, json);
    json += ',';
  }
}

void SchemaText::write_body(std::uint32_t schema, std::string& json) const {
  if (!document_[schema].is(Kind::kObject)) {
    json += raw(schema);
    return;
  }
  json += '{';
  const auto reference = leads_to_.find(schema);
  if (reference == leads_to_.end()) {
    write_keywords(schema, json);
  } else {
    json += R"("$ref":)" + quote(address_of(reference->second)) + ',';
  }
  if (schema == kRoot) write_targets(json);
  if (json.back() == ',') json.pop_back();
  json += '}';
}

std::string SchemaText::address_of(std::uint32_t target) const {
  return target == kRoot ? "#" : "#/targets/" + std::to_string(targets_.at(target));
}

void SchemaText::write_targets(std::string& json) const {
  json += R"("targets":{)";
  for (const auto& [target, number] : targets_) {
    if (target == kRoot) continue;
    json += quote(std::to_string(number)) + ':';
    write_body(target, json);
    json += ',';
  }
  if (json.back() == ',') json.pop_back();
  json += '}';
}

std::string SchemaText::for_valijson() const {
  std::string json;
  write_body(kRoot, json);
  return json;
}

}  // namespace kbc
