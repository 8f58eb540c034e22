#pragma once

#include <string>
#include <string_view>

namespace kbc {

// The text between single quotes, as every shell reads it: one word, in which nothing has a
// meaning.
std::string shell_quoted(std::string_view text);

// The same, but as it is where it needs no quotes.
std::string shell_word(std::string_view text);

}  // namespace kbc
