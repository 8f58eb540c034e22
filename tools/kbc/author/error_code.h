#pragma once

#include <string>
#include <string_view>

namespace kbc {

// The code that the program itself prints in a line: `E0502`, `ORA-00060`, `ECONNREFUSED`,
// `0x80070005`; for what the C library says of
// it, its name (`[Errno 28]` and `No space left on device` are ENOSPC). Empty when there is none.
std::string error_code_in(std::string_view line);

// The code that the lines around an error tell beside it: Node.js prints the properties of an error
// (`code: 'MODULE_NOT_FOUND'`) below its stack. Empty when they tell none.
std::string error_code_around(std::string_view context);

}  // namespace kbc
