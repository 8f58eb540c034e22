#include "command/command.h"

#include <sstream>

#include "core/named.h"
#include "driver/trouble.h"
#include "show/wrap.h"
#include "text/nearest.h"
#include "text/printer.h"

namespace kbc {
namespace {

Command named(std::string_view name, std::string_view summary, Command command) {
  command.name = name;
  command.summary = summary;
  return command;
}

int run(const Command& command, const std::vector<std::string>& words) {
  const Invocation invocation = command.begin();
  const Result<bool> wants_help = invocation.options.read(std::string(command.name), words);
  if (!wants_help) return report_trouble(wants_help.error());
  if (!*wants_help) return invocation.run();
  data_output() << help_text(command);
  return kClean;
}

}  // namespace

const std::vector<Command>& all_commands() {
  static const std::vector<Command> commands = {
#define KBC_COMMAND(name, summary) named(#name, summary, name##_command()),
#include "command/commands.def"
#undef KBC_COMMAND
  };
  return commands;
}

const Command* command_named(std::string_view name) { return find_named(all_commands(), name); }

void take_commands(Arguments& names, OptionTable& options) {
  options.arguments("[COMMAND…]", names).offer(names_of<std::string>(all_commands()));
}

int write_pages(const Arguments& names, void (*overview)(), void (*page)(const Command& command)) {
  if (names.empty()) overview();
  for (const std::string& name : names) {
    const Command* command = command_named(name);
    if (command == nullptr) return unknown_command(name);
    page(*command);
  }
  return kClean;
}

int unknown_command(const std::string& name) {
  return report_trouble(
      "unknown command `" + name + "`" +
      did_you_mean(name, names_of(all_commands()), "`kbc help` lists the commands"));
}

std::string help_text() {
  std::ostringstream out;
  out << "kbc compiles and validates knowledge bases of known errors.\n\n"
         "Usage: kbc COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Command& command : all_commands()) rows.emplace_back(command.name, command.summary);
  out << two_columns(rows)
      << "\nRun `kbc COMMAND --help` for the options of a command.\nExit status: 0 clean, 1 "
         "findings, 2 usage, configuration, input or output.\n";
  return out.str();
}

std::string help_text(const Command& command) {
  const Invocation invocation = command.begin();
  const OptionTable& options = invocation.options;
  std::ostringstream out;
  out << "kbc " << command.name << ": " << command.summary << "\n\nUsage: kbc " << command.name
      << " [OPTION…]";
  if (!options.usage().empty()) out << ' ' << options.usage();
  out << "\n\n";
  if (!command.details.empty()) out << command.details << "\n\n";
  out << "Options:\n" << options.help();
  return out.str();
}

int run_command_line(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    standard_error() << Own{help_text()};
    return kTrouble;
  }
  const std::string& first = arguments.front();
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (first == "--help" || first == "-h") return run(*command_named("help"), rest);
  if (first == "--version") return run(*command_named("version"), rest);
  const Command* command = command_named(first);
  if (command == nullptr) return unknown_command(first);
  return run(*command, rest);
}

}  // namespace kbc
