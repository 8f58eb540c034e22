#pragma once

#include <string_view>

#include "decode/decoded_text.h"

namespace kbc {

// Ways in which what carries a text spells its characters. Each appends the text with them undone
// to `out`, whose source is `text`; false, and nothing of use in `out`, if it has none of them.
// Each is linear and takes any bytes.

// Escape sequences of a terminal (ECMA-48), as a terminal gets them.
bool undo_terminal(std::string_view text, DecodedText& out);

// What loggers and web pages make of control characters: `#033[31m`, `\x1b[0m`, `\u001b[0m`,
// `^[[0m`, U+241B and U+FFFD before `[0m`, and `[31m` without anything before it; rsyslog's `#012`
// and `#011`.
bool undo_spelled_controls(std::string_view text, DecodedText& out);

// References of HTML and XML to characters: `&lt;`, `&#39;`, `&#x27;`; twice, as in `&amp;lt;`.
bool undo_references(std::string_view text, DecodedText& out);

// What editors, chats and web pages make of plain characters: no-break and other blanks, rows of
// blanks, typographic quotation marks and dashes, characters without width, byte-order marks; `> `
// at the beginning of a line. A byte that is not UTF-8 becomes U+FFFD, NULs go.
bool undo_typography(std::string_view text, DecodedText& out);

// Markdown's marks of emphasis and code, and its backslashes.
bool undo_markdown(std::string_view text, DecodedText& out);

}  // namespace kbc
