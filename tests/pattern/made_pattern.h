// Patterns, sound and broken, and texts that they may match, made from a seed.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

class PatternMaker {
 public:
  explicit PatternMaker(unsigned seed) : random_(seed) {}

  // What RE2 takes, mostly.
  std::string sound(int depth = 3) {
    std::string pattern;
    const std::size_t branches = below(4) == 0 ? 1 + below(3) : 1;
    for (std::size_t branch = 0; branch < branches; ++branch) {
      if (branch > 0) pattern += '|';
      const std::size_t items = below(5);
      for (std::size_t item = 0; item < items; ++item) pattern += sound_item(depth);
    }
    return pattern;
  }

  // Pieces of syntax in any order.
  std::string broken() {
    std::string pattern;
    const std::size_t pieces = 1 + below(8);
    for (std::size_t piece = 0; piece < pieces; ++piece) pattern += one_of(kPieces);
    return pattern;
  }

  std::string text() {
    std::string text;
    const std::size_t pieces = below(12);
    for (std::size_t piece = 0; piece < pieces; ++piece) text += one_of(kTexts);
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }

  std::string sound_item(int depth) {
    std::string item;
    if (depth > 0 && below(4) == 0) {
      item = one_of({"(", "(?:", "(?i:", "(?-i:", "(?s:", "(?m:", "(?U:", "(?P<n>"}) +
             sound(depth - 1) + ")";
    } else {
      item = one_of(kItems);
    }
    if (below(4) == 0) item += one_of({"*", "+", "?", "*?", "{2}", "{0,2}", "{1,}", "{0}", "??"});
    return item;
  }

  const std::vector<std::string> kItems = {"a",
                                           "b",
                                           "k",
                                           "S",
                                           "K",
                                           "ss",
                                           ".",
                                           "x",
                                           "é",
                                           "É",
                                           "中",
                                           "\\d",
                                           "\\w",
                                           "\\s",
                                           "\\S",
                                           "\\W",
                                           "\\D",
                                           "[ab]",
                                           "[^a]",
                                           "[k-s]",
                                           "[^k]",
                                           "^",
                                           "$",
                                           "\\b",
                                           "\\B",
                                           "\\A",
                                           "\\z",
                                           "\\.",
                                           "\\x41",
                                           "\\x{e9}",
                                           "\\n",
                                           "\n",
                                           "[a\\d]",
                                           "[^\\W]",
                                           "[\\w.]",
                                           "[[:alpha:]]",
                                           "1",
                                           "_",
                                           "-",
                                           " ",
                                           "[[:^digit:]k]",
                                           "[à-ö]",
                                           "[^à-ÿ]",
                                           "\\Qa.b\\E",
                                           "(?i)",
                                           "(?-i)",
                                           "\\141",
                                           "[Xx]",
                                           "[K]",
                                           "ſ",
                                           "[^ſ]",
                                           "{",
                                           "Σ",
                                           "[^\\x00-\\x{10FFFF}]"};
  const std::vector<std::string> kTexts = {
      "a", "b",  "k", "s", "S", "K",   "\u212A", "ſ",  "é", "É", "中", "1", "x",  "X",
      " ", "\n", "_", "-", ".", "a.b", "ab",     "ss", "ς", "{", "à",  "A", "kk", "z"};
  const std::vector<std::string> kPieces = {
      "a",        "b",         "(",    ")",      "(?:",       "(?i)",
      "(?i",      "(?P<n>",    "(?P<", "(?<n>",  "(?=",       "(?!",
      "(?<=",     "(?>",       "(?#",  "(?x)",   "(?-",       "(?s-i:",
      "[",        "]",         "[^",   "-",      "[:alpha:]", "[:",
      ":]",       "[[:foo:]]", "*",    "+",      "?",         "{",
      "}",        "{2}",       "{2,",  "{3,2}",  "{1001}",    "{500}",
      "{0}",      "|",         "^",    "$",      ".",         "\\",
      "\\d",      "\\Q",       "\\E",  "\\p",    "\\pL",      "\\p{Greek}",
      "\\p{X}",   "\\P{^Han}", "\\x",  "\\x{",   "\\x4",      "\\x{110000}",
      "41",       "\\1",       "\\12", "\\8",    "\\0",       "\\b",
      "\\B",      "\\A",       "\\z",  "\\Z",    "\\C",       "\\k<n>",
      "\\u0041",  "\\y",       "é",    "中",     "\xff",      "\xed\xa0\x80",
      "\xe4\xb8", ",",         "1",    "P",      "n",         ">",
      "\\]",      "\\[",       "z-a",  "a-\\d",  "\\_",       "\\é",
      "**",       "++",        "(?",   "(?P=n)", "(?R)",      "(*F)"};

  std::mt19937 random_;
};

}  // namespace kbc
