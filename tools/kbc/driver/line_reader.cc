#include "driver/line_reader.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "os/compressed.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, Wait wait,
                                    std::function<bool()> stop) {
  Result<Input> input = Input::open(path);
  if (!input) return input.error();
  return LineReader(std::move(*input), path == "-" ? Wait::kNo : wait, path, std::move(stop));
}

bool LineReader::begin_anew() {
  Result<Input> input = Input::open(path_);
  if (input) input_ = std::move(*input);
  return input.ok();
}

// Reads what there is, and waits for it if that is wanted.
Result<std::size_t> LineReader::read(char* bytes, std::size_t size, bool is_inside_line) {
  for (bool was_replaced = false;;) {
    Result<std::size_t> count = input_.read(bytes, size);
    if (stop_ && stop_()) return std::size_t{0};
    if (!count || *count != 0 || wait_ == Wait::kNo) return count;
    // What was written before the file was replaced has been read by now.
    if (was_replaced && begin_anew() && is_inside_line) {
      *bytes = '\n';
      return std::size_t{1};
    }
    was_replaced = !was_replaced && input_.is_replaced();
    if (!was_replaced) std::this_thread::sleep_for(kPause);
  }
}

// Appends what there is to read. False at the end. Of what was given the end is kept.
bool LineReader::fill() {
  const std::size_t gone = begin_ - std::min(begin_, LogLines::kMostBytes);
  buffer_.erase(0, gone);
  scanned_ -= gone;
  begin_ -= gone;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const Result<std::size_t> count = read(buffer_.data() + size, kChunk, size > 0);
  if (!count) error_ = count.error().message;
  buffer_.resize(size + (count ? *count : 0));
  if (!count) return false;
  if (size_ == 0) {
    error_ = compressed_help(buffer_, path_, "match");
    if (!error_.empty()) buffer_.clear();
  }
  count_zeros(std::string_view(buffer_).substr(size));
  return *count > 0 && error_.empty();
}

void LineReader::count_zeros(std::string_view bytes) {
  for (std::size_t at = bytes.find('\0'); at != std::string_view::npos;
       at = bytes.find('\0', at + 1)) {
    ++zeros_[(size_ + at) % 2];
  }
  size_ += bytes.size();
}

bool LineReader::has_many_zeros() const {
  const auto [fewer, more] = std::minmax(zeros_[0], zeros_[1]);
  const bool is_utf16 = fewer * 4 <= more && more * 8 >= size_;
  return (fewer + more) * 10 > size_ && !is_utf16;
}

void LineReader::look_ahead() {
  const std::size_t end = buffer_.find('\n', scanned_);
  has_line_ = end != std::string::npos || buffer_.size() - begin_ > kLongestLine;
  scanned_ = end == std::string::npos ? buffer_.size() : end;
}

bool LineReader::next(std::string_view& line) {
  look_ahead();
  while (!has_line_ && !is_at_end_) {
    is_at_end_ = !fill();
    look_ahead();
  }
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
std::size_t LineReader::whole_characters(std::size_t place, std::size_t length) const {
  for (int back = 0; back < 3 && is_continuation(buffer_[place + length]); ++back) --length;
  return length;
}

std::string_view LineReader::before() const {
  const std::size_t size = std::min(line_, LogLines::kMostBytes);
  return std::string_view(buffer_).substr(line_ - size, size);
}

}  // namespace kbc
