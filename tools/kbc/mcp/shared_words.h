#pragma once

#include <string_view>

namespace kbc {

// The share of the words of a message that a text has, too, from 0 to 1; 0 for a message without
// words. Each word counts once, however often it is there.
double shared_words(std::string_view message, std::string_view text);

}  // namespace kbc
