#pragma once

namespace kbc {

// Whether a character is of a script, as Scripts.txt of Unicode 15.0 has it.
using Script = bool (*)(char32_t value);

bool is_han(char32_t value);

}  // namespace kbc
