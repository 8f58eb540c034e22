#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "decode/line_matcher.h"
#include "text/log_window.h"

namespace kbc {

// Matches a log, one line after the other. Besides what each line says by itself, what patterns
// that can match over line ends say of it and the lines before, and, at the end of a short log,
// what it says without the line ends that wrapping has put in. One object serves one log.
class LogLines {
 public:
  // A match over line ends is found if it has no more lines and no more bytes than these.
  static constexpr std::size_t kMostLines = kLogWindowLines;
  static constexpr std::size_t kMostBytes = kLogWindowBytes;

  LogLines(const Matcher& matcher, ReadMode mode)
      : matcher_(matcher), mode_(mode), lines_(matcher) {}

  // A line without its end, or a piece of one that is too long to be read at once.
  struct Line {
    std::string_view text;
    std::string_view before;  // the end of what the log has before the line, kMostBytes or all
    LineMatcher::Piece piece;
  };
  void match(const Line& line, MatchScratch& scratch, const LineMatcher::See& see);

  // After the last line.
  void finish(MatchScratch& scratch, const LineMatcher::See& see);

 private:
  // An alternative that may go on in the next line.
  struct Unfinished {
    std::uint32_t alternative = 0, entry = 0;
    std::uint64_t line = 0;  // that had its literal last
  };

  void note_unfinished();
  void match_window(const Line& line, MatchScratch& scratch, const LineMatcher::See& see);
  void match_in_window(const Unfinished& one, std::string_view text, MatchScratch& scratch);

  const Matcher& matcher_;
  ReadMode mode_;
  LineMatcher lines_;
  std::uint64_t number_ = 0;  // of the line
  std::vector<Unfinished> unfinished_;
  std::vector<Unfinished> matched_;  // with the line in which the match was seen
  std::vector<Hit> hits_;
  std::string all_;  // the whole log, as long as it is short
  bool is_short_ = true;
};

}  // namespace kbc
