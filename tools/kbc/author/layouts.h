// What loggers, collectors and compilers put in front of a message: the one table of their layouts.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "author/message.h"

namespace kbc {

// One layout of lines.
struct Layout {
  const char* name;  // the logger and its format, for people
  // What stands in front of a message. The groups `level`, `program` and `code` are what it says;
  // `rest` is the beginning of the message, where only that tells the layout.
  const char* regex;
  // A beginning of a line as that logger writes it, and an end of one where it has one.
  const char* sample;
  const char* sample_end = "";
  // What may stand behind the message then; one that ends with a `$`.
  const char* suffix = nullptr;
  const char* program = nullptr;       // whose lines look like this; null where any program's may
  Gravity gravity = Gravity::kUnsaid;  // of all lines that look like this
};

// In the order in which they are tried: the whole layouts of loggers come before the parts that
// many of them share.
std::span<const Layout> layouts();

// Takes off what the first layout that fits has put around the message, and notes what that says.
// False when none fits: nothing is a layout that has no message after it. Linear.
bool take_layout(Message& message);

// The message as the logger would write it: the layout's sample around it.
std::string laid_out(const Layout& layout, std::string_view message);

// Whether a line of the layout with that message can be told from a line without it. Of all but a
// few layouts it can be, whatever the message is.
bool can_hold(const Layout& layout, std::string_view message);

}  // namespace kbc
