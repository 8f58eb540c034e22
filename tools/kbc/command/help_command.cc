
#include "command/command.h"
#include "driver/trouble.h"
#include "text/printer.h"

namespace kbc {
namespace {

void describe(Arguments& names, OptionTable& options) {
  options.arguments("[COMMAND…]", names).offer(command_names());
}

int run(Arguments& names) {
  if (names.empty()) {
    data_output() << help_text();
    return kClean;
  }
  for (const std::string& name : names) {
    const Command* command = command_named(name);
    if (command == nullptr) return unknown_command(name);
    data_output() << help_text(*command);
  }
  return kClean;
}

}  // namespace

Command help_command() {
  return {.begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
