// Lines of logs that are made of named values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/message.h"

namespace kbc {

// The message of a line that is a JSON object, or ends with one after a prefix; nothing for any
// other line and for an object without a message. An exception that the object describes says more
// than the message beside it ("request failed").
std::optional<Message> message_of_json(std::string_view line);

// The same for `level=error msg="…" err="…"`, and for a text in front of such pairs of which one is
// an error.
std::optional<Message> message_of_logfmt(std::string_view line);

// What a line of HTML has between the tags of a title: `<title>502 Bad Gateway</title>`.
std::optional<Message> message_of_markup(std::string_view line);

// Texts of several lines that a JSON object in a line has: its message, and the stack of an
// exception. Empty when it has none. `beside` says what the object says besides.
std::vector<std::string> long_texts_of_json(std::string_view line, Message& beside);

// What a word for a level says: `ERROR`, `crit`, `50`.
Gravity gravity_named(std::string_view level);

}  // namespace kbc
