#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "decode/line_matcher.h"
#include "match/rank.h"

namespace kbc {

// All hits of one entry in a text of many lines: how many, where, and the one that fits best.
struct HitGroup {
  RankedHit best;             // its place is one of `text`
  std::string text;           // in which the best was found, the part around it
  std::string via;            // how the text was read, empty for the line itself
  DecodedText::Range origin;  // of the match, in the line as it was given
  std::uint64_t best_line = 0;
  std::uint64_t count = 0;           // of lines
  std::vector<std::uint64_t> lines;  // the first of them
};

// Collects the hits of one line after the other. What it keeps depends on how many entries match,
// not on how long the text is.
class HitGroups {
 public:
  static constexpr std::size_t kMostLines = 10;
  // After so many lines the best that an entry has is hardly bettered, and ranking costs more than
  // matching.
  static constexpr std::uint64_t kRankedLines = 8;

  HitGroups(const Matcher& matcher, RankOptions options)
      : matcher_(matcher), options_(std::move(options)) {}

  // The hits of one reading of a line.
  void add(const ReadLine& read, std::uint64_t number, const std::vector<Hit>& hits,
           MatchScratch& scratch);

  // The best first.
  std::vector<HitGroup> take();

 private:
  const Matcher& matcher_;
  RankOptions options_;
  std::unordered_map<std::uint32_t, HitGroup> groups_;  // by entry
  std::vector<Hit> fresh_;
};

// The named groups of the entry's regex, with what they have matched in the best hit.
std::vector<std::pair<std::string, std::string>> captures_of(const Matcher& matcher,
                                                             const HitGroup& group);

// The place in the text with what is around it, cut to so many bytes; moves the place.
std::string around(std::string_view text, std::size_t most, Matcher::Place& place);

}  // namespace kbc
