#include "version/word.h"

#include <algorithm>

#include "version/characters.h"
#include "version/number.h"
#include "version/range.h"

namespace kbc {

bool is_any_word(std::string_view word) { return equals_ignoring_case(word, "any"); }

bool is_word_character(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_codename(std::string_view word) {
  constexpr std::string_view kJoiners = "-._";
  if (word.empty() || is_digit(word[0]) || !is_word_character(word[0])) return false;
  if (is_any_word(word) || looks_like_number(word)) return false;
  return std::all_of(word.begin(), word.end(), [=](char c) {
    return is_word_character(c) || kJoiners.find(c) != std::string_view::npos;
  });
}

bool is_series(std::string_view word) {
  const bool has_x = word.ends_with(".x") || word.ends_with(".X");
  return has_x && parse_bare_range(word).has_value();
}

bool is_numbered_name(std::string_view word) {
  const std::size_t hyphen = skip_digits(word, 0);
  return hyphen > 0 && hyphen + 1 < word.size() && word[hyphen] == '-' &&
         is_letter(word[hyphen + 1]);
}

std::size_t glued_range(std::string_view word) {
  if (word.size() < 3 || word.back() != '+') return std::string_view::npos;
  std::size_t begin = word.size() - 1;
  while (begin > 0 && (is_digit(word[begin - 1]) || word[begin - 1] == '.')) --begin;
  if (begin == 0 || is_word_character(word[begin - 1])) return std::string_view::npos;
  return parse_bare_range(word.substr(begin)) ? begin : std::string_view::npos;
}

}  // namespace kbc
