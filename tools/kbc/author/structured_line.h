// Lines of logs that are made of named values.
#pragma once

#include <optional>
#include <string_view>

#include "author/message.h"

namespace kbc {

// The message of a line that is a JSON object, or ends with one after a prefix; nothing for any
// other line and for an object without a message.
std::optional<Message> message_of_json(std::string_view line);

// The same for `level=error msg="…" err="…"`.
std::optional<Message> message_of_logfmt(std::string_view line);

// What a word for a level says: `ERROR`, `crit`, `50`.
Gravity gravity_named(std::string_view level);

}  // namespace kbc
