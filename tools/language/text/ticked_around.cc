#include "text/ticked_around.h"

#include <algorithm>
#include <cstddef>

#include "text/ticked.h"
#include "text/utf8.h"

namespace kbc {

std::string ticked_around(std::string_view text, std::string_view part) {
  constexpr std::size_t kAround = 20;
  const auto at = static_cast<std::size_t>(part.data() - text.data());
  const std::size_t begin = character_start(text, at > kAround ? at - kAround : 0);
  std::size_t end = std::min(text.size(), at + part.size() + kAround);
  while (end > 0 && end < text.size() && is_continuation(text[end])) ++end;
  return ticked(text.substr(begin, end - begin), 100);
}

}  // namespace kbc
