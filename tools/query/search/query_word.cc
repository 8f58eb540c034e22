#include "search/query_word.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"
#include "text/languages.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// What is not the word itself counts so much less.
constexpr std::uint32_t kOtherForm = 3;
constexpr std::size_t kShortestPlural = 4;
// Of fewer letters too many words begin.
constexpr std::size_t kShortestBeginning = 3;
constexpr std::size_t kMostBeginnings = 64;

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// Words without a vowel are abbreviations: `https` is not several `http`.
bool may_have_plural(std::string_view word) {
  return word.size() >= kShortestPlural - 1 && std::all_of(word.begin(), word.end(), is_lower) &&
         std::any_of(word.begin(), word.end(), is_vowel);
}

bool may_be_plural(std::string_view word) {
  const bool is_singular = word.ends_with("ss") || word.ends_with("us") || word.ends_with("is");
  return word.size() >= kShortestPlural && word.ends_with("s") && !is_singular;
}

// Singulars of a plural, plurals of a singular. One that is no word is not in the tables.
std::vector<std::string> other_numbers(std::string_view word) {
  if (!may_have_plural(word)) return {};
  const auto without = [&](std::size_t letters) {
    return std::string(word.substr(0, word.size() - letters));
  };
  std::vector<std::string> others;
  if (may_be_plural(word)) {
    others.push_back(without(1));
    if (word.ends_with("es")) others.push_back(without(2));
    if (word.ends_with("ies")) others.push_back(without(3) + 'y');
  } else {
    others.push_back(without(0) + 's');
    others.push_back(without(0) + "es");
    if (word.ends_with("y")) others.push_back(without(1) + "ies");
  }
  return others;
}

bool is_one_unspaced(std::string_view word) {
  const CodePoint first = decode(word, 0);
  return first.length == word.size() && is_unspaced(first.value);
}

void add_beginnings(std::string_view word, const WordTables& tables, std::vector<WordForm>& forms) {
  std::uint32_t at = tables.first_from(word);
  for (std::size_t left = kMostBeginnings; left > 0 && at < tables.size(); --left, ++at) {
    const std::string_view text = tables.text(at);
    if (text.substr(0, word.size()) != word) return;
    if (text != word) forms.push_back({at, kOtherForm});
  }
}

}  // namespace

std::vector<WordForm> forms_of(std::string_view word, const WordTables& tables) {
  std::vector<WordForm> forms;
  const std::uint32_t own = tables.find(word);
  if (own < tables.size()) forms.push_back({own, kFormUnit});
  if (is_one_unspaced(word)) {
    add_beginnings(word, tables, forms);
    return forms;
  }
  for (const std::string& other : other_numbers(word)) {
    const std::uint32_t found = tables.find(other);
    if (found < tables.size()) forms.push_back({found, kOtherForm});
  }
  const bool is_long = count_code_points(word) >= kShortestBeginning;
  if (forms.empty() && is_long) add_beginnings(word, tables, forms);
  return forms;
}

}  // namespace kbc
