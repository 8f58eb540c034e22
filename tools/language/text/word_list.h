// Lists of words with blanks between them, as tables of the program have them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace kbc {

// Takes the first word off the list, and the blank after it.
constexpr std::string_view take_word(std::string_view& list) {
  const std::size_t end = std::min(list.find(' '), list.size());
  const std::string_view word = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return word;
}

}  // namespace kbc
