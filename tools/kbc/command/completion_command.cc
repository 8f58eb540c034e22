#include <iostream>
#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

// In single quotes, as all three shells read them.
std::string quoted(std::string_view text) {
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
      return "compgen -W " + quoted(joined(value.words)) + " -- \"$current\"";
    default:
      return "true";
  }
}

void write_bash(std::ostream& out) {
  out << "# Completion of kbc for bash: source <(kbc completion bash)\n"
         "_kbc_values() {\n  case \"$command $option\" in\n";
  for (const Command& command : all_commands()) {
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    for (const Option& option : options.options()) {
      if (option.value.kind == ValueInfo::Kind::kNone) continue;
      out << "    " << quoted(std::string(command.name) + " --" + option.name) << ") "
          << bash_values(option.value) << " ;;\n";
    }
    out << "    " << quoted(std::string(command.name) + " ") << ") "
        << bash_values(options.argument()) << " ;;\n"
        << "    " << quoted(std::string(command.name) + " -") << ") compgen -W "
        << quoted(joined(names_of(options))) << " -- \"$current\" ;;\n";
  }
  std::string names = "help";
  for (const Command& command : all_commands()) names += " " + std::string(command.name);
  // bash makes words of `--format=te` at the `=`. An option that takes no value has no case.
  out << "    *) return 1 ;;\n  esac\n}\n\n"
         "_kbc() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  local command=${COMP_WORDS[1]} option= found\n"
         "  COMPREPLY=()\n"
         "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
         "    found=$(compgen -W "
      << quoted("--help --version" + names.substr(4)) << " -- \"$current\")\n"
      << "  else\n"
         "    [ \"$current\" = '=' ] && current=\n"
         "    [ \"$previous\" = '=' ] && previous=${COMP_WORDS[COMP_CWORD-2]}\n"
         "    case \"$current\" in\n"
         "      -*) option=- ;;\n"
         "      *) case \"$previous\" in --*) option=$previous ;; esac ;;\n"
         "    esac\n"
         "    found=$(_kbc_values) || { option=; found=$(_kbc_values); }\n"
         "  fi\n"
         "  local IFS=$'\\n'\n"
         "  COMPREPLY=($found)\n"
         "}\n"
         "complete -o filenames -o bashdefault -F _kbc kbc\n";
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

void write_zsh(std::ostream& out) {
  out << "#compdef kbc\n# Completion of kbc for zsh: a file `_kbc` in one of the folders of "
         "$fpath\n"
         "_kbc() {\n  if (( CURRENT == 2 )); then\n    local -a commands=(\n";
  for (const Command& command : all_commands()) {
    out << "      " << quoted(std::string(command.name) + ":" + zsh_text(command.summary)) << '\n';
  }
  out << "    )\n    _describe command commands\n    return\n  fi\n"
         "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command& command : all_commands()) {
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    out << "    " << command.name << ")\n      _arguments";
    for (const Option& option : options.options()) {
      const bool has_value = option.value.kind != ValueInfo::Kind::kNone;
      out << " \\\n        "
          << quoted("*--" + option.name + (has_value ? "=" : "") + "[" +
                    zsh_text(option.description) + "]" + zsh_value(option.value));
    }
    const ValueInfo& argument = options.argument();
    if (argument.kind != ValueInfo::Kind::kNone) {
      out << " \\\n        " << quoted("*" + zsh_value(argument));
    }
    out << "\n      ;;\n";
  }
  out << "  esac\n}\n"
         "if [ \"$funcstack[1]\" = _kbc ]; then _kbc \"$@\"; else compdef _kbc kbc; fi\n";
}

std::string fish_value(const ValueInfo& value) {
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return " -r -F";
    case ValueInfo::Kind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueInfo::Kind::kWords:
      return " -x -a " + quoted(joined(value.words));
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
        << quoted(command.summary) << '\n';
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    const std::string within =
        "complete -c kbc -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    for (const Option& option : options.options()) {
      out << within << " -l " << option.name << fish_value(option.value) << " -d "
          << quoted(option.description) << '\n';
    }
    const ValueInfo& argument = options.argument();
    if (argument.kind == ValueInfo::Kind::kFile) out << within << " -F\n";
    if (argument.kind == ValueInfo::Kind::kWords) {
      out << within << " -a " << quoted(joined(argument.words)) << '\n';
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
    shell.write(std::cout);
    return kClean;
  }
  return report_trouble("name one shell: bash, zsh or fish");
}

}  // namespace

Command completion_command() {
  return {.details =
              "Prints a script that completes commands, options and their values in bash, zsh or "
              "fish:\n"
              "`source <(kbc completion bash)`, `kbc completion fish | source`, or for zsh a file "
              "`_kbc` in\n"
              "a folder of $fpath. `cmake --install` puts all three in their places.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
