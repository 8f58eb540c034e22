#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kbc {

// The length of the JSON number (RFC 8259, section 6) that text begins with; 0 for none.
std::size_t number_length(std::string_view text);

// The double nearest to a JSON number; infinite beyond the range, 0 below it.
double parse_number(std::string_view text);

// text as a JSON string literal, quotes included: escaped only where RFC 8259 demands it.
std::string quote(std::string_view text);

// Where byte `decoded` of a string's value is in its literal, which begins with its quote and
// is well-formed. The end of the value maps to the closing quote. Linear in `decoded`.
std::size_t raw_offset(std::string_view literal, std::size_t decoded);

}  // namespace kbc
