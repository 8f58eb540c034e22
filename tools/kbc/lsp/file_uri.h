#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kbc {

// The path of a file on this machine, without `.`, `..` and a slash at its end; nothing for any
// other address.
std::optional<std::string> path_of_uri(std::string_view uri);

// The address of an absolute path, as most editors write it.
std::string uri_of_path(std::string_view path);

}  // namespace kbc
