#include "match/answers.h"

#include <algorithm>

#include "catch.h"
#include "index/made_index.h"

namespace kbc {

Answers::Answers(const std::vector<std::string>& entries) : bytes_(index_of(entries)) {
  std::string error;
  index_ = kbx::Index::over(bytes_, error);
  REQUIRE(index_);
  matcher_ = Matcher::over(*index_, error);
  INFO(error);
  REQUIRE(matcher_);
}

std::vector<Answers::Answer> Answers::to_message(std::string_view text,
                                                 const RankOptions& options) {
  MessageMatcher matcher(*matcher_);
  std::vector<Answer> answers;
  std::optional<std::uint32_t> first;
  for (const kbc::Answer& answer : matcher.answers(text, options)) {
    if (!first) first = answer.entry;
    answers.push_back({std::string(index_->at(answer.entry)->id()), answer.score});
  }
  const bool is_about_all = options.product.empty() && options.system.empty();
  if (is_about_all && matcher.first(text) != first) {
    CAPTURE(text);
    FAIL_CHECK("the cheaper way finds another first answer");
  }
  return answers;
}

Verdict Answers::verdict(const MessageTest& test) {
  return judge(test, *index_, MessageMatcher(*matcher_).answers(test.message));
}

std::vector<Answers::Answer> Answers::to_lines(std::string_view text) {
  HitGroups groups(*matcher_, {});
  LogLines lines(*matcher_, ReadMode::kAll);
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.match({text.substr(begin, end - begin), text.substr(0, begin), {}}, scratch_,
                into(groups, ++number));
    begin = end + 1;
  }
  lines.finish(scratch_, into(groups, number));
  return take(groups);
}

LineMatcher::See Answers::into(HitGroups& groups, std::uint64_t number) {
  return [&groups, number, this](const ReadLine& read, const std::vector<Hit>& hits) {
    groups.add(read, number, hits, scratch_);
  };
}

std::vector<Answers::Answer> Answers::take(HitGroups& groups) const {
  std::vector<Answer> answers;
  for (const HitGroup& group : groups.take()) {
    answers.push_back({std::string(index_->at(group.best.entry)->id()), group.best.score.sum()});
  }
  return answers;
}

}  // namespace kbc
