#include "author/editor_schema.h"

#include <algorithm>
#include <map>

#include "analysis/fixes.h"
#include "diagnostic/rule.h"
#include "format/format.h"
#include "lower/entry.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "text/percent.h"

namespace kbc {
namespace {

constexpr int kMostReferences = 16;  // that follow each other: a circle must end

std::string members_of(const std::vector<OfferedName>& names) {
  std::string list = "\"enum\": [", descriptions = "\"enumDescriptions\": [";
  for (const OfferedName& one : names) {
    const std::string_view before = &one == names.data() ? "" : ", ";
    list.append(before).append(quote(one.name));
    descriptions.append(before).append(quote(one.description));
  }
  return list + "], " + descriptions + "]";
}

// A schema to whose objects members are added.
class Baking {
 public:
  explicit Baking(std::string_view schema) : text_(schema) {
    parse_json(text_, Dialect::kJson, document_);
  }

  // Nothing but these names may stand at the place.
  void close(std::string_view pointer, const std::vector<OfferedName>& names) {
    const std::uint32_t node = open_place(pointer);
    if (node != Document::kNoNode && !names.empty()) add(node, members_of(names));
  }

  // These names and others may. Of several places the first has the list.
  void offer(std::string_view pointer, const std::vector<OfferedName>& names,
             std::string& known_at) {
    const std::uint32_t node = open_place(pointer);
    if (node == Document::kNoNode || names.empty() || is_done(node)) return;
    const std::string list =
        known_at.empty() ? members_of(names) : "\"$ref\": " + quote("#" + known_at);
    if (known_at.empty()) known_at = document_.pointer(node) + "/anyOf/0";
    add(node, "\"anyOf\": [{" + list + "}, {}]");
  }

  std::string text() const {
    Document baked;
    const std::string text = apply_edits(text_, edits_);
    parse_json(text, Dialect::kJson, baked);
    return formatted(baked, Document());
  }

 private:
  // The object at a pointer with as little as `/properties/domain`, to which references may lead,
  // but which is none itself and lists nothing.
  std::uint32_t open_place(std::string_view pointer) const {
    std::uint32_t node = document_.empty() ? Document::kNoNode : 0;
    while (!pointer.empty() && node != Document::kNoNode) {
      const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
      node = member(resolved(node), pointer.substr(1, end - 1));
      pointer.remove_prefix(end);
    }
    if (node == Document::kNoNode || !document_[node].is(Kind::kObject)) return Document::kNoNode;
    for (const std::string_view own : {"$ref", "enum", "anyOf", "const"}) {
      if (member(node, own) != Document::kNoNode) return Document::kNoNode;
    }
    return node;
  }

  std::uint32_t resolved(std::uint32_t node) const {
    for (int step = 0; step < kMostReferences; ++step) {
      const std::uint32_t reference = member(node, "$ref");
      if (reference == Document::kNoNode) return node;
      const std::string_view target = document_[reference].text;
      if (!target.starts_with('#')) return Document::kNoNode;
      node = document_.at_pointer(0, percent_decoded(target.substr(1)));
    }
    return Document::kNoNode;
  }

  std::uint32_t member(std::uint32_t node, std::string_view name) const {
    const bool is_object = node != Document::kNoNode && document_[node].is(Kind::kObject);
    return is_object ? document_.member(node, name) : Document::kNoNode;
  }

  bool is_done(std::uint32_t node) const {
    return std::any_of(edits_.begin(), edits_.end(), [&](const Edit& edit) {
      return edit.span.begin == document_[node].span.begin + 1;
    });
  }

  // The examples of the schema are names of other knowledge bases.
  void add(std::uint32_t node, const std::string& members) {
    const std::uint32_t inside = document_[node].span.begin + 1;
    const std::string_view comma = document_[node].count > 0 ? "," : "";
    edits_.push_back({0, {inside, inside}, members + std::string(comma)});
    const std::uint32_t examples = member(node, "examples");
    if (examples != Document::kNoNode) edits_.push_back({0, document_[examples].span, "[]"});
    std::sort(edits_.begin(), edits_.end(), [](const Edit& left, const Edit& right) {
      return left.span.begin < right.span.begin;
    });
  }

  std::string_view text_;
  Document document_;
  std::vector<Edit> edits_;  // in order of places
};

std::vector<OfferedName> offered(const Taxonomy::Names& names) {
  std::vector<OfferedName> all;
  for (const auto& [name, description] : names) all.push_back({name, description});
  return all;
}

// What kbc_ignore may name.
std::vector<OfferedName> rules_to_ignore() {
  std::map<std::string, std::string> all;
  for (const RuleInfo& rule : all_rules()) {
    all.emplace(rule.name, rule.summary);
    all.emplace(rule.group, "All rules of this group.");
  }
  std::vector<OfferedName> names;
  for (auto& [name, summary] : all) names.push_back({name, std::move(summary)});
  return names;
}

}  // namespace

std::string editor_schema(std::string_view schema, const OfferedNames& names) {
  Baking baking(schema);
  for (const TaxonomyList& list : kTaxonomyLists) {
    const std::string_view field = kTextFields[list.entry_field.number].name;
    baking.close("/properties/" + std::string(field), offered(names.taxonomy.*list.of));
  }
  baking.close("/properties/kbc_ignore/items", rules_to_ignore());
  std::string tags_at, ids_at;
  baking.offer("/properties/tags/items", names.tags, tags_at);
  for (const char* list : kLinkFields) {
    baking.offer("/properties/transition_graph/properties/" + std::string(list) +
                     "/items/properties/error_id",
                 names.ids, ids_at);
  }
  return baking.text();
}

}  // namespace kbc
