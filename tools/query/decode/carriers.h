#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "decode/decoded_text.h"

namespace kbc {

// Gives how a text is carried: "json .msg". A name is only made for who wants it.
using Via = std::function<std::string()>;

// Takes a text that another one carries, and how. The text's source is the other one.
using SeeCarried = std::function<void(const DecodedText& text, const Via& via)>;

// The texts that a line carries in a notation of their own, in the order of their places. Each is
// linear and takes any bytes; a notation that is cut off at the end of the line is read up to
// there.

// Every string value of JSON (RFC 8259) with its escapes undone, wherever in the line an object
// begins; the bytes of an array of numbers, as journald writes a text that is not UTF-8. JSON in
// such a value is read as well, up to three levels.
void read_json(std::string_view line, const SeeCarried& see);

// Values between quotation marks after `key=`, as logfmt has them, with their escapes undone.
void read_logfmt(std::string_view line, const SeeCarried& see);

// The bytes of an array of numbers, as read_json reads them; empty for any other text.
std::string bytes_of_array(std::string_view array);

// What is between quotation marks, with its escapes undone; any other text as it is.
std::string unquoted(std::string_view text);

// Bytes as Python shows them: b'…' and b"…".
void read_python_bytes(std::string_view line, const SeeCarried& see);

}  // namespace kbc
