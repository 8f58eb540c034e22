#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/matcher.h"

namespace kbc {

// What a person says about where the text comes from; empty for nothing.
struct RankOptions {
  std::string product;  // entries whose versions are only about others do not count
  std::string system;   // the same for os_specific
};

// The parts of a score, which docs/matching.md explains. They add up to it.
struct Score {
  double specificity = 0;  // up to 50: how rare what was matched is
  double coverage = 0;     // up to 30: how much of the signature's words the text has
  double confidence = 0;   // up to 10: the entry's own
  double context = 0;      // up to 10: it is about the product and the system
  double confusion = 0;    // below 0: taken for another that fits better

  double sum() const { return specificity + coverage + confidence + context + confusion; }
};

// A hit, and how well it fits.
struct RankedHit {
  std::uint32_t entry = 0;
  Matcher::Place place;
  Score score;
  double rarity = 0;                         // in bits
  std::size_t words = 0;                     // of the signature
  std::size_t covered = 0;                   // of them, in the text
  std::uint32_t confused_with = kbx::kNone;  // the entry that fits better
};

// Whether a person wants the first hit sooner. Of equal scores, which are many since their parts
// have bounds, the one that matches more of the text; then the order of ids.
bool comes_before(const RankedHit& first, const RankedHit& second);

// Of how rare an alternative is, what counts: beyond this, one is as specific as any other.
double counted_rarity(double rarity);

// The hits of a text, the one that a person wants first.
std::vector<RankedHit> rank(const Matcher& matcher, std::string_view text,
                            const std::vector<Hit>& hits, const RankOptions& options,
                            MatchScratch& scratch);

// The entry that rank() has first, where that shows without the places of the hits: finding these
// costs more than all else.
std::optional<std::uint32_t> evident_first(const Matcher& matcher, std::string_view text,
                                           const std::vector<Hit>& hits,
                                           const RankOptions& options);

}  // namespace kbc
