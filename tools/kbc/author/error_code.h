#pragma once

#include <string>
#include <string_view>

namespace kbc {

// The code that the program itself prints in a line: `E0502`, `ORA-00060`, `ECONNREFUSED`,
// `0x80070005`; empty when there is none.
std::string error_code_in(std::string_view line);

}  // namespace kbc
