#include "text/stop_words.h"

#include <string_view>
#include <unordered_set>

#include "text/languages.h"
#include "text/word_list.h"

namespace kbc {
namespace {

using Words = std::unordered_set<std::string_view>;

Words all_words() {
  Words words;
  for (const Language& language : kLanguages) {
    std::string_view rest = language.stop_words;
    while (!rest.empty()) words.insert(take_word(rest));
  }
  return words;
}

}  // namespace

bool is_stop_word(std::string_view term) {
  static const Words words = all_words();
  return words.count(term) > 0;
}

}  // namespace kbc
