#include "command/command.h"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <iostream>
#include <sstream>

#include "text/nearest.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

Command named(std::string_view name, std::string_view summary, Command command) {
  command.name = name;
  command.summary = summary;
  return command;
}

std::string suggestion(std::string_view name, const std::vector<std::string_view>& known) {
  const auto near = nearest(name, known);
  return near ? "; did you mean `" + std::string(*near) + "`?" : "";
}

int unknown_option(const Command& command, const po::options_description& options,
                   const std::string& name) {
  std::vector<std::string> known;
  for (const auto& option : options.options()) known.push_back("--" + option->long_name());
  const std::vector<std::string_view> names(known.begin(), known.end());
  std::string hint = suggestion(name, names);
  const std::string command_name(command.name);
  if (hint.empty()) hint = "; `kbc " + command_name + " --help` lists them";
  return report_trouble("`kbc " + command_name + "` has no option `" + name + "`" + hint);
}

// Boost's messages name an option as `--option`; the rest of them is lower case already.
po::variables_map parse(const Command& command, const po::options_description& visible,
                        const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add(visible);
  options.add_options()("argument", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  if (command.takes_arguments) positional.add("argument", -1);
  namespace style = po::command_line_style;
  // No abbreviations: they would make every new option a breaking change.
  po::variables_map values;
  po::store(po::command_line_parser(arguments)
                .options(options)
                .positional(positional)
                .style(style::unix_style & ~style::allow_guessing)
                .run(),
            values);
  po::notify(values);
  return values;
}

int run(const Command& command, const std::vector<std::string>& arguments) {
  const po::options_description options = all_options(command);
  po::variables_map values;
  try {
    values = parse(command, options, arguments);
  } catch (const po::unknown_option& unknown) {
    return unknown_option(command, options, unknown.get_option_name());
  } catch (const po::too_many_positional_options_error&) {
    return report_trouble("`kbc " + std::string(command.name) + "` takes no arguments");
  } catch (const po::error& wrong) {
    return report_trouble(wrong.what());
  }
  if (values.count("help") != 0) {
    std::cout << help_text(command);
    return kClean;
  }
  return command.run(values);
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

const Command* command_named(std::string_view name) {
  for (const Command& command : all_commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

po::options_description all_options(const Command& command) {
  po::options_description options;
  if (command.options != nullptr) options.add(command.options());
  options.add_options()("help,h", "print this help");
  return options;
}

int unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) names.push_back(command.name);
  std::string hint = suggestion(name, names);
  if (hint.empty()) hint = "; `kbc help` lists the commands";
  return report_trouble("no command is called `" + name + "`" + hint);
}

std::vector<std::string> values_of(const po::variables_map& values, const std::string& option) {
  if (values.count(option) == 0) return {};
  return values[option].as<std::vector<std::string>>();
}

std::string help_text() {
  std::ostringstream out;
  out << "kbc compiles and validates knowledge bases of known errors.\n\n"
         "Usage: kbc COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n";
  for (const Command& command : all_commands()) {
    out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.summary
        << '\n';
  }
  out << "\n`kbc COMMAND --help` tells a command's options.\n"
         "Exit status: 0 clean, 1 findings, 2 usage, configuration, input or output.\n";
  return out.str();
}

std::string help_text(const Command& command) {
  std::ostringstream out;
  out << "kbc " << command.name << ": " << command.summary << "\n\nUsage: kbc " << command.name
      << " [OPTION…]";
  if (!command.arguments.empty()) out << ' ' << command.arguments;
  out << "\n\n";
  if (!command.details.empty()) out << command.details << "\n\n";
  out << "Options:\n" << all_options(command);
  return out.str();
}

int run_command_line(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    std::cerr << help_text();
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
