#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

// The tokens of a version spec: words, operators, and the separators `,` and `||`. Each function
// answers with the place where the token that begins at `at` ends, `at` itself if none does.

// A run of operator characters (`<>=!~^`), known as an operator or not, or one of the signs that
// stand for an operator elsewhere (U+2265, U+2264, U+2260). A lone `!` is not one.
std::size_t operator_end(std::string_view text, std::size_t at);

// `,`, `||`, or the `|` that was meant as one.
std::size_t separator_end(std::string_view text, std::size_t at);

// Everything up to a blank, a separator, or an operator; `~` and `^` are an operator only at the
// start of a word or before `=`.
std::size_t word_end(std::string_view text, std::size_t at);

// Whichever of them begins at `at`; `at` only before a blank or at the end of the text.
std::size_t token_end(std::string_view text, std::size_t at);

}  // namespace kbc
