#pragma once

#include <string>
#include <string_view>

namespace kbc {

// The text for the content of an element of XML and for attributes between double quotes, harmless
// as any text for people.
std::string escape_xml(std::string_view unknown);

}  // namespace kbc
