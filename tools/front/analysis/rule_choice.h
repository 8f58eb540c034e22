#pragma once

#include <set>
#include <vector>

#include "analysis/analyse.h"
#include "config/config.h"
#include "diagnostic/rule.h"

namespace kbc {

// What the command line says of the rules.
struct RuleChoice {
  std::vector<RuleId> select;  // empty: all
  std::vector<RuleId> ignore;
};

// The severities of the registry, changed by the configuration, then by the choice. A rule that
// only the configuration turns off keeps its severity and is muted instead.
void settle_rules(const Config& config, const RuleChoice& choice, RunRules& rules);

// Turns off all rules, for callers that need only the entries.
void run_no_rules(RunRules& rules);

// Turns off the rules whose findings are never errors, unless it takes them to find one.
void keep_errors_only(RunRules& rules);

// Turns off the rules whose findings are not wanted, unless it takes them to find one that is.
void keep_rules(const std::set<RuleId>& wanted, RunRules& rules);

// Whether a finding has this severity or a higher one.
bool fails(const std::vector<Diagnostic>& findings, Severity fail_on);

}  // namespace kbc
