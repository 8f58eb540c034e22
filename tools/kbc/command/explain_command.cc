#include <iostream>

#include "command/command.h"
#include "diagnostic/rule.h"
#include "output/rule_docs.h"

namespace kbc {
namespace {

int run_explain(const boost::program_options::variables_map& values) {
  const std::vector<std::string> names = values_of(values, "argument");
  if (names.empty()) return report_trouble("name a rule; `kbc rules` lists them");
  for (const std::string& name : names) {
    const std::vector<RuleId> rules = rules_named(name);
    if (rules.empty()) {
      const auto near = nearest_rule_name(name);
      return report_trouble(
          "no rule or group is called `" + name + "`" +
          (near ? "; did you mean `" + std::string(*near) + "`?" : "; `kbc rules` lists them"));
    }
    for (const RuleId rule : rules) write_explanation(rule, std::cout);
  }
  return kClean;
}

}  // namespace

Command explain_command() {
  Command command;
  command.arguments = "RULE…";
  command.details = "A group's name explains all rules of the group.";
  command.takes_arguments = true;
  command.run = run_explain;
  return command;
}

}  // namespace kbc
