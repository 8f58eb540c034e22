// first_match FILE: one message looked for in a fresh process.
#include "match/matcher.h"

int main(int argc, char** argv) {
  std::string error;
  const auto index = argc == 2 ? kbx::Index::open(argv[1], error) : std::nullopt;
  if (!index) return 2;
  const auto matcher = kbc::Matcher::over(*index, error);
  if (!matcher) return 2;
  kbc::MatchScratch scratch;
  std::vector<kbc::Hit> hits;
  // Of some entry, a message that its own pattern matches.
  for (std::uint32_t at = index->size() / 2; at < index->size() && hits.empty(); ++at) {
    matcher->match(index->at(at)->signature(), scratch, hits);
  }
  return hits.empty() ? 1 : 0;
}
