#include "mcp/cursor.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "text/number_text.h"

namespace kbc {
namespace {

std::string prefix_of(const kbx::Index& index) {
  return hexadecimal(index.content_id(), 16).substr(0, 8) + '.';
}

}  // namespace

std::string cursor_after(const kbx::Index& index, std::size_t items) {
  return prefix_of(index) + std::to_string(items);
}

std::optional<std::size_t> items_before(const kbx::Index& index, std::string_view cursor) {
  if (cursor.empty()) return 0;
  const std::string prefix = prefix_of(index);
  if (!cursor.starts_with(prefix)) return {};
  cursor.remove_prefix(prefix.size());
  std::size_t items = 0;
  const auto [end, failed] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), items);
  if (failed != std::errc() || end != cursor.data() + cursor.size()) return {};
  return items;
}

std::size_t write_page(std::size_t first, std::size_t end, std::size_t room,
                       const std::function<std::string(std::size_t)>& item, ShownJson& json) {
  std::size_t at = first;
  for (; at < end; ++at) {
    const std::string text = item(at);
    if (text.size() > room && at > first) break;
    room -= std::min(room, text.size());
    json.json(text);
  }
  return at;
}

}  // namespace kbc
