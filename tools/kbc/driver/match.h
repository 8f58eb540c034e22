#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cache/cache_choice.h"
#include "config/base_choice.h"
#include "decode/line_matcher.h"
#include "driver/line_reader.h"
#include "match/rank.h"
#include "show/show.h"

namespace kbc {

enum class MatchFormat : std::uint8_t {
  kText,
  kMarkdown,
  kJson,
  kNdjson,
  kEach,  // ndjson with an object for each line, also for one without a hit
  kGithub,
  kSarif,
};

// What a person asked of `kbc match`.
struct MatchRequest {
  std::string index;  // path; empty: the entries of the knowledge base
  BaseChoice base;
  CacheChoice cache;
  std::string text;
  std::vector<std::string> files;  // "-" is standard input; none: the text
  LineReader::Wait wait = LineReader::Wait::kNo;
  MatchFormat format = MatchFormat::kText;
  std::size_t top = 5;
  std::size_t long_forms = 1;
  unsigned least_score = 0;
  bool explain = false;
  ReadMode read_mode = ReadMode::kAll;
  RankOptions rank;
  ShowOptions show;
};

// Runs it; gives an ExitCode: kFindings when no entry matches. Hits go to standard output, what is
// to be said where there are none to standard error.
int match(const MatchRequest& request);

}  // namespace kbc
