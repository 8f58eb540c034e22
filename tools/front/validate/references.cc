// valijson, which resolves references, follows one that leads back to itself until the stack ends,
// and takes many spellings of one pointer for the same. So references are looked at before.

#include "validate/references.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "text/ticked.h"

namespace kbc {
namespace {

// valijson follows references by recursion, so that their number bounds its stack.
constexpr int kMaxReferences = 256;

// One token of a JSON Pointer as the name it stands for; nothing for a `~` that is no escape.
std::optional<std::string> unescape(std::string_view token) {
  std::string name;
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] != '~') {
      name += token[at];
      continue;
    }
    if (++at == token.size() || (token[at] != '0' && token[at] != '1')) return {};
    name += token[at] == '0' ? '~' : '/';
  }
  return name;
}

std::uint32_t element(const Document& document, std::uint32_t array, std::string_view token) {
  for (std::uint32_t at = array + 1; at < document[array].next; at = document[at].next) {
    if (std::to_string(document[at].ordinal) == token) return at;
  }
  return Document::kNoNode;
}

// Whether an object's members are schemas by names that its author chose: `$ref` may be one of
// them.
bool is_map_of_schemas(const Document& document, std::uint32_t object) {
  bool is_map = false;
  std::vector<std::uint32_t> names;  // of the object and of those around it
  for (std::uint32_t at = object; at != 0; at = document[at].parent) {
    if (document[at].is_name) names.push_back(at);
  }
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const std::string_view text = document[*name].text;
    const bool may_be_map = text == "properties" || text == "definitions" ||
                            text == "patternProperties" || text == "dependencies";
    is_map = may_be_map && !is_map;
  }
  return is_map;
}

// Whether the references from one node on come back to a node that they have met.
bool is_circular(const std::map<std::uint32_t, std::uint32_t>& targets, std::uint32_t from) {
  std::set<std::uint32_t> met = {from};
  for (auto step = targets.find(from); step != targets.end(); step = targets.find(step->second)) {
    if (!met.insert(step->second).second) return true;
  }
  return false;
}

std::vector<std::uint32_t> rules_at_same_value(const SchemaRule& rule) {
  std::vector<std::uint32_t> rules = {rule.not_rule, rule.if_rule, rule.then_rule, rule.else_rule};
  for (const auto* list : {&rule.all_of, &rule.any_of, &rule.one_of}) {
    rules.insert(rules.end(), list->begin(), list->end());
  }
  for (const SchemaRule::Dependency& dependency : rule.dependencies) {
    rules.push_back(dependency.rule);
  }
  std::erase(rules, kNoRule);
  return rules;
}

}  // namespace

std::uint32_t reference_target(const Document& document, std::string_view reference) {
  if (!reference.starts_with('#') || reference.find('%') != std::string_view::npos) {
    return Document::kNoNode;
  }
  std::string_view rest = reference.substr(1);
  std::uint32_t node = 0;
  while (!rest.empty() && node != Document::kNoNode) {
    if (rest.front() != '/') return Document::kNoNode;
    rest.remove_prefix(1);
    const std::string_view token = rest.substr(0, rest.find('/'));
    rest.remove_prefix(token.size());
    const auto name = unescape(token);
    if (!name || name->empty()) return Document::kNoNode;
    node = document[node].is(Kind::kArray) ? element(document, node, *name)
                                           : document.member(node, *name);
  }
  return node;
}

std::string reference_fault(const Document& schema) {
  std::map<std::uint32_t, std::uint32_t> targets;  // by the object that holds the reference
  int references = 0;
  for (std::uint32_t at = 0; at < schema.size(); ++at) {
    if (!schema[at].is_name || schema[at].text != "$ref") continue;
    if (is_map_of_schemas(schema, schema[at].parent)) continue;
    const Node& value = schema[at + 1];
    if (!value.is(Kind::kString))
      return "at " + ticked(schema.pointer(at), 200) + ": `$ref` must be a string";
    if (++references > kMaxReferences) {
      return "more than " + std::to_string(kMaxReferences) + " references";
    }
    const std::uint32_t target = reference_target(schema, value.text);
    if (target == Document::kNoNode) {
      return "at " + ticked(schema.pointer(at), 200) + ": the reference " + ticked(value.text) +
             " leads nowhere; write `#/` and a path in this file, such as " +
             "`#/definitions/name`";
    }
    targets.emplace(schema[at].parent, target);
  }
  for (const auto& [object, target] : targets) {
    if (!is_circular(targets, object)) continue;
    return "at " + ticked(schema.pointer(object), 200) + ": the reference " +
           ticked(schema[schema.member(object, "$ref")].text) + " leads back to itself";
  }
  return {};
}

std::string recursion_fault(const std::vector<SchemaRule>& rules) {
  enum class Mark : std::uint8_t { kNew, kOpen, kDone };
  std::vector<Mark> marks(rules.size(), Mark::kNew);
  std::vector<std::uint32_t> path;
  for (std::uint32_t start = 0; start < rules.size(); ++start) {
    path.push_back(start);
    while (!path.empty()) {
      const std::uint32_t rule = path.back();
      const bool is_new = marks[rule] == Mark::kNew;
      if (!is_new) {
        marks[rule] = Mark::kDone;
        path.pop_back();
        continue;
      }
      marks[rule] = Mark::kOpen;
      for (const std::uint32_t next : rules_at_same_value(rules[rule])) {
        if (marks[next] == Mark::kOpen) return "it refers to itself without end";
        if (marks[next] == Mark::kNew) path.push_back(next);
      }
    }
  }
  return {};
}

}  // namespace kbc
