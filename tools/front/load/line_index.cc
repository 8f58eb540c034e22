#include "load/line_index.h"

#include <algorithm>

#include "text/utf8.h"

namespace kbc {
namespace {

// The place after each line end.
void find_starts(std::string_view text, std::vector<std::uint32_t>& starts) {
  const bool has_cr = text.find('\r') != std::string_view::npos;
  const auto next_end = [&](std::size_t from) {
    return has_cr ? text.find_first_of("\r\n", from) : text.find('\n', from);
  };
  for (std::size_t at = next_end(0); at != std::string_view::npos; at = next_end(at + 1)) {
    const bool is_crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!is_crlf) starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  find_starts(text, starts_);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kStride) {
    counts_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(begin, kStride)));
  }
}

std::uint32_t LineIndex::code_points_before(std::uint32_t offset) const {
  const std::uint32_t begin = offset / kStride * kStride;
  const std::string_view rest = text_.substr(begin, offset - begin);
  return counts_[offset / kStride] + static_cast<std::uint32_t>(count_code_points(rest));
}

Position LineIndex::at(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::uint32_t start = *(after - 1);
  return {static_cast<std::uint32_t>(after - starts_.begin()),
          code_points_before(offset) - code_points_before(start) + 1};
}

std::uint32_t LineIndex::line_start(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  return starts_[number - 1];
}

std::string_view LineIndex::line(std::uint32_t number) const {
  const std::uint32_t begin = line_start(number);
  std::string_view line = text_.substr(begin, line_start(number + 1) - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace kbc
