#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace kbc {

// How many bytes like the one at the place are there in a row.
std::size_t run_of(std::string_view text, std::size_t at);

// For each row of back-ticks in a text, by where it begins, where the code that it opens is closed,
// by a row of the same length, as in Markdown; npos when it never is.
std::map<std::size_t, std::size_t> rows_of_ticks(std::string_view text);

// Code between two such rows: where the first begins and the second ends, and the code in between.
struct CodeSpan {
  std::size_t begin = 0, code_begin = 0, code_end = 0, end = 0;
};

// All code in a text, from the left to the right; a row within code opens none.
std::vector<CodeSpan> code_spans(std::string_view text);

}  // namespace kbc
