#include "check/clean_removal.h"

#include <string>

#include "text/ascii.h"
#include "text/nfc.h"

namespace kbc {

std::optional<TextRange> clean_removal(std::string_view text, TextRange range) {
  const std::string_view before = text.substr(0, range.offset);
  const std::string_view behind = text.substr(range.offset + range.length);
  if (trimmed(before).empty() && trimmed(behind).empty()) return {};
  const bool opens = before.empty() || is_blank(before.back());
  const bool closes = behind.empty() || is_blank(behind.front());
  TextRange removed = range;
  if (opens && closes && !behind.empty()) {
    ++removed.length;
  } else if (opens && closes) {
    --removed.offset;
    ++removed.length;
  }
  std::string rest(text.substr(0, removed.offset));
  rest += text.substr(removed.offset + removed.length);
  if (is_nfc(text) && !is_nfc(rest)) return {};
  return removed;
}

}  // namespace kbc
