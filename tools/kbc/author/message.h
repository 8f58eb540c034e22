// A line of a log without what the log adds to it.
#pragma once

#include <cstdint>
#include <string>

namespace kbc {

// How grave the log itself says that a line is.
enum class Gravity : std::uint8_t { kUnsaid, kMild, kError, kFatal };

// What the program said, and how the log took it.
struct Message {
  std::string text;
  Gravity gravity = Gravity::kUnsaid;
  std::string code;     // that a structured log tells beside the message; may be empty
  std::string program;  // that the log names as the speaker; may be empty
};

// Takes off, layer by layer, the time, the host, the process, the level, the place in the source,
// and the wrapping of JSON, logfmt, syslog, containers and build servers. A line with none of these
// is its own message. Requires: a line from plain_line().
Message message_of(const std::string& line);

// A message without the words by which a program makes it a link of a chain (`Caused by: `,
// `[cause]: `, `---> `) or names the thread that it ended (`Exception in thread "main" `): the same
// exception stands elsewhere without them.
std::string without_chain(const std::string& text);

}  // namespace kbc
