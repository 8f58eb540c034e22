#include <algorithm>
#include <cassert>
#include <map>
#include <string>
#include <string_view>

#include "command/command.h"
#include "command/embedded_completion.h"
#include "command/shared_options.h"
#include "core/named.h"
#include "driver/trouble.h"
#include "text/printer.h"

namespace kbc {
namespace {

// In single quotes, as all three shells read them.
std::string in_quotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::vector<std::string> names_of(const OptionTable& options) {
  std::vector<std::string> names;
  for (const Option& option : options.options()) names.push_back("--" + option.name);
  return names;
}

// What bash's compgen takes to offer such values.
std::string bash_values(const ValueInfo& value) {
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return "compgen -f -- \"$current\"";
    case ValueInfo::Kind::kFolder:
      return "compgen -d -- \"$current\"";
    case ValueInfo::Kind::kWords:
      return "compgen -W " + in_quotes(joined(value.words)) + " -- \"$current\"";
    default:
      return "true";
  }
}

// Writes a form with its names between `%` replaced.
void write_form(std::string_view form, const std::map<std::string_view, std::string>& values,
                std::ostream& out) {
  for (bool is_name = false; !form.empty(); is_name = !is_name) {
    const std::size_t end = std::min(form.find('%'), form.size());
    const std::string_view part = form.substr(0, end);
    if (is_name) {
      const auto value = values.find(part);
      assert(value != values.end());
      out << value->second;
    } else {
      out << part;
    }
    form.remove_prefix(std::min(end + 1, form.size()));
  }
}

// bash makes words of `--format=te` at the `=`. An option that takes no value has no case.
void write_bash(std::ostream& out) {
  std::string cases;
  const auto add_case = [&](std::string_view command, const std::string& option,
                            const std::string& values) {
    cases += "    " + in_quotes(std::string(command) + " " + option) + ") " + values + " ;;\n";
  };
  for (const Command& command : all_commands()) {
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    for (const Option& option : options.options()) {
      if (option.value.kind == ValueInfo::Kind::kNone) continue;
      add_case(command.name, "--" + option.name, bash_values(option.value));
    }
    add_case(command.name, "", bash_values(options.argument()));
    add_case(command.name, "-",
             "compgen -W " + in_quotes(joined(names_of(options))) + " -- \"$current\"");
  }
  const std::string commands =
      in_quotes("--help --version " + joined(names_of<std::string>(all_commands())));
  write_form(kBashForm, {{"cases", cases}, {"commands", commands}}, out);
}

// The end of one of _arguments' specifications: what its value is.
std::string zsh_value(const ValueInfo& value) {
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return ":" + value.name + ":_files";
    case ValueInfo::Kind::kFolder:
      return ":" + value.name + ":_files -/";
    case ValueInfo::Kind::kWords:
      return ":" + value.name + ":(" + joined(value.words) + ")";
    case ValueInfo::Kind::kText:
      return ":" + value.name + ": ";
    default:
      return "";
  }
}

// A description within brackets.
std::string zsh_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\' || c == ':') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zsh_case(const Command& command) {
  const Invocation invocation = command.begin();
  const OptionTable& options = invocation.options;
  std::string text = "    " + std::string(command.name) + ")\n      _arguments";
  for (const Option& option : options.options()) {
    const bool has_value = option.value.kind != ValueInfo::Kind::kNone;
    text +=
        " \\\n        " + in_quotes("*--" + option.name + (has_value ? "=" : "") + "[" +
                                    zsh_text(option.description) + "]" + zsh_value(option.value));
  }
  const ValueInfo& argument = options.argument();
  if (argument.kind != ValueInfo::Kind::kNone) {
    text += " \\\n        " + in_quotes("*" + zsh_value(argument));
  }
  return text + "\n      ;;\n";
}

void write_zsh(std::ostream& out) {
  std::string commands, cases;
  for (const Command& command : all_commands()) {
    commands +=
        "      " + in_quotes(std::string(command.name) + ":" + zsh_text(command.summary)) + '\n';
    cases += zsh_case(command);
  }
  write_form(kZshForm, {{"commands", commands}, {"cases", cases}}, out);
}

std::string fish_value(const ValueInfo& value) {
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return " -r -F";
    case ValueInfo::Kind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueInfo::Kind::kWords:
      return " -x -a " + in_quotes(joined(value.words));
    case ValueInfo::Kind::kText:
      return " -x";
    default:
      return "";
  }
}

void write_fish(std::ostream& out) {
  out << "# Completion of kbc for fish: kbc completion fish | source\n"
         "complete -c kbc -f\n";
  for (const Command& command : all_commands()) {
    out << "complete -c kbc -n __fish_use_subcommand -a " << command.name << " -d "
        << in_quotes(command.summary) << '\n';
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    const std::string within =
        "complete -c kbc -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    for (const Option& option : options.options()) {
      out << within << " -l " << option.name << fish_value(option.value) << " -d "
          << in_quotes(option.description) << '\n';
    }
    const ValueInfo& argument = options.argument();
    if (argument.kind == ValueInfo::Kind::kFile) out << within << " -F\n";
    if (argument.kind == ValueInfo::Kind::kWords) {
      out << within << " -a " << in_quotes(joined(argument.words)) << '\n';
    }
  }
}

struct Shell {
  std::string_view name;
  void (*write)(std::ostream& out);
};
constexpr Shell kShells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

void describe(Arguments& names, OptionTable& options) {
  std::vector<std::string> shells;
  for (const Shell& shell : kShells) shells.emplace_back(shell.name);
  options.arguments("SHELL", names).offer(std::move(shells));
}

int run(Arguments& names) {
  for (const Shell& shell : kShells) {
    if (names.size() != 1 || names.front() != shell.name) continue;
    shell.write(data_output());
    return kClean;
  }
  return report_trouble("name one shell: bash, zsh or fish");
}

}  // namespace

Command completion_command() {
  return {.details =
              "Prints a script that completes commands, options and their values in bash, zsh or "
              "fish:\n`source <(kbc completion bash)`, `kbc completion fish | source`, or for zsh "
              "a file `_kbc` in\na folder of $fpath. `cmake --install` installs all three.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
