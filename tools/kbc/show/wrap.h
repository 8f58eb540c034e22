#ifndef KBC_SHOW_WRAP_H_
#define KBC_SHOW_WRAP_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// The text as lines of at most `width` terminal columns, harmless on a terminal. Lines break at
// blanks and around wide characters, which need none; a word that is longer stands alone. Line
// breaks of the text stay. Requires: width > 0.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace kbc

#endif  // KBC_SHOW_WRAP_H_
