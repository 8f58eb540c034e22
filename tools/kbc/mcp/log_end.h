#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kbc {

// So much of a log or a message is read.
inline constexpr std::size_t kMostLogBytes = std::size_t{64} << 10;

// The end of a text, from the beginning of a line on where there is one.
struct LogEnd {
  std::string_view text;
  std::uint64_t lines_before = 0;
  std::size_t cut = 0;  // bytes
};

LogEnd log_end(std::string_view text);

}  // namespace kbc
