// watch FILE < LOG: the error that each line shows, by the newest index that has this name: a new
// one is used as soon as it is renamed over the old one (kbx/watched_index.h).
#include <iostream>

#include "kbc/log_matcher.h"
#include "kbx/watched_index.h"

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: watch FILE < LOG\n", 2;
  kbx::WatchedIndex watched(argv[1]);
  std::shared_ptr<const kbx::Index> index;
  std::optional<kbc::LogMatcher> matcher;
  std::string error;
  for (std::string line; std::getline(std::cin, line);) {
    if (!watched.refresh(error)) std::cerr << error << '\n';  // what was there goes on
    if (const auto newest = watched.current(); newest != index) {
      matcher.reset();  // before the index that it reads
      index = newest;
      matcher = kbc::LogMatcher::over(*index, error);
    }
    const auto matches = matcher ? matcher->match(line) : std::vector<kbc::Match>();
    std::cout << (matches.empty() ? "no match" : index->at(matches[0].entry)->id()) << std::endl;
  }
}
