
#include "command/command.h"
#include "command/shared_options.h"
#include "diagnostic/rule.h"
#include "driver/trouble.h"
#include "output/rule_docs.h"
#include "text/printer.h"

namespace kbc {
namespace {

void describe(Arguments& names, OptionTable& options) { options.arguments("RULE…", names); }

int run(Arguments& names) {
  if (names.empty()) return report_trouble("name a rule; `kbc rules` lists them");
  for (const std::string& name : names) {
    const std::vector<RuleId> rules = rules_named(name);
    if (rules.empty()) {
      const auto near = nearest_rule_name(name);
      return report_trouble(
          "unknown rule or group `" + name + "`" +
          (near ? "; did you mean `" + std::string(*near) + "`?" : "; `kbc rules` lists them"));
    }
    for (const RuleId rule : rules) write_explanation(rule, data_output());
  }
  return kClean;
}

}  // namespace

Command explain_command() {
  return {.details = "A group's name explains all rules of the group.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
