#include "text/shell_word.h"

#include <algorithm>

#include "text/ascii.h"

namespace kbc {

std::string shell_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string shell_word(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
    return is_word(c) || is_beyond_ascii(c) ||
           std::string_view("./:@%+=,-").find(c) != std::string_view::npos;
  });
  return is_plain && !text.empty() ? std::string(text) : shell_quoted(text);
}

}  // namespace kbc
