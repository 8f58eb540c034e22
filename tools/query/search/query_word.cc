#include "search/query_word.h"

#include <algorithm>
#include <string>

#include "search/searcher.h"
#include "text/ascii.h"
#include "text/languages.h"
#include "text/stop_words.h"
#include "text/terms.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// What is not the word itself counts so much less.
constexpr std::uint32_t kOtherForm = 3;
constexpr std::size_t kShortestPlural = 4;
constexpr std::uint32_t kSameStem = 1;
constexpr std::uint32_t kAcrossBorder = 2;
// A stem is at least so long, and words that have it are at most so much longer.
constexpr std::size_t kShortestStem = 5, kLongestEnding = 4;
// What an English word may have behind its stem, the longer before its end.
constexpr std::string_view kEndings[] = {"ions", "ing", "ion", "ed", "es", "er", "s"};
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

bool has(const std::vector<WordForm>& forms, std::uint32_t word) {
  return std::any_of(forms.begin(), forms.end(),
                     [word](const WordForm& form) { return form.word == word; });
}

// The first words that begin with this and are at most so long.
void add_beginnings(std::string_view begin, std::size_t longest, std::uint32_t weight,
                    const WordTables& tables, std::vector<WordForm>& forms) {
  std::uint32_t at = tables.first_from(begin);
  for (std::size_t left = kMostBeginnings; left > 0 && at < tables.size(); --left, ++at) {
    const std::string_view text = tables.text(at);
    if (text.substr(0, begin.size()) != begin) return;
    if (text.size() <= longest && !has(forms, at)) forms.push_back({at, weight});
  }
}

// Empty for a word without one: what is short, and what is no word of small letters.
std::string_view stem_of(std::string_view word) {
  if (!std::all_of(word.begin(), word.end(), is_lower)) return {};
  for (const std::string_view ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < kShortestStem + ending.size()) continue;
    if (ending == "s" && !may_be_plural(word)) continue;
    return word.substr(0, word.size() - ending.size());
  }
  return word.size() < kShortestStem ? std::string_view() : word;
}

std::uint64_t entries_with(std::string_view word, const WordTables& tables) {
  const std::uint32_t found = tables.find(word);
  return found < tables.size() ? tables.entries(found) : 0;
}

// Two characters of a script whose words are taken by neighbours.
bool is_pair(std::string_view term) {
  const CodePoint first = decode(term, 0);
  return is_unspaced(first.value) && first.length < term.size();
}

// Whether a pair goes on where the one before it ends.
bool overlap(std::string_view left, std::string_view right) {
  return is_pair(left) && is_pair(right) &&
         left.substr(decode(left, 0).length) == right.substr(0, decode(right, 0).length);
}

// A particle is a word of its own.
bool has_particle(std::string_view pair) {
  const std::size_t length = decode(pair, 0).length;
  return is_stop_word(pair.substr(0, length)) || is_stop_word(pair.substr(length));
}

// The pairs at both sides of a border are words, and so more frequent than the one across it.
bool is_across_border(const Terms& terms, std::size_t at, const WordTables& tables) {
  if (is_pair(terms[at]) && has_particle(terms[at])) return true;
  if (at == 0 || at + 1 == terms.size()) return false;
  if (!overlap(terms[at - 1], terms[at]) || !overlap(terms[at], terms[at + 1])) return false;
  const std::uint64_t own = entries_with(terms[at], tables);
  return own < entries_with(terms[at - 1], tables) && own < entries_with(terms[at + 1], tables);
}

bool has_word(const std::vector<QueryWord>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [text](const QueryWord& word) { return word.text == text; });
}

}  // namespace

std::vector<QueryWord> words_of(std::string_view query, const WordTables& tables) {
  Terms terms(Terms::Use::kQuery);
  terms.split(query);
  std::vector<QueryWord> words;
  for (const bool takes_all : {false, true}) {
    for (std::size_t at = 0; at < terms.size() && words.size() < kMostQueryWords; ++at) {
      if ((!takes_all && is_stop_word(terms[at])) || has_word(words, terms[at])) continue;
      const bool is_between = is_across_border(terms, at, tables);
      words.push_back({std::string(terms[at]), is_between ? kAcrossBorder : kFormUnit});
    }
    if (!words.empty()) break;
  }
  return words;
}

std::vector<WordForm> forms_of(std::string_view word, const WordTables& tables) {
  std::vector<WordForm> forms;
  const std::uint32_t own = tables.find(word);
  if (own < tables.size()) forms.push_back({own, kFormUnit});
  if (is_one_unspaced(word)) {
    add_beginnings(word, std::string_view::npos, kOtherForm, tables, forms);
    return forms;
  }
  for (const std::string& other : other_numbers(word)) {
    const std::uint32_t found = tables.find(other);
    if (found < tables.size()) forms.push_back({found, kOtherForm});
  }
  if (const std::string_view stem = stem_of(word); !stem.empty()) {
    add_beginnings(stem, std::max(word.size(), stem.size() + kLongestEnding), kSameStem, tables,
                   forms);
  }
  const bool is_long = count_code_points(word) >= kShortestBeginning;
  if (forms.empty() && is_long) {
    add_beginnings(word, std::string_view::npos, kOtherForm, tables, forms);
  }
  return forms;
}

}  // namespace kbc
