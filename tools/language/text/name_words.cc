#include "text/name_words.h"

#include <algorithm>

namespace kbc {

std::string folded_name(std::string_view name) {
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(), folded_in_name);
  return text;
}

std::vector<std::string_view> words_of_name(std::string_view name, std::size_t most) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t end = 0; end <= name.size() && words.size() < most; ++end) {
    if (end < name.size() && !is_name_separator(name[end])) continue;
    if (end > start) words.push_back(name.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

std::vector<std::string_view> sorted_words_of_name(std::string_view name) {
  std::vector<std::string_view> words = words_of_name(name, kLongestName);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace kbc
