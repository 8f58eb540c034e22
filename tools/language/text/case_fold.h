#pragma once

#include <string>
#include <string_view>

namespace kbc {

// Case as RE2 ignores it: the orbits of simple case folding in Unicode 14. `k`, `K` and U+212A are
// one orbit, `s`, `S` and U+017F another.

// The next member of the code point's orbit, in a circle; itself when it is alone.
char32_t next_in_orbit(char32_t value);

// The member that stands for the orbit: a lower-case ASCII letter if there is one, else the
// smallest.
char32_t fold(char32_t value);

// Every character folded. What is not UTF-8 stays as it is.
std::string fold_case(std::string_view text);

// The first code point from `value` on that has other cases; above all code points if none has.
char32_t next_with_case(char32_t value);

}  // namespace kbc
