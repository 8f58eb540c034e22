#include "driver/unknown_words.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include "text/nearest.h"

namespace kbc {
namespace {

// So many are looked up among the words that some entry has.
constexpr std::size_t kMost = 3;

}  // namespace

std::vector<UnknownWord> unknown_words(const WordTables& tables, const Found& found) {
  std::vector<std::string_view> words;
  std::vector<UnknownWord> unknown;
  for (std::size_t number = 0; number < found.words.size() && unknown.size() < kMost; ++number) {
    if ((found.known >> number & 1) != 0) continue;
    for (std::uint32_t word = 0; words.size() < tables.size(); ++word) {
      words.push_back(tables.text(word));
    }
    UnknownWord& one = unknown.emplace_back();
    one.word = found.words[number];
    if (const auto meant = nearest(one.word, words)) one.meant.push_back(*meant);
  }
  return unknown;
}

}  // namespace kbc
