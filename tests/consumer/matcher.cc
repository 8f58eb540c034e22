#include <cstdio>
#include <string>

#include "kbc/log_matcher.h"

int main(int argc, char** argv) {
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::open(INDEX, error);
  if (!index || argc != 2) return 2;
  const std::optional<kbc::LogMatcher> matcher = kbc::LogMatcher::over(*index, error);
  if (!matcher) return 2;
  const std::string text = argv[1];
  for (const kbc::Match& match : matcher->match(text)) {
    const std::string id(index->at(match.entry)->id());
    const std::string matched = text.substr(match.begin, match.end - match.begin);
    std::printf("%s: %s\n", id.c_str(), matched.c_str());
  }
  return 0;
}
