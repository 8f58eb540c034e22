#include "command/command.h"
#include "text/printer.h"

namespace kbc {
namespace {

int run(Arguments& names) {
  return write_pages(
      names, [] { data_output() << help_text(); },
      [](const Command& command) { data_output() << help_text(command); });
}

}  // namespace

Command help_command() {
  return {.begin = [] { return invocation(take_commands, run); }};
}

}  // namespace kbc
