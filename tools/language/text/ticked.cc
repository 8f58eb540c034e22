#include "text/ticked.h"

#include "text/utf8.h"

namespace kbc {

std::string ticked(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return "`" + std::string(text) + "`";
  return "`" + std::string(text.substr(0, character_start(text, max_bytes))) + "…`";
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0) text += at + 1 < words.size() ? ", " : " " + std::string(last) + " ";
    text += words[at];
  }
  return text;
}

}  // namespace kbc
