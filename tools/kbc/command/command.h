#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "command/options.h"

namespace kbc {

// One use of a command: the options that it takes, and what it does when they are set.
struct Invocation {
  OptionTable options;
  std::function<int()> run;  // gives the exit code
};

// One subcommand.
struct Command {
  std::string_view name = {};  // from commands.def, as is summary
  std::string_view summary = {};
  std::string_view details = {};  // a paragraph for --help; may be empty
  Invocation (*begin)() = nullptr;
};

// An invocation that holds a new Request: `describe` adds the options that write into it, and `run`
// does what it says then.
template <typename Request>
Invocation invocation(void (*describe)(Request& request, OptionTable& options),
                      int (*run)(Request& request)) {
  const auto request = std::make_shared<Request>();
  Invocation invocation;
  describe(*request, invocation.options);
  invocation.options.add_help();
  invocation.run = [request, run] { return run(*request); };
  return invocation;
}

// The request of a command that takes arguments only.
using Arguments = std::vector<std::string>;

// In the order of command/commands.def.
const std::vector<Command>& all_commands();
const Command* command_named(std::string_view name);

// Everything from `argv[1]` on; gives the exit code.
int run_command_line(const std::vector<std::string>& arguments);

// Says that there is no such command, and which one was meant; gives kTrouble.
int unknown_command(const std::string& name);

// For a command whose arguments are commands: the row of the table, and what it does with them:
// `page` for each, or `overview` when there is none. Gives the exit code.
void take_commands(Arguments& names, OptionTable& options);
int write_pages(const Arguments& names, void (*overview)(), void (*page)(const Command& command));

std::string help_text();
std::string help_text(const Command& command);

// What a command's own file defines: the Command but for its name and summary.
#define KBC_COMMAND(name, summary) Command name##_command();
#include "command/commands.def"
#undef KBC_COMMAND

}  // namespace kbc
