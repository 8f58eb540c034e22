#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string>

#include "command/command.h"
#include "diagnostic/rule.h"
#include "output/rule_docs.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  options.add_options()("format",
                        po::value<std::string>()->value_name("NAME")->default_value("text"),
                        "text, json or markdown (all that `kbc explain` says)");
  return options;
}

void print_table(std::ostream& out) {
  for (const RuleInfo& rule : all_rules()) {
    const std::string severity(name_of(rule.severity));
    out << rule.name << std::string(24 - rule.name.size(), ' ') << severity
        << std::string(9 - severity.size(), ' ') << (rule.has_fix ? "fix  " : "     ")
        << rule.summary << '\n';
  }
}

int run_rules(const po::variables_map& values) {
  const std::string format = values["format"].as<std::string>();
  if (format == "text") {
    print_table(std::cout);
  } else if (format == "json") {
    write_rules_json(std::cout);
  } else if (format == "markdown") {
    write_rules_markdown(std::cout);
  } else {
    return report_trouble("--format " + format + ": write text, json or markdown");
  }
  return kClean;
}

std::vector<std::string> choices(std::string_view option) {
  if (option == "format") return {"text", "json", "markdown"};
  return {};
}

}  // namespace

Command rules_command() {
  Command command;
  command.options = options;
  command.choices = choices;
  command.run = run_rules;
  return command;
}

}  // namespace kbc
