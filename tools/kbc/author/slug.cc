#include "author/slug.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/ascii.h"

namespace kbc {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostBytes = 60;

// Words that say nothing about which error it is.
constexpr std::array<std::string_view, 24> kFillers = {
    "a",   "an",   "the", "of",  "to", "for", "in",  "on",    "at",   "by",  "is",  "are",
    "was", "were", "be",  "and", "or", "it",  "its", "error", "with", "err", "you", "this"};

// `ModuleNotFoundError` is four words, `IOError`, `ENOENT` and `CMake` are two, one and one.
bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0 || !is_upper(text[at])) return false;
  const bool is_second = at == 1 || !is_alphanumeric(text[at - 2]);
  if (is_second && is_upper(text[at - 1])) return false;
  return is_lower(text[at - 1]) ||
         (is_upper(text[at - 1]) && at + 1 < text.size() && is_lower(text[at + 1]));
}

void end_word(std::string& word, std::vector<std::string>& words) {
  const bool is_filler = std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
  if (!word.empty() && !is_filler && (words.empty() || words.back() != word)) words.push_back(word);
  word.clear();
}

void add_words(std::string_view text, std::vector<std::string>& words) {
  std::string word;
  for (std::size_t at = 0; at < text.size() && words.size() <= kMostWords; ++at) {
    const char c = text[at];
    if (begins_word(text, at)) end_word(word, words);
    if (is_alphanumeric(c)) {
      word += lower_ascii(c);
    } else if (c != '\'') {
      end_word(word, words);
    }
  }
  end_word(word, words);
}

}  // namespace

std::string slug_of(const std::vector<std::string>& texts) {
  std::vector<std::string> words;
  for (const std::string& text : texts) add_words(text, words);
  std::string slug;
  std::size_t count = 0;
  for (const std::string& word : words) {
    if (count == kMostWords || slug.size() + 1 + word.size() > kMostBytes) break;
    slug += (count++ == 0 ? "" : "-") + word;
  }
  const bool has_letter = std::any_of(slug.begin(), slug.end(), is_lower);
  return has_letter ? slug : "";
}

}  // namespace kbc
