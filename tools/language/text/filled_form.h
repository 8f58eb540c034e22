#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kbc {

// A form in which every name between two `%` gives way to its value. Requires: each has one.
std::string filled_form(std::string_view form,
                        const std::map<std::string_view, std::string>& values);

}  // namespace kbc
