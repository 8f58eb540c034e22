#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kbx/format.h"
#include "pattern/case_rule.h"
#include "plan/gram_counts.h"

namespace kbc {

// One of the ways in which an entry's pattern can match, as an index has it.
struct Alternative {
  kbx::AlternativeKind kind = kbx::AlternativeKind::kLiteral;
  std::uint32_t flags = 0;
  // Folded, of two bytes at least: a text without any of them does not match. None: no such is
  // known.
  std::vector<std::string> triggers;
  std::string program;
  std::uint32_t other_gram = 0;  // that every match has besides; 0 for none
  std::uint32_t third_gram = 0;
  double rarity = 0;  // of all that has to be there
};

// How the matches of a regex are found; nothing for one that RE2 refuses.
std::vector<Alternative> alternatives_of(std::string_view regex, CaseRule rule,
                                         const GramCounts& counts);

}  // namespace kbc
