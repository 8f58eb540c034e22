#include "validate/references.h"

#include <optional>
#include <string_view>

#include "text/percent.h"

namespace kbc {
namespace {

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

std::uint32_t pointed_at(const Document& document, std::uint32_t from, std::string_view fragment) {
  const std::string pointer = percent_decoded(fragment);
  std::string_view rest = pointer;
  std::uint32_t node = from;
  while (!rest.empty() && node != Document::kNoNode) {
    if (rest.front() != '/') return Document::kNoNode;
    rest.remove_prefix(1);
    const std::string_view token = rest.substr(0, rest.find('/'));
    rest.remove_prefix(token.size());
    const auto name = unescape(token);
    if (!name) return Document::kNoNode;
    node = document[node].is(Kind::kArray) ? element(document, node, *name)
                                           : document.member(node, *name);
  }
  return node;
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
