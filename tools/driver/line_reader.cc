#include "driver/line_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, Wait wait) {
  if (path == "-") return LineReader(STDIN_FILENO, Wait::kNo);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{path + ": " + std::strerror(errno)};
  return LineReader(file, wait);
}

LineReader::LineReader(LineReader&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      wait_(other.wait_),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      scanned_(other.scanned_),
      has_line_(other.has_line_),
      is_at_end_(other.is_at_end_),
      is_piece_(other.is_piece_),
      number_(other.number_),
      error_(std::move(other.error_)) {}

LineReader::~LineReader() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

// Appends what there is to read. False at the end.
bool LineReader::fill() {
  buffer_.erase(0, begin_);
  scanned_ -= begin_;
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  ssize_t count = 0;
  for (;;) {
    count = ::read(file_, buffer_.data() + size, kChunk);
    if (count < 0 && errno == EINTR) continue;
    if (count != 0 || wait_ == Wait::kNo) break;
    std::this_thread::sleep_for(kPause);
  }
  if (count < 0) error_ = std::strerror(errno);
  buffer_.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0;
}

void LineReader::look_ahead() {
  const std::size_t end = buffer_.find('\n', scanned_);
  has_line_ = end != std::string::npos || buffer_.size() - begin_ >= kLongestLine;
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
    for (int back = 0; back < 3 && (buffer_[begin_ + length] & 0xC0) == 0x80; ++back) --length;
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
