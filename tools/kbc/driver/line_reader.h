#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "os/input.h"

namespace kbc {

// Reads a file or a pipe line by line in bounded memory: a line that is longer than kLongestLine
// comes in pieces.
class LineReader {
 public:
  static constexpr std::size_t kLongestLine = std::size_t{1} << 20;

  // At the end, as `tail -F`: also for the file that comes in the place of one that was rotated.
  enum class Wait : std::uint8_t { kNo, kForMore };

  // "-" is standard input.
  static Result<LineReader> open(const std::string& path, Wait wait);

  // The next line, without its end; it is there until the next call. False at the end, and for an
  // error.
  bool next(std::string_view& line);

  // Whether the next line must be waited for: what was written should be seen now.
  bool is_drained() const { return !has_line_; }
  // Whether the next piece belongs to the same line.
  bool goes_on() const { return is_piece_ && begin_ < buffer_.size(); }
  // Of the line that next gave, from 1. Pieces of a line have its number.
  std::uint64_t number() const { return number_; }
  const std::string& error() const { return error_; }

 private:
  LineReader(Input input, Wait wait, std::string path)
      : input_(std::move(input)), wait_(wait), path_(std::move(path)) {}

  bool begin_anew();
  Result<std::size_t> read(char* bytes, std::size_t size, bool is_inside_line);
  bool fill();
  void look_ahead();

  Input input_;
  Wait wait_ = Wait::kNo;
  std::string path_;
  std::string buffer_;
  std::size_t begin_ = 0;    // of what has not been given yet
  std::size_t scanned_ = 0;  // no line ends before
  bool has_line_ = false;
  bool is_at_end_ = false;
  bool is_piece_ = false;
  std::uint64_t number_ = 0;
  std::string error_;
};

}  // namespace kbc
