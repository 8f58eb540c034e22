#ifndef KBC_LOWER_MATCH_BUDGET_H_
#define KBC_LOWER_MATCH_BUDGET_H_

#include <re2/re2.h>

#include <cstdint>
#include <string_view>

#include "lower/compiled_regex.h"

namespace kbc {

// How much matching one check may ask for in one entry. RE2 takes time in proportion to the text
// and, at worst, to the program too: a large regex on a long text would keep it busy for minutes.
class MatchBudget {
 public:
  // Whether the match may be tried, which is then paid for. Requires: regex.ok().
  bool affords(const CompiledRegex& regex, std::string_view text) {
    const auto size = static_cast<std::uint64_t>(regex.re2()->ProgramSize());
    const std::uint64_t price = size * (text.size() + 1);
    if (price > left_) return false;
    left_ -= price;
    return true;
  }

 private:
  // About two seconds; the largest regex and longest text of real entries take a thousandth of it.
  std::uint64_t left_ = std::uint64_t{1} << 29;
};

}  // namespace kbc

#endif  // KBC_LOWER_MATCH_BUDGET_H_
