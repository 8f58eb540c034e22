#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded_text.h"
#include "decode/readings.h"
#include "match/matcher.h"

namespace kbc {

// The `via` of what is read without the line ends of wrapping.
inline constexpr std::string_view kWrappedVia = "wrapped";

// A text as it was read. It refers to the reading, which is there while it is looked at.
struct ReadLine {
  std::string_view text;
  std::string_view via;                  // empty: the text itself, without terminal sequences
  const DecodedText* decoded = nullptr;  // null: the bytes are those of the text
  std::size_t offset = 0;                // of what was read in the given text
  std::string_view given;                // the text of which it was read
  std::uint64_t lines_before = 0;        // in it, before the line of a log that was read last

  // Where a range of the text is in the text that was given.
  DecodedText::Range origin(std::size_t begin, std::size_t end) const {
    const DecodedText::Range own =
        decoded == nullptr ? DecodedText::Range{begin, end} : decoded->origin(begin, end);
    return {offset + own.begin, offset + own.end};
  }

  // The same where the given text are lines of a log, up to number `number`: the line in which the
  // range begins, and where; its end counts from the same line on, with line ends.
  struct Place {
    std::uint64_t line = 0;
    DecodedText::Range range;
  };
  Place place(std::size_t begin, std::size_t end, std::uint64_t number) const;
};

enum class ReadMode : std::uint8_t {
  kPlain,  // the bytes as they are
  kAll,    // also what they carry, see Readings
};

// Matches texts in all their readings. One object serves one thread.
class LineMatcher {
 public:
  // A text with line ends is read as a whole up to here. Of a longer one, which is a log, each line
  // is read by itself, so that a line with something in it does not make all others be read again.
  static constexpr std::size_t kLongestMessage = std::size_t{64} << 10;

  // The hits in one reading.
  using See = std::function<void(const ReadLine& line, const std::vector<Hit>& hits)>;

  explicit LineMatcher(const Matcher& matcher) : matcher_(matcher) {}

  // An entry is seen once: in the first reading that shows it. Requires: `see` does not use the
  // scratch for matching.
  void match(std::string_view text, ReadMode mode, MatchScratch& scratch, const See& see);

  // A part of a line that is too long to be read at once. Each begins kOverlap bytes before the one
  // before it ends, and what matches is in one of them if it is not longer.
  struct Piece {
    std::size_t offset = 0;  // in the line
    bool is_last = true;
  };
  static constexpr std::size_t kOverlap = std::size_t{64} << 10;

  // The pieces of one line, in their order: an entry is seen once in all of them.
  void match_piece(std::string_view text, const Piece& piece, ReadMode mode, MatchScratch& scratch,
                   const See& see);

  // Of the text or piece that was matched last: whether the entry was seen, and what
  // MatchScratch::unfinished says of its plain reading.
  bool has_seen(std::uint32_t entry) const;
  const std::vector<std::uint32_t>& unfinished() const { return unfinished_; }

 private:
  void match_plainly(std::string_view text, MatchScratch& scratch, const See& see);
  void match_readings(const ReadLine& line, MatchScratch& scratch, const See& see);
  void match_reading(const ReadLine& line, MatchScratch& scratch, const See& see);
  void see_hits(const ReadLine& line, MatchScratch& scratch, const See& see);
  void match_wrapped(std::string_view text, MatchScratch& scratch, const See& see);
  // Whether a part of what was matched may show an entry that was not seen.
  bool has_undecided(const MatchScratch& scratch) const;
  bool is_at_cut(const ReadLine& line, const Hit& hit, MatchScratch& scratch) const;

  const Matcher& matcher_;
  Piece piece_;
  std::vector<std::uint32_t> unfinished_;
  DecodedText stripped_;
  Readings readings_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> seen_;  // entries, sorted
  bool parts_matter_ = false;        // a part of a reading may show what that does not
};

}  // namespace kbc
