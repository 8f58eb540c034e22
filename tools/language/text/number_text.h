// Numbers as messages, fixes and files write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kbc {

// The value rounded to 12 significant digits, without needless zeros: 0.85, 1, 0.333333333333. A
// JSON number. Requires: a finite value.
std::string decimal(double value);

// The shortest text that reads as the value again. Requires: a finite value.
std::string shortest(double value);

// With so many digits at least, a to f in lower case.
std::string hexadecimal(std::uint64_t value, std::size_t digits);

// "U+0007", "U+1F600".
std::string code_point_number(char32_t value);

// "1 error", "2 errors", "0 entries", "3 fixes".
std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace kbc
