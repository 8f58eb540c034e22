#include "rpc/line_frames.h"

#include <algorithm>

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

// What was given is dropped first, so that the buffer holds one line and what came with it. Of one
// that is too long nothing is kept but that it was; memory that such a line took is given back.
Status LineFrames::fill() {
  buffer_.erase(0, begin_);
  scanned_ -= begin_;
  begin_ = 0;
  if (buffer_.empty() && buffer_.capacity() > 4 * kChunk) buffer_.shrink_to_fit();
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const Result<std::size_t> count = input_.read(buffer_.data() + size, kChunk);
  buffer_.resize(size + (count ? *count : 0));
  if (!count) return count.error();
  is_at_end_ = *count == 0;
  return {};
}

Result<std::optional<LineFrames::Frame>> LineFrames::next() {
  for (bool is_too_long = false;;) {
    const std::size_t end = std::min(buffer_.find('\n', scanned_), buffer_.size());
    const bool is_whole = end < buffer_.size() || is_at_end_;
    is_too_long = is_too_long || end - begin_ > kLongest;
    if (!is_whole) {
      scanned_ = end;
      if (is_too_long) begin_ = end;
      if (const Status failed = fill()) return *failed;
      continue;
    }
    if (begin_ == buffer_.size() && !is_too_long) return std::optional<Frame>();
    const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
    begin_ = scanned_ = std::min(end + 1, buffer_.size());
    if (is_too_long) return std::optional<Frame>({{}, true});
    if (!is_blank(line)) return std::optional<Frame>({line, false});
  }
}

void LineFrames::write(std::string_view message, std::ostream& out) {
  out << message << '\n';
  out.flush();
}

}  // namespace kbc
