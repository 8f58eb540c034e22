// One line of a log as a person reads it on a screen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kbc {

// No more than this of one line is looked at.
inline constexpr std::size_t kMostOfLine = std::size_t{64} << 10;

// The line in UTF-8 and normal form C, without what steers a terminal or shows as nothing: of
// colours only the text stays, of a progress bar what it showed last, every odd blank is a blank.
// No blanks at its ends; tabs stay inside.
std::string plain_line(std::string_view raw);

// The same of a line of a log, as its program wrote it (decode/readings.h); of several lines that a
// logger made one, the first that is not empty.
std::string line_of_log(std::string_view raw);

}  // namespace kbc
