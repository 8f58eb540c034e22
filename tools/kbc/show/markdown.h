// Texts of entries in CommonMark. Code in back-ticks and between fences stays code, which entries
// use as Markdown does; all else is escaped, so that a page shows the text as it was written and
// nothing of it is markup: no HTML, link, image, heading, list, quotation or table.
#pragma once

#include <string>
#include <string_view>

namespace kbc {

// For the middle of a line: line breaks are blanks.
std::string markdown_line(std::string_view text);

// For a paragraph or more, each further line with `indent` before it. Line breaks stay.
std::string markdown_text(std::string_view text, std::string_view indent);

// Verbatim text on one line, whatever back-ticks it holds.
std::string markdown_code(std::string_view text);

// Whether it is an address of http or https that can stand between brackets and quotes as it is.
bool is_address(std::string_view url);

// A link that shows where it leads. What is no address is text.
std::string markdown_link(std::string_view url);

}  // namespace kbc
