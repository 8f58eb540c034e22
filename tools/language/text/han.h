#pragma once

namespace kbc {

// Han is Script=Han in Scripts.txt of Unicode 15.0.
bool is_han(char32_t value);

}  // namespace kbc
