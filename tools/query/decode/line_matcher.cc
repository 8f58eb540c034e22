#include "decode/line_matcher.h"

#include <algorithm>

#include "decode/characters.h"

namespace kbc {

void LineMatcher::match_reading(const ReadLine& line, MatchScratch& scratch, const See& see) {
  matcher_.match(line.text, scratch, hits_);
  if (!seen_.empty()) {
    std::erase_if(hits_, [this](const Hit& hit) {
      return std::binary_search(seen_.begin(), seen_.end(), hit.entry);
    });
  }
  if (hits_.empty()) return;
  const auto old = static_cast<std::ptrdiff_t>(seen_.size());
  for (const Hit& hit : hits_) seen_.push_back(hit.entry);
  std::inplace_merge(seen_.begin(), seen_.begin() + old, seen_.end());
  see(line, hits_);
}

void LineMatcher::match(std::string_view line, ReadMode mode, MatchScratch& scratch,
                        const See& see) {
  seen_.clear();
  if (mode == ReadMode::kPlain || !may_have_readings(line))
    return match_reading({line, {}, nullptr}, scratch, see);
  stripped_.clear();
  const bool is_stripped = undo_terminal(line, stripped_);
  match_reading({is_stripped ? stripped_.text() : line, {}, is_stripped ? &stripped_ : nullptr},
                scratch, see);
  readings_.each(line, [&](const DecodedText& text, const std::string& via) {
    match_reading({text.text(), via, &text}, scratch, see);
  });
}

}  // namespace kbc
