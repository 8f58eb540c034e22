#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decoded_text.h"
#include "decode/readings.h"
#include "match/matcher.h"

namespace kbc {

// A line as it was read. It refers to the reading, which is there while it is looked at.
struct ReadLine {
  std::string_view text;
  std::string_view via;                  // empty: the line itself, without terminal sequences
  const DecodedText* decoded = nullptr;  // null: the bytes are those of the line

  // Where a range of the text is in the line.
  DecodedText::Range origin(std::size_t begin, std::size_t end) const {
    return decoded == nullptr ? DecodedText::Range{begin, end} : decoded->origin(begin, end);
  }
};

enum class ReadMode : std::uint8_t {
  kPlain,  // the bytes as they are
  kAll,    // also what they carry, see Readings
};

// Matches lines in all their readings. One object serves one thread.
class LineMatcher {
 public:
  // The hits in one reading.
  using See = std::function<void(const ReadLine& line, const std::vector<Hit>& hits)>;

  explicit LineMatcher(const Matcher& matcher) : matcher_(matcher) {}

  // An entry is seen once: in the first reading that shows it. Requires: `see` does not use the
  // scratch for matching.
  void match(std::string_view line, ReadMode mode, MatchScratch& scratch, const See& see);

 private:
  void match_reading(const ReadLine& line, MatchScratch& scratch, const See& see);

  const Matcher& matcher_;
  DecodedText stripped_;
  Readings readings_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> seen_;  // entries, sorted
};

}  // namespace kbc
