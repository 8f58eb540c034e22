#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/cross_matches.h"

namespace kbc {

// What a branch matches of other domains and of the background.
struct Evidence {
  std::size_t lines = 0;
  std::vector<std::string_view> domains;       // with a match
  std::vector<std::string_view> torn_domains;  // with a match that is a piece of a word
  const UnrelatedText* sample = nullptr;
  bool is_sample_torn = false;

  bool is_generic() const;
  // Whether more texts would say the same.
  bool is_enough() const;
  void note(const UnrelatedText& text, bool is_torn);
};

// Whether a word goes on where the match begins or ends. That it goes on by a few letters at the
// end may be its plural, or its past.
bool is_torn(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace kbc
