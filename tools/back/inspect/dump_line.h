#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/printer.h"

namespace kbc {

// "89 4b ", each byte and a blank.
std::string hex_of(std::string_view bytes);

// A place in the file, in hexadecimal digits.
std::string offset_text(std::uint64_t at);

// One field: where it is in the file, its bytes, its name and what it means.
void dump_line(std::uint64_t at, std::string_view bytes, std::string_view name,
               const std::string& meaning, Printer& out);

}  // namespace kbc
