// What `kbc match` answers, without its command line: for tests of which entry comes first.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/log_lines.h"
#include "kbx/index.h"
#include "match/hit_groups.h"
#include "match/matcher.h"
#include "messages/message_matcher.h"
#include "messages/verdict.h"

namespace kbc {

class Answers {
 public:
  struct Answer {
    std::string id;
    double score = 0;
  };

  // The entries' texts are JSON.
  explicit Answers(const std::vector<std::string>& entries);

  // To a message that is given whole, the best first.
  std::vector<Answer> to_message(std::string_view text, const RankOptions& options = {});
  // What `kbc test` says of it.
  Verdict verdict(const MessageTest& test);
  // The same message in a log, which is matched line by line.
  std::vector<Answer> to_lines(std::string_view text);

  const kbx::Index& index() const { return *index_; }

 private:
  LineMatcher::See into(HitGroups& groups, std::uint64_t number);
  std::vector<Answer> take(HitGroups& groups) const;

  std::string bytes_;
  std::optional<kbx::Index> index_;
  std::optional<Matcher> matcher_;
  MatchScratch scratch_;
};

}  // namespace kbc
