#include "driver/line_reader.h"

#include <chrono>
#include <thread>
#include <utility>

#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, Wait wait) {
  Result<Input> input = Input::open(path);
  if (!input) return input.error();
  return LineReader(std::move(*input), path == "-" ? Wait::kNo : wait, path);
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

// Appends what there is to read. False at the end.
bool LineReader::fill() {
  buffer_.erase(0, begin_);
  scanned_ -= begin_;
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const Result<std::size_t> count = read(buffer_.data() + size, kChunk, size > 0);
  if (!count) error_ = count.error().message;
  buffer_.resize(size + (count ? *count : 0));
  return count && *count > 0;
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
  if (begin_ == buffer_.size()) return false;
  std::size_t length = scanned_ - begin_;
  const bool is_whole = scanned_ < buffer_.size() && length <= kLongestLine;
  if (length > kLongestLine) {
    // A piece ends between characters.
    length = kLongestLine;
    for (int back = 0; back < 3 && is_continuation(buffer_[begin_ + length]); ++back) --length;
  }
  line = std::string_view(buffer_).substr(begin_, length);
  if (!is_piece_) ++number_;
  is_piece_ = !is_whole;
  begin_ += length + (is_whole ? 1 : 0);
  if (scanned_ < begin_) scanned_ = begin_;
  if (is_whole && !line.empty() && line.back() == '\r') line.remove_suffix(1);
  look_ahead();
  return true;
}

}  // namespace kbc
