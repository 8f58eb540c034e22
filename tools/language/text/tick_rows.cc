#include "text/tick_rows.h"

#include <algorithm>

namespace kbc {

std::size_t run_of(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
  return end - at;
}

std::map<std::size_t, std::size_t> rows_of_ticks(std::string_view text) {
  std::map<std::size_t, std::size_t> rows;
  std::map<std::size_t, std::size_t> last;  // by length
  for (std::size_t at = text.find('`'); at != std::string_view::npos; at = text.find('`', at)) {
    const std::size_t length = run_of(text, at);
    if (const auto before = last.find(length); before != last.end()) rows[before->second] = at;
    rows[at] = std::string_view::npos;
    last[length] = at;
    at += length;
  }
  return rows;
}

std::vector<CodeSpan> code_spans(std::string_view text) {
  std::vector<CodeSpan> spans;
  for (const auto& [row, close] : rows_of_ticks(text)) {
    if (close == std::string_view::npos || (!spans.empty() && row < spans.back().end)) continue;
    spans.push_back({row, row + run_of(text, row), close, close + run_of(text, close)});
  }
  return spans;
}

}  // namespace kbc
