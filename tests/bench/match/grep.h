#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kbc {

// `grep -E -i -c -f`, which only tells the lines in which any pattern matches.
struct GrepTiming {
  std::size_t patterns = 0;  // that POSIX can say; the others are left out
  double build_seconds = 0;
  double line_seconds = 0;
};

// Of a few of the lines: the CPU time for all of them less that for none, each the best of some
// runs. Nothing when there is no grep.
std::optional<GrepTiming> time_grep(const std::vector<std::string>& regexes,
                                    const std::vector<std::string>& lines);

}  // namespace kbc
