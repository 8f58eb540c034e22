#pragma once

#include <ostream>

#include "diagnostic/rule.h"

namespace kbc {

// What the registry and the checks' own files say of the rules, in three forms.

// One rule for a terminal.
void write_explanation(RuleId rule, std::ostream& out);

// All rules, as docs/rules.md.
void write_rules_markdown(std::ostream& out);

// All rules: an array of objects with name, group, severity, fix, summary and the explanation.
void write_rules_json(std::ostream& out);

}  // namespace kbc
