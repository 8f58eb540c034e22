#include "decode/line_cutter.h"

#include <algorithm>

#include "text/utf8.h"

namespace kbc {
namespace {

// What was given goes when it is so much: chunks may be small, and what stays is moved.
constexpr std::size_t kMostGiven = 8 * LogLines::kMostBytes;

}  // namespace

char* LineCutter::room(std::size_t size) {
  if (begin_ > kMostGiven) {
    const std::size_t gone = begin_ - LogLines::kMostBytes;
    buffer_.erase(0, gone);
    scanned_ -= gone;
    begin_ -= gone;
  }
  room_ = buffer_.size();
  buffer_.resize(room_ + size);
  return buffer_.data() + room_;
}

void LineCutter::take(std::size_t size) {
  buffer_.resize(room_ + size);
  look_ahead();
}

void LineCutter::look_ahead() {
  const std::size_t end = buffer_.find('\n', scanned_);
  has_line_ = end != std::string::npos || buffer_.size() - begin_ > kLongestLine;
  scanned_ = end == std::string::npos ? buffer_.size() : end;
}

bool LineCutter::next(std::string_view& line) {
  if (!has_line_ && !is_at_end_) return false;
  // What is left of a line after its last piece was in that piece, too.
  if (begin_ == buffer_.size()) return false;
  std::size_t length = scanned_ - begin_;
  const bool is_whole = length <= kLongestLine;
  const bool has_end = is_whole && scanned_ < buffer_.size();
  if (piece_.is_last) {
    ++number_;
    piece_.offset = 0;
  } else {
    piece_.offset += next_offset_;
  }
  piece_.is_last = is_whole;
  if (!is_whole) length = whole_characters(begin_, kLongestLine);
  line_ = begin_;
  line = std::string_view(buffer_).substr(begin_, length);
  next_offset_ = is_whole ? 0 : whole_characters(begin_, length - LineMatcher::kOverlap);
  begin_ += is_whole ? length + (has_end ? 1 : 0) : next_offset_;
  if (scanned_ < begin_) scanned_ = begin_;
  if (is_whole && !line.empty() && line.back() == '\r' && has_end) line.remove_suffix(1);
  look_ahead();
  return true;
}

// So many bytes from the place on, or fewer, which end between characters.
std::size_t LineCutter::whole_characters(std::size_t place, std::size_t length) const {
  for (int back = 0; back < 3 && is_continuation(buffer_[place + length]); ++back) --length;
  return length;
}

std::string_view LineCutter::before() const {
  const std::size_t size = std::min(line_, LogLines::kMostBytes);
  return std::string_view(buffer_).substr(line_ - size, size);
}

}  // namespace kbc
