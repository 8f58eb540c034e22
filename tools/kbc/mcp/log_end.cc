#include "mcp/log_end.h"

#include <algorithm>

#include "text/utf8.h"

namespace kbc {

LogEnd log_end(std::string_view text) {
  if (text.size() <= kMostLogBytes) return {text};
  std::size_t begin = text.size() - kMostLogBytes;
  const std::size_t line_end = text.find('\n', begin);
  const bool has_line = line_end != std::string_view::npos && line_end + 1 < text.size();
  begin = has_line ? line_end + 1 : character_start(text, begin);
  const std::string_view before = text.substr(0, begin);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {text.substr(begin), static_cast<std::uint64_t>(lines), begin};
}

}  // namespace kbc
