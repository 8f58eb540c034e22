// What one can look for in a text: its words, as `kbc search` and an index's tables of words have
// them (docs/search.md). Needs nothing but the standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// A longer word is nothing that a person types.
inline constexpr std::size_t kMostTermBytes = 64;

// The terms of a text in their order, each as often as it is there. A word is a term, folded
// (text/case_fold.h); if it is made of several (`ModuleNotFoundError`, `not_null`), each of them
// is one too. Of unspaced characters (text/languages.h) in a row each two neighbours are a term.
class Terms {
 public:
  // Of a text also the last of a row of unspaced characters is a term, so that each begins one and
  // whoever asks for a single one finds it; of a query only one that is alone. Words that are
  // compared have no parts, and each unspaced character is one.
  enum class Use : std::uint8_t { kText, kQuery, kWords };

  explicit Terms(Use use) : use_(use) {}

  // Takes the place of what was split before. Bytes that are not UTF-8 are between words.
  void split(std::string_view text);

  std::size_t size() const { return places_.size(); }
  // Valid until the next split.
  std::string_view operator[](std::size_t at) const {
    return std::string_view(bytes_).substr(places_[at].offset, places_[at].length);
  }

 private:
  class FoldedWord;

  struct Place {
    std::size_t offset = 0, length = 0;
  };

  std::size_t take_unspaced(std::string_view text, std::size_t at);
  std::size_t take_word(std::string_view text, std::size_t at);
  void add_parts(std::string_view whole, const FoldedWord& word);
  void add(std::string_view term);

  Use use_;
  std::string bytes_;
  std::vector<Place> places_;
};

}  // namespace kbc
