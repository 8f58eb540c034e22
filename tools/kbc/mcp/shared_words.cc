#include "mcp/shared_words.h"

#include <cstddef>
#include <set>

#include "text/terms.h"

namespace kbc {
namespace {

std::set<std::string_view> words_of(const Terms& terms) {
  std::set<std::string_view> words;
  for (std::size_t at = 0; at < terms.size(); ++at) words.insert(terms[at]);
  return words;
}

}  // namespace

double shared_words(std::string_view message, std::string_view text) {
  Terms asked(Terms::Use::kWords), had(Terms::Use::kWords);
  asked.split(message);
  had.split(text);
  const std::set<std::string_view> all = words_of(asked), there = words_of(had);
  std::size_t shared = 0;
  for (const std::string_view word : all) shared += there.contains(word) ? 1 : 0;
  return all.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(all.size());
}

}  // namespace kbc
