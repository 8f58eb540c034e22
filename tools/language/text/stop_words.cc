#include "text/stop_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_set>

#include "text/languages.h"

namespace kbc {
namespace {

using Words = std::unordered_set<std::string_view>;

Words all_words() {
  Words words;
  for (const Language& language : kLanguages) {
    std::string_view rest = language.stop_words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      words.insert(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return words;
}

}  // namespace

bool is_stop_word(std::string_view term) {
  static const Words words = all_words();
  return words.count(term) > 0;
}

}  // namespace kbc
