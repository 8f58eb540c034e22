// A text of an entry as people read it: prose, and the commands in it on lines of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/harm.h"

namespace kbc {

struct Block {
  bool is_command = false;
  std::string text;          // of a command without back-ticks, ready to paste
  std::optional<Harm> harm;  // of a command
};

// Code between back-ticks is a command if there is a blank in it or if it does harm. What joins it
// to the prose around it (`, .`) is left out, since the line's end does that.
std::vector<Block> blocks_of(std::string_view text);

// What the named groups of a regex have matched, by their names.
using Captures = std::vector<std::pair<std::string, std::string>>;

// The command with what was matched in the place of each placeholder: `PORT`, as a word of its own,
// or `<port>` for the group `port`. Only what means nothing to a shell is filled in: letters,
// digits and `._/:@%+=,-`, not beginning with `-`.
std::string filled(std::string_view command, const Captures& captures);

// The lines of a command, each filled.
std::vector<std::string> command_lines(const Block& block, const Captures& captures);

}  // namespace kbc
