#pragma once

#include <cstddef>

namespace kbc {

// A log is read line by line. A regex that can match over line ends is looked for in a line and the
// lines before it, together at most so many lines and so many bytes: that is as far as a match in a
// log can reach. In a message, which is one text, it can reach anywhere.
inline constexpr std::size_t kLogWindowLines = 16;
inline constexpr std::size_t kLogWindowBytes = std::size_t{16} << 10;

}  // namespace kbc
