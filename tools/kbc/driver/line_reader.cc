#include "driver/line_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, Wait wait) {
  if (path == "-") return LineReader(STDIN_FILENO, Wait::kNo, path);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{path + ": " + std::strerror(errno)};
  return LineReader(file, wait, path);
}

LineReader::LineReader(LineReader&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      wait_(other.wait_),
      path_(std::move(other.path_)),
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

// Whether the path leads to another file by now, or the file was cut: a log that was rotated.
bool LineReader::is_replaced() const {
  struct stat read_from {
  }, at_path{};
  if (::fstat(file_, &read_from) != 0 || ::stat(path_.c_str(), &at_path) != 0) return false;
  const bool is_other = read_from.st_dev != at_path.st_dev || read_from.st_ino != at_path.st_ino;
  return is_other || read_from.st_size < ::lseek(file_, 0, SEEK_CUR);
}

bool LineReader::begin_anew() {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  ::close(file_);
  file_ = file;
  return true;
}

// Reads what there is, and waits for it if that is wanted.
ssize_t LineReader::read(char* bytes, std::size_t size, bool is_inside_line) {
  for (bool was_replaced = false;;) {
    const ssize_t count = ::read(file_, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count != 0 || wait_ == Wait::kNo) return count;
    // What was written before the file was replaced has been read by now.
    if (was_replaced && begin_anew() && is_inside_line) {
      *bytes = '\n';
      return 1;
    }
    was_replaced = !was_replaced && is_replaced();
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
  const ssize_t count = read(buffer_.data() + size, kChunk, size > 0);
  if (count < 0) error_ = std::strerror(errno);
  buffer_.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0;
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
