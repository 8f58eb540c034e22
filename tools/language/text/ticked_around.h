#pragma once

#include <string>
#include <string_view>

namespace kbc {

// Some of a text around a part of it, between back-ticks. part views text.
std::string ticked_around(std::string_view text, std::string_view part);

}  // namespace kbc
