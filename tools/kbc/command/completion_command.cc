#include <algorithm>
#include <string>
#include <string_view>

#include "command/command.h"
#include "command/embedded_completion.h"
#include "command/shared_options.h"
#include "core/named.h"
#include "driver/known_words.h"
#include "driver/trouble.h"
#include "text/filled_form.h"
#include "text/printer.h"
#include "text/shell_word.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::vector<std::string> names_of(const OptionTable& options) {
  std::vector<std::string> names;
  for (const Option& option : options.options()) names.push_back("--" + option.name);
  return names;
}

// What prints such values in bash.
std::string bash_values(const ValueInfo& value) {
  const std::string last = value.is_list ? "_kbc_last " : "";
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return "compgen -f -- \"$current\"";
    case ValueInfo::Kind::kFolder:
      return "compgen -d -- \"$current\"";
    case ValueInfo::Kind::kWords:
      return last + "_kbc_of " + shell_quoted(joined(value.words));
    case ValueInfo::Kind::kKnown:
      return last + "_kbc_words " + value.known;
    default:
      return "true";
  }
}

// bash makes words of `--format=te` at the `=`. An option that takes no value has no case.
void write_bash(std::ostream& out) {
  std::string cases;
  const auto add_case = [&](std::string_view command, const std::string& option,
                            const std::string& values) {
    cases += "    " + shell_quoted(std::string(command) + " " + option) + ") " + values + " ;;\n";
  };
  for (const Command& command : all_commands()) {
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    for (const Option& option : options.options()) {
      if (option.value.kind == ValueInfo::Kind::kNone) continue;
      add_case(command.name, "--" + option.name, bash_values(option.value));
    }
    add_case(command.name, "", bash_values(options.argument()));
    add_case(command.name, "-", "_kbc_of " + shell_quoted(joined(names_of(options))));
  }
  const std::string commands =
      shell_quoted("--help --version " + joined(names_of<std::string>(all_commands())));
  out << filled_form(kBashForm, {{"cases", cases}, {"commands", commands}});
}

// The end of one of _arguments' specifications: what its value is.
std::string zsh_value(const ValueInfo& value) {
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return ":" + value.name + ":_files";
    case ValueInfo::Kind::kFolder:
      return ":" + value.name + ":_files -/";
    case ValueInfo::Kind::kWords:
      return ":" + value.name +
             (value.is_list ? ": _kbc_last " + joined(value.words)
                            : ":(" + joined(value.words) + ")");
    case ValueInfo::Kind::kKnown:
      return ":" + value.name + ": " + (value.is_list ? "_kbc_last " : "") + "_kbc_words " +
             value.known;
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
    text += " \\\n        " +
            shell_quoted("*--" + option.name + (has_value ? "=" : "") + "[" +
                         zsh_text(option.description) + "]" + zsh_value(option.value));
  }
  const ValueInfo& argument = options.argument();
  if (argument.kind != ValueInfo::Kind::kNone) {
    text += " \\\n        " + shell_quoted("*" + zsh_value(argument));
  }
  return text + "\n      ;;\n";
}

void write_zsh(std::ostream& out) {
  std::string commands, cases;
  for (const Command& command : all_commands()) {
    commands +=
        "      " + shell_quoted(std::string(command.name) + ":" + zsh_text(command.summary)) + '\n';
    cases += zsh_case(command);
  }
  out << filled_form(kZshForm, {{"commands", commands}, {"cases", cases}});
}

// What `-a` takes.
std::string fish_words(const ValueInfo& value) {
  const bool is_known = value.kind == ValueInfo::Kind::kKnown;
  const std::string words = is_known ? "__kbc_words " + value.known : joined(value.words);
  if (value.is_list) return shell_quoted("(__kbc_last " + words + ")");
  return shell_quoted(is_known ? "(" + words + " (__kbc_token))" : words);
}

std::string fish_value(const ValueInfo& value) {
  switch (value.kind) {
    case ValueInfo::Kind::kFile:
      return " -r -F";
    case ValueInfo::Kind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueInfo::Kind::kWords:
    case ValueInfo::Kind::kKnown:
      return " -x -a " + fish_words(value);
    case ValueInfo::Kind::kText:
      return " -x";
    default:
      return "";
  }
}

void write_fish(std::ostream& out) {
  out << kFishForm;
  for (const Command& command : all_commands()) {
    out << "complete -c kbc -n __fish_use_subcommand -a " << command.name << " -d "
        << shell_quoted(command.summary) << '\n';
    const Invocation invocation = command.begin();
    const OptionTable& options = invocation.options;
    const std::string within =
        "complete -c kbc -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    for (const Option& option : options.options()) {
      out << within << " -l " << option.name << fish_value(option.value) << " -d "
          << shell_quoted(option.description) << '\n';
    }
    const ValueInfo& argument = options.argument();
    if (argument.kind == ValueInfo::Kind::kFile) out << within << " -F\n";
    const bool has_words =
        argument.kind == ValueInfo::Kind::kWords || argument.kind == ValueInfo::Kind::kKnown;
    if (has_words) out << within << " -a " << fish_words(argument) << '\n';
  }
}

struct Shell {
  std::string_view name;
  void (*write)(std::ostream& out);
};
constexpr Shell kShells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

// What a person, or one of the scripts, asked of `kbc completion`.
struct CompletionRequest {
  Arguments names;
  std::string kind;  // of words; empty for a script
  BaseChoice base;
  CacheChoice cache;
};

void describe(CompletionRequest& request, OptionTable& options) {
  options.arguments("SHELL", request.names).offer(kbc::names_of<std::string>(kShells));
  const std::vector<std::string> kinds = kinds_of_words();
  options
      .add("words", "KIND",
           "for the scripts: print the words of a kind that begin with the argument: " +
               listed(kinds),
           [&request, kinds](const std::string& kind) {
             request.kind = kind;
             const bool is_known = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
             return is_known ? Status() : Error{"--words " + kind + ": expected " + listed(kinds)};
           })
      .value.offer(kinds);
  add_kb_option(options, request.base);
  add_cache_options(options, request.cache);
}

// A word a line, with what it means behind a tab.
int print_words(const CompletionRequest& request) {
  const std::string prefix = request.names.empty() ? "" : request.names.front();
  for (const KnownWord& known : known_words({request.kind, prefix, request.base, request.cache})) {
    standard_output() << known.word;
    if (!known.description.empty()) standard_output() << '\t' << known.description;
    standard_output() << '\n';
  }
  return kClean;
}

int run(CompletionRequest& request) {
  if (!request.kind.empty()) return print_words(request);
  const Shell* shell =
      request.names.size() == 1 ? find_named(kShells, request.names.front()) : nullptr;
  if (shell == nullptr) return report_trouble("name one shell: bash, zsh or fish");
  shell->write(data_output());
  return kClean;
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
