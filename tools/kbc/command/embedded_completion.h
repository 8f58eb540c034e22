#pragma once

#include <string_view>

namespace kbc {

// command/completion.*.in, in which names between `%` mean what is made of the table of options.
extern const std::string_view kBashForm;
extern const std::string_view kZshForm;
extern const std::string_view kFishForm;

}  // namespace kbc
