#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "decode/line_matcher.h"
#include "match/matcher.h"
#include "match/rank.h"

namespace kbc {

// An entry that a message is about, and how well it fits.
struct Answer {
  std::uint32_t entry = 0;
  double score = 0;
};

// What `kbc match TEXT` finds for a message that is given whole. For one thread.
class MessageMatcher {
 public:
  // The matcher must outlive it.
  explicit MessageMatcher(const Matcher& matcher) : matcher_(matcher), lines_(matcher) {}

  // The best first.
  std::vector<Answer> answers(std::string_view message, const RankOptions& options = {});

  // The entry of the first answer; where there are several, this costs less than asking for all.
  std::optional<std::uint32_t> first(std::string_view message);

  // The entries alone, in no particular order: much cheaper than ranking them.
  const std::vector<std::uint32_t>& hits(std::string_view message);

  const Matcher& matcher() const { return matcher_; }

 private:
  const Matcher& matcher_;
  LineMatcher lines_;
  MatchScratch scratch_;
  std::vector<std::uint32_t> hits_;
};

}  // namespace kbc
