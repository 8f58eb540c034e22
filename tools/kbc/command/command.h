#ifndef KBC_COMMAND_COMMAND_H_
#define KBC_COMMAND_COMMAND_H_

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "driver/trouble.h"

namespace kbc {

// One subcommand. Its options stand in one place: the parser, --help and what is made from them
// later read the same description.
struct Command {
  std::string_view name;  // from commands.def, as is summary
  std::string_view summary;
  std::string_view arguments;  // as the usage line shows them: "[PATH…]"
  std::string_view details;    // a paragraph for --help; may be empty
  bool takes_arguments = false;
  boost::program_options::options_description (*options)() = nullptr;  // null: it has none
  // The words that the value of an option can be, or an argument (option "argument"), where the
  // value's name does not say it.
  std::vector<std::string> (*choices)(std::string_view option) = nullptr;
  // The arguments that are no options are in "argument".
  int (*run)(const boost::program_options::variables_map& values) = nullptr;
};

// In the order of command/commands.def.
const std::vector<Command>& all_commands();
const Command* command_named(std::string_view name);

// What a command takes, --help too.
boost::program_options::options_description all_options(const Command& command);

// Everything from `argv[1]` on; gives the exit code.
int run_command_line(const std::vector<std::string>& arguments);

// Says that there is no such command, and which one was meant; gives kTrouble.
int unknown_command(const std::string& name);

// The value of an option that takes several, or none.
std::vector<std::string> values_of(const boost::program_options::variables_map& values,
                                   const std::string& option);

std::string help_text();
std::string help_text(const Command& command);

// What a command's own file defines: the Command but for its name and summary.
#define KBC_COMMAND(name, summary) Command name##_command();
#include "command/commands.def"
#undef KBC_COMMAND

}  // namespace kbc

#endif  // KBC_COMMAND_COMMAND_H_
