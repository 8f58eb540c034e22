#include "analysis/rule_choice.h"

#include <algorithm>

#include "diagnostic/rule_id.h"

namespace kbc {
namespace {

bool contains(const std::vector<RuleId>& rules, RuleId rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

bool gives_errors(RuleId rule, const AnalyseOptions& options) {
  return !contains(options.muted, rule) &&
         (options.severities.of(rule, false) == Severity::kError ||
          options.severities.of(rule, true) == Severity::kError);
}

}  // namespace

void settle_rules(const Config& config, const RuleChoice& choice, AnalyseOptions& options) {
  std::vector<RuleId> off;
  for (const RuleSetting& setting : config.rules) {
    for (const RuleId rule : rules_named(setting.name)) {
      std::erase(off, rule);
      if (setting.severity == Severity::kOff) {
        off.push_back(rule);
      } else {
        options.severities.set(rule, setting.severity);
      }
    }
  }
  options.running = options.severities;
  for (const RuleInfo& rule : all_rules()) {
    const bool selected = choice.select.empty() || contains(choice.select, rule.id);
    if (!selected || contains(choice.ignore, rule.id)) {
      options.severities.set(rule.id, Severity::kOff);
      const bool is_needed = selected && !rule.refines.empty();
      if (!is_needed) options.running.set(rule.id, Severity::kOff);
    } else if (choice.select.empty() && contains(off, rule.id)) {
      options.muted.push_back(rule.id);
    }
  }
}

void run_no_rules(AnalyseOptions& options) {
  for (const RuleInfo& rule : all_rules()) options.severities.set(rule.id, Severity::kOff);
  options.running = options.severities;
}

void keep_errors_only(AnalyseOptions& options) {
  if (gives_errors(RuleId::ignore_unused, options))
    return;  // it needs to know what all others find
  for (const RuleInfo& rule : all_rules()) {
    if (gives_errors(rule.id, options)) continue;
    options.severities.set(rule.id, Severity::kOff);
    if (rule.refines.empty()) options.running.set(rule.id, Severity::kOff);
  }
  options.muted.clear();
}

bool fails(const std::vector<Diagnostic>& findings, Severity fail_on) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Diagnostic& finding) { return finding.severity >= fail_on; });
}

}  // namespace kbc
