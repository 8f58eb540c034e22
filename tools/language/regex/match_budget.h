#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/re2.h"
#include "regex/compiled_regex.h"
#include "regex/plain_regex.h"

namespace kbc {

// How much matching one check may ask for in one entry. A search takes time in proportion to the
// text and, at worst, to the regex too: a large one on a long text would take minutes.
class MatchBudget {
 public:
  // Whether the regex matches in text; nothing when to find out would cost more than is left.
  // Requires: regex.ok().
  std::optional<bool> match(const CompiledRegex& regex, std::string_view text) {
    const PlainRegex* plain = regex.plain();
    if (plain != nullptr && pay(plain->size(), text)) {
      if (const std::optional<bool> answer = plain->matches(text)) return answer;
    }
    if (!pay(static_cast<std::uint64_t>(regex.re2()->ProgramSize()), text)) return {};
    return regex.matches(text);
  }

 private:
  bool pay(std::uint64_t size, std::string_view text) {
    const std::uint64_t price = size * (text.size() + 1);
    if (price > left_) return false;
    left_ -= price;
    return true;
  }

  // About two seconds; the largest regex and longest text of real entries take a thousandth of it.
  std::uint64_t left_ = std::uint64_t{1} << 29;
};

}  // namespace kbc
