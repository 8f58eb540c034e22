#pragma once

#include <string>
#include <string_view>

namespace kbc {

// Appends the bytes as a string literal of C++ that means the same to every compiler, whatever it
// takes for the character set of sources: only ASCII, no trigraphs. Long ones are several literals
// that join, each short enough for all compilers, with `indent` before each.
void append_literal(std::string& out, std::string_view bytes, std::string_view indent);

}  // namespace kbc
