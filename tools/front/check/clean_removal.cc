#include "check/clean_removal.h"

#include <string>

#include "text/nfc.h"

namespace kbc {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::optional<TextRange> clean_removal(std::string_view text, TextRange range) {
  const std::string_view before = text.substr(0, range.offset);
  const std::string_view behind = text.substr(range.offset + range.length);
  if (before.find_last_not_of(" \t\r\n") == std::string_view::npos &&
      behind.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return {};
  }
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
