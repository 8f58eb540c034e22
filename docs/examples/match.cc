// match FILE < LOG: which known errors a log shows, the likeliest first (kbc/log_matcher.h).
#include <iostream>

#include "kbc/log_matcher.h"

int main(int argc, char** argv) {
  std::string error = "usage: match FILE < LOG";
  const auto index = argc == 2 ? kbx::Index::open(argv[1], error) : std::nullopt;
  const auto matcher = index ? kbc::LogMatcher::over(*index, error) : std::nullopt;
  if (!matcher) return std::cerr << error << '\n', 2;
  kbc::MatchOptions options;
  options.min_score = 10;
  kbc::MatchGroups groups(*matcher, options);
  for (std::string line; std::getline(std::cin, line);) groups.add(line);
  for (const kbc::MatchGroup& group : groups.take()) {
    const auto entry = index->at(group.entry);
    std::cout << group.count << "  " << entry->id() << ", line " << group.best_line << '\n';
    for (const auto& way : entry->workarounds()) std::cout << "  try: " << way.action << '\n';
  }
}
