#include "load/line_index.h"

#include <algorithm>

namespace kbc {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

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
    const std::string_view stride = text.substr(begin, kStride);
    count +=
        static_cast<std::uint32_t>(std::count_if(stride.begin(), stride.end(), begins_character));
  }
}

std::uint32_t LineIndex::code_points_before(std::uint32_t offset) const {
  std::uint32_t count = counts_[offset / kStride];
  for (std::uint32_t at = offset / kStride * kStride; at < offset; ++at) {
    if (begins_character(text_[at])) ++count;
  }
  return count;
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
