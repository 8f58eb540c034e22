#ifndef KBC_COMMAND_OPTION_INFO_H_
#define KBC_COMMAND_OPTION_INFO_H_

#include <string>
#include <string_view>
#include <vector>

#include "command/command.h"

namespace kbc {

// What may stand in the place of a value: completion offers it.
struct ValueInfo {
  enum class Kind { kNone, kText, kFile, kFolder, kWords };

  Kind kind = Kind::kNone;         // kNone: an option without value
  std::string name;                // as the help shows it: "FILE"
  std::vector<std::string> words;  // of kWords
};

// One option of a command, as its description has it.
struct OptionInfo {
  std::string name;  // without the dashes
  ValueInfo value;
  std::string otherwise;  // its value when it is not given; may be empty
  std::string description;
};

// All options of a command, --help too.
std::vector<OptionInfo> option_infos(const Command& command);

// What a command's arguments are.
ValueInfo argument_info(const Command& command);

}  // namespace kbc

#endif  // KBC_COMMAND_OPTION_INFO_H_
