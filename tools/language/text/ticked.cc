#include "text/ticked.h"

#include "text/utf8.h"

namespace kbc {

std::string ticked(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return "`" + std::string(text) + "`";
  return "`" + std::string(text.substr(0, character_start(text, max_bytes))) + "…`";
}

}  // namespace kbc
