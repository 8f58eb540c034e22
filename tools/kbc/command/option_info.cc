#include "command/option_info.h"

#include <set>

#include "diagnostic/rule.h"

namespace kbc {
namespace {

std::vector<std::string> rules_and_groups() {
  std::set<std::string> names;
  for (const RuleInfo& rule : all_rules()) {
    names.insert(rule.name);
    names.insert(rule.group);
  }
  return {names.begin(), names.end()};
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : all_commands()) names.emplace_back(command.name);
  return names;
}

// A value's name says what it is wherever it stands; `given` are the words that a command says.
ValueInfo value_named(std::string_view name, std::vector<std::string> given) {
  using Kind = ValueInfo::Kind;
  ValueInfo value{Kind::kText, std::string(name), std::move(given)};
  if (name == "RULE" || name == "RULES") value.words = rules_and_groups();
  if (name == "COMMAND") value.words = command_names();
  if (name == "SEVERITY") value.words = {"error", "warning", "info"};
  if (name == "WHEN") value.words = {"auto", "always", "never"};
  if (!value.words.empty()) value.kind = Kind::kWords;
  if (name == "FILE" || name == "PATH") value.kind = Kind::kFile;
  if (name == "DIR") value.kind = Kind::kFolder;
  return value;
}

std::vector<std::string> choices_of(const Command& command, std::string_view option) {
  return command.choices != nullptr ? command.choices(option) : std::vector<std::string>();
}

OptionInfo info_of_option(const Command& command,
                          const boost::program_options::option_description& option) {
  OptionInfo info{option.long_name(), {}, {}, option.description()};
  // "NAME", or "NAME (=text)".
  const std::string parameter = option.format_parameter();
  if (parameter.empty()) return info;
  const std::size_t end = parameter.find(" (=");
  info.value = value_named(parameter.substr(0, end), choices_of(command, info.name));
  if (end != std::string::npos) {
    info.otherwise = parameter.substr(end + 3, parameter.size() - end - 4);
  }
  return info;
}

}  // namespace

std::vector<OptionInfo> option_infos(const Command& command) {
  const auto options = all_options(command);
  std::vector<OptionInfo> infos;
  for (const auto& option : options.options()) infos.push_back(info_of_option(command, *option));
  return infos;
}

ValueInfo argument_info(const Command& command) {
  if (!command.takes_arguments) return {};
  // "[PATH…]" is a PATH.
  std::string name;
  for (const char c : command.arguments) {
    if (c >= 'A' && c <= 'Z') name += c;
  }
  return value_named(name, choices_of(command, "argument"));
}

}  // namespace kbc
