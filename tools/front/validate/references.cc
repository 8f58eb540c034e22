#include "validate/references.h"

namespace kbc {
namespace {

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
