#include "decode/line_cutter.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/utf8.h"

namespace kbc {
namespace {

// What was given goes when it is so much: chunks may be small, and what stays is moved.
constexpr std::size_t kMostGiven = 8 * LogLines::kMostBytes;

}  // namespace

char* LineCutter::room(std::size_t size) {
  if (begin_ > kMostGiven) {
    const std::size_t gone = begin_ - LogLines::kMostBytes;
    size_ -= gone;
    std::memmove(bytes_.get(), bytes_.get() + gone, size_);
    scanned_ -= gone;
    begin_ -= gone;
  }
  if (size > capacity_ - size_) {
    const std::size_t capacity = std::max(size_ + size, 2 * capacity_);
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity);
    std::copy_n(bytes_.get(), size_, bytes.get());
    bytes_ = std::move(bytes);
    capacity_ = capacity;
  }
  return bytes_.get() + size_;
}

void LineCutter::take(std::size_t size) {
  size_ += size;
  look_ahead();
}

void LineCutter::look_ahead() {
  const std::size_t end = text().find('\n', scanned_);
  has_line_ = end != std::string_view::npos || size_ - begin_ > kLongestLine;
  scanned_ = end == std::string_view::npos ? size_ : end;
}

bool LineCutter::next(std::string_view& line) {
  if (!has_line_ && !is_at_end_) return false;
  // What is left of a line after its last piece was in that piece, too.
  if (begin_ == size_) return false;
  std::size_t length = scanned_ - begin_;
  const bool is_whole = length <= kLongestLine;
  const bool has_end = is_whole && scanned_ < size_;
  if (piece_.is_last) {
    ++number_;
    piece_.offset = 0;
  } else {
    piece_.offset += next_offset_;
  }
  piece_.is_last = is_whole;
  if (!is_whole) length = whole_characters(begin_, kLongestLine);
  line_ = begin_;
  line = text().substr(begin_, length);
  next_offset_ = is_whole ? 0 : whole_characters(begin_, length - LineMatcher::kOverlap);
  begin_ += is_whole ? length + (has_end ? 1 : 0) : next_offset_;
  if (scanned_ < begin_) scanned_ = begin_;
  if (is_whole && !line.empty() && line.back() == '\r' && has_end) line.remove_suffix(1);
  look_ahead();
  return true;
}

// So many bytes from the place on, or fewer, which end between characters.
std::size_t LineCutter::whole_characters(std::size_t place, std::size_t length) const {
  for (int back = 0; back < 3 && is_continuation(bytes_[place + length]); ++back) --length;
  return length;
}

std::string_view LineCutter::before() const {
  const std::size_t size = std::min(line_, LogLines::kMostBytes);
  return text().substr(line_ - size, size);
}

}  // namespace kbc
