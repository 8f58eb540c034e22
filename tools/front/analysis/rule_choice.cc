#include "analysis/rule_choice.h"

#include <algorithm>

#include "diagnostic/rule_id.h"

namespace kbc {
namespace {

bool contains(const std::vector<RuleId>& rules, RuleId rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

bool gives_errors(RuleId rule, const RunRules& rules) {
  return !contains(rules.muted, rule) && (rules.severities.of(rule, false) == Severity::kError ||
                                          rules.severities.of(rule, true) == Severity::kError);
}

}  // namespace

void settle_rules(const Config& config, const RuleChoice& choice, RunRules& rules) {
  std::vector<RuleId> off;
  for (const RuleSetting& setting : config.rules) {
    for (const RuleId rule : rules_named(setting.name)) {
      std::erase(off, rule);
      if (setting.severity == Severity::kOff) {
        off.push_back(rule);
      } else {
        rules.severities.set(rule, setting.severity);
      }
    }
  }
  rules.running = rules.severities;
  for (const RuleInfo& rule : all_rules()) {
    const bool selected = choice.select.empty() || contains(choice.select, rule.id);
    if (!selected || contains(choice.ignore, rule.id)) {
      rules.severities.set(rule.id, Severity::kOff);
      const bool is_needed = selected && !rule.refines.empty();
      if (!is_needed) rules.running.set(rule.id, Severity::kOff);
    } else if (choice.select.empty() && contains(off, rule.id)) {
      rules.muted.push_back(rule.id);
    }
  }
}

void run_no_rules(RunRules& rules) {
  for (const RuleInfo& rule : all_rules()) rules.severities.set(rule.id, Severity::kOff);
  rules.running = rules.severities;
}

void keep_errors_only(RunRules& rules) {
  if (gives_errors(RuleId::ignore_unused, rules)) return;  // it needs to know what all others find
  for (const RuleInfo& rule : all_rules()) {
    if (gives_errors(rule.id, rules)) continue;
    rules.severities.set(rule.id, Severity::kOff);
    if (rule.refines.empty()) rules.running.set(rule.id, Severity::kOff);
  }
  rules.muted.clear();
}

void keep_rules(const std::set<RuleId>& wanted, RunRules& rules) {
  if (wanted.contains(RuleId::ignore_unused)) return;  // it needs to know what all others find
  for (const RuleInfo& rule : all_rules()) {
    if (wanted.contains(rule.id)) continue;
    rules.severities.set(rule.id, Severity::kOff);
    if (rule.refines.empty()) rules.running.set(rule.id, Severity::kOff);
  }
}

bool fails(const std::vector<Diagnostic>& findings, Severity fail_on) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Diagnostic& finding) { return finding.severity >= fail_on; });
}

}  // namespace kbc
