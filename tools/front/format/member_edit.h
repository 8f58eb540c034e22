#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "parse/document.h"

namespace kbc {

// The text with one more member in an object, the last, or with another value for the one of that
// name. All other bytes stay what they are, and comments beside the members that they are about.
//
// `value` is JSON; its lines after the first are indented as the place asks for. Requires: the
// document is what parse_json made of the text, without a fault.
std::string with_member(std::string_view text, const Document& document, std::uint32_t object,
                        std::string_view name, std::string_view value);

}  // namespace kbc
