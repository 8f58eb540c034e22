#include "author/line_editor.h"

#include <algorithm>
#include <utility>

namespace kbc {

std::vector<std::string> menu_of(const std::vector<Choice>& choices) {
  std::size_t width = 0;
  for (const Choice& choice : choices) width = std::max(width, choice.name.size());
  std::vector<std::string> menu;
  for (const Choice& choice : choices) {
    std::string line = "  " + choice.name;
    if (!choice.description.empty()) {
      line += std::string(width - choice.name.size() + 2, ' ') + choice.description;
    }
    menu.push_back(std::move(line));
  }
  return menu;
}

}  // namespace kbc
