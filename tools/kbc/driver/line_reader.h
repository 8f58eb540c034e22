#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "decode/line_cutter.h"
#include "os/input.h"

namespace kbc {

// Reads a file or a pipe line by line in bounded memory, as LineCutter cuts it.
class LineReader {
 public:
  // At the end, as `tail -F`: also for the file that comes in the place of one that was rotated.
  enum class Wait : std::uint8_t { kNo, kForMore };

  // "-" is standard input. Whenever something has come or is waited for, `stop` is asked whether to
  // end here.
  static Result<LineReader> open(const std::string& path, Wait wait,
                                 std::function<bool()> stop = {});

  // The next line, without its end; it is there until the next call. False at the end, and for an
  // error.
  bool next(std::string_view& line);

  // Whether the next line must be waited for: what was written should be seen now.
  bool is_drained() const { return !cutter_.has_line(); }
  // Of the line that next gave.
  LineMatcher::Piece piece() const { return cutter_.piece(); }
  std::string_view before() const { return cutter_.before(); }
  std::uint64_t number() const { return cutter_.number(); }
  const std::string& error() const { return error_; }
  // Whether more than a tenth of what was read are zeros, which are no text, and it is not UTF-16,
  // which has one in every second byte.
  bool has_many_zeros() const;

 private:
  LineReader(Input input, Wait wait, std::string path, std::function<bool()> stop)
      : input_(std::move(input)), wait_(wait), path_(std::move(path)), stop_(std::move(stop)) {}

  bool begin_anew();
  Result<std::size_t> read(char* bytes, std::size_t size, bool is_inside_line);
  bool fill();
  void count_zeros(std::string_view bytes);

  Input input_;
  Wait wait_ = Wait::kNo;
  std::string path_;
  std::function<bool()> stop_;
  LineCutter cutter_;
  bool is_at_end_ = false;
  std::uint64_t size_ = 0;                // of what was read
  std::array<std::uint64_t, 2> zeros_{};  // at even and odd places
  std::string error_;
};

}  // namespace kbc
