#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "decode/line_matcher.h"
#include "decode/log_lines.h"

namespace kbc {

// Cuts a log that comes in chunks into its lines, in bounded memory: a line that is longer than
// kLongestLine comes in pieces that overlap. One object serves one log.
class LineCutter {
 public:
  static constexpr std::size_t kLongestLine = std::size_t{1} << 20;

  // Room for a chunk of at most so many bytes, which take() says to be there.
  char* room(std::size_t size);
  // So many bytes of that room are the next of the log. To be called once after each room().
  void take(std::size_t size);
  // Nothing more will come.
  void end() { is_at_end_ = true; }

  // The next line, without its end; it is there until the next call of room() or next(). False if
  // more must come first; after end(), if there is no more.
  bool next(std::string_view& line);

  // Whether next() will give a line before more has come.
  bool has_line() const { return has_line_; }
  // Whether any bytes are kept: those that are to be given, or what is before them.
  bool is_empty() const { return size_ == 0; }

  // What of the line next() has given.
  LineMatcher::Piece piece() const { return piece_; }
  // The bytes before that line, its pieces left out: LogLines::kMostBytes, or all.
  std::string_view before() const;
  // Of the line that next() gave, from 1. Pieces of a line have its number.
  std::uint64_t number() const { return number_; }

 private:
  std::string_view text() const { return {bytes_.get(), size_}; }
  void look_ahead();
  std::size_t whole_characters(std::size_t place, std::size_t length) const;

  // A string would write zeros into the room first.
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, capacity_ = 0;
  std::size_t line_ = 0;     // where the line that was given begins
  std::size_t begin_ = 0;    // of what has not been given yet
  std::size_t scanned_ = 0;  // no line ends before
  bool has_line_ = false;
  bool is_at_end_ = false;
  LineMatcher::Piece piece_;
  std::size_t next_offset_ = 0;  // of the next piece, from this one on
  std::uint64_t number_ = 0;
};

}  // namespace kbc
