#include "messages/message_matcher.h"

#include "match/hit_groups.h"

namespace kbc {

std::vector<Answer> MessageMatcher::answers(std::string_view message, const RankOptions& options) {
  HitGroups groups(matcher_, options);
  lines_.match(message, ReadMode::kAll, scratch_,
               [&](const ReadLine& read, const std::vector<Hit>& hits) {
                 groups.add(read, 1, hits, scratch_);
               });
  std::vector<Answer> answers;
  for (const HitGroup& group : groups.take()) {
    answers.push_back({group.best.entry, group.best.score.sum()});
  }
  return answers;
}

std::optional<std::uint32_t> MessageMatcher::first(std::string_view message) {
  std::optional<std::uint32_t> evident;
  int readings = 0;
  lines_.match(message, ReadMode::kAll, scratch_,
               [&](const ReadLine& read, const std::vector<Hit>& hits) {
                 if (hits.empty() || ++readings > 1) return;
                 evident = evident_first(matcher_, read.text, hits, {});
               });
  if (readings == 0 || (readings == 1 && evident)) return evident;
  const std::vector<Answer> all = answers(message);
  return all.empty() ? std::nullopt : std::optional<std::uint32_t>(all.front().entry);
}

const std::vector<std::uint32_t>& MessageMatcher::hits(std::string_view message) {
  hits_.clear();
  lines_.match(message, ReadMode::kAll, scratch_,
               [&](const ReadLine&, const std::vector<Hit>& hits) {
                 for (const Hit& hit : hits) hits_.push_back(hit.entry);
               });
  return hits_;
}

}  // namespace kbc
