#include <iostream>

#include "command/command.h"

namespace kbc {
namespace {

int run_help(const boost::program_options::variables_map& values) {
  const std::vector<std::string> names = values_of(values, "argument");
  if (names.empty()) {
    std::cout << help_text();
    return kClean;
  }
  for (const std::string& name : names) {
    const Command* command = command_named(name);
    if (command == nullptr) return unknown_command(name);
    std::cout << help_text(*command);
  }
  return kClean;
}

}  // namespace

Command help_command() {
  Command command;
  command.arguments = "[COMMAND…]";
  command.takes_arguments = true;
  command.run = run_help;
  return command;
}

}  // namespace kbc
