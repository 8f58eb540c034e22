// Parts of a text that are not prose: code between back-ticks, URLs, and what a template has left
// behind. Ranges are in bytes of the text, leftmost first, and do not overlap.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace kbc {

// No function here returns more ranges than this.
inline constexpr std::size_t kMostMarkers = 64;

// The code between back-ticks, without them and without blanks at its ends. A row of back-ticks is
// closed by the next row of the same length, as in Markdown; one that is never closed is prose, and
// so are the quotes of old GNU messages, `like this'.
std::vector<TextRange> inline_code(std::string_view text);

// Web addresses, `http://…` and `https://…`, up to what cannot belong to them: a blank, a quote, a
// back-tick, `<`, `>`, a character outside ASCII. Punctuation that ends a sentence is left out, and
// a closing bracket that was not opened inside.
std::vector<TextRange> urls_in(std::string_view text);

// What an author has still to replace:
//   `TODO`, `FIXME`, `TBD` and three `x` or more as words of their own; `todo:` and `fixme:`;
//   lorem ipsum;
//   `<…>` or `[…]` of two words or more that tells the author what to write (`<your name>`,
//   `[insert link here]`), and a whole text that is one such bracket;
//   a whole text that only holds a place (`...`, `???`, `placeholder`, `待补充`).
// Nothing inside back-ticks, nothing that touches a quote, `=`, `#`, `/` or `-`, and no usage such
// as `<path>`: they are what a reader has to replace, not what the author forgot. `TODO comments`
// and `a TODO list` talk about such marks and leave none.
std::vector<TextRange> placeholders(std::string_view text);

}  // namespace kbc
