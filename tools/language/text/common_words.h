#pragma once

#include <string_view>

namespace kbc {

// The words that are common in messages of errors, with a line feed after each, the commonest
// first: those of five signatures or more among two and a half thousand.
extern const std::string_view kCommonWords;

}  // namespace kbc
