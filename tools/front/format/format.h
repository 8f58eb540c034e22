#pragma once

#include <string>
#include <string_view>

#include "parse/document.h"

namespace kbc {

// The document in canonical form: names in the order in which the schema lists its properties and
// unknown ones after them, two spaces of indentation, a line for every member and item, numbers and
// strings in their plainest spelling, a final newline. Every value stays what it is, numbers as
// doubles to the last bit; names that occur twice stay twice. Formatting again changes nothing.
//
// `schema` is a JSON Schema as a document; references in it (`$ref`) are followed within it.
// Requires: document is not empty and was parsed without faults.
std::string formatted(const Document& document, const Document& schema);

// The same with the line ends that the text of the document has, of which the first decides: a
// checkout may have a CR before each LF.
std::string formatted_like(std::string_view text, const Document& document, const Document& schema);

// A number's plainest spelling: `0.85` for `8.5e-1`. A large whole number, and one with more digits
// than a double keeps, stay as they are written.
std::string plain_number(std::string_view number);

}  // namespace kbc
