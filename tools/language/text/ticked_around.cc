#include "text/ticked_around.h"

#include <algorithm>
#include <cstddef>

#include "text/ticked.h"

namespace kbc {

std::string ticked_around(std::string_view text, std::string_view part) {
  constexpr std::size_t kAround = 20;
  const auto at = static_cast<std::size_t>(part.data() - text.data());
  std::size_t begin = at > kAround ? at - kAround : 0;
  std::size_t end = std::min(text.size(), at + part.size() + kAround);
  const auto is_inside = [text](std::size_t place) {
    return place > 0 && place < text.size() &&
           (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U;
  };
  while (is_inside(begin)) --begin;
  while (is_inside(end)) ++end;
  return ticked(text.substr(begin, end - begin), 100);
}

}  // namespace kbc
