#include "kbc/log_matcher.h"

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "match/made_patterns.h"

namespace kbc {
namespace {

// Two entries, of which the second says more of what it looks for.
class LogMatcherFixture {
 public:
  LogMatcherFixture() {
    Result<std::string> bytes = index_of_patterns(
        {"refused", R"(connection refused.*port (?P<port>\d+))"}, CaseRule::kIgnoreCase);
    REQUIRE(bytes);
    bytes_ = std::move(*bytes);
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    REQUIRE(index_);
    matcher_ = LogMatcher::over(*index_, error);
    REQUIRE(matcher_);
  }

 protected:
  std::string bytes_;
  std::optional<kbx::Index> index_;
  std::optional<LogMatcher> matcher_;
};

}  // namespace

TEST_CASE_METHOD(LogMatcherFixture, "a log matcher names the likeliest first", "[log-matcher]") {
  const std::string text = "fine\nssh: Connection refused, port 2222\n";
  const std::vector<Match> matches = matcher_->match(text);
  REQUIRE(matches.size() == 2);
  CHECK(index_->at(matches[0].entry)->regex() != "refused");
  CHECK(matches[0].score >= matches[1].score);
  // As far as the regex goes, not only as far as it takes to know.
  CHECK(text.substr(matches[0].begin, matches[0].end - matches[0].begin) ==
        "Connection refused, port 2222");
  REQUIRE(matches[0].groups.size() == 1);
  const Match::Group& port = matches[0].groups[0];
  CHECK(port.name == "port");
  CHECK(text.substr(port.begin, port.end - port.begin) == "2222");
  CHECK(matches[1].groups.empty());

  MatchOptions options;
  options.top = 1;
  CHECK(matcher_->match(text, options).size() == 1);
  CHECK(matcher_->match("all is well").empty());
  CHECK(matcher_->match("").empty());
}

// An index that moves keeps its memory; one that nobody holds has none.
TEST_CASE_METHOD(LogMatcherFixture, "a log matcher survives a move of its index", "[log-matcher]") {
  struct Holder {
    kbx::Index index;
    LogMatcher matcher;
  };
  auto holder = std::make_unique<Holder>(Holder{std::move(*index_), std::move(*matcher_)});
  index_.reset();
  const std::vector<Match> matches = holder->matcher.match("Connection refused, port 2222");
  REQUIRE(matches.size() == 2);
  CHECK(holder->index.at(matches[0].entry)->regex() != "refused");
}

template <typename Index>
concept CanBeMatched = requires(Index&& index, std::string& error) {
  LogMatcher::over(static_cast<Index&&>(index), error);
};
static_assert(CanBeMatched<kbx::Index&> && CanBeMatched<const kbx::Index&>);
static_assert(!CanBeMatched<kbx::Index> && !CanBeMatched<const kbx::Index>);

TEST_CASE_METHOD(LogMatcherFixture, "many threads share a log matcher", "[log-matcher]") {
  std::vector<std::size_t> counts(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : counts) {
      threads.emplace_back([this, &count] {
        for (int round = 0; round < 200; ++round) {
          count += matcher_->match("connection refused by port 1").size();
        }
      });
    }
  }
  CHECK(counts == std::vector<std::size_t>(4, 400));
}

TEST_CASE_METHOD(LogMatcherFixture, "a log matcher says what an index lacks", "[log-matcher]") {
  for (std::uint32_t row = 0; row < index_->section_count(); ++row) {
    char* place = bytes_.data() + kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
    if (place[0] == 'P' && place[1] == 'T') place[0] = 'x';
  }
  fix_checksums(bytes_);
  std::string error;
  const auto index = kbx::Index::over(bytes_, error);
  REQUIRE(index);
  CHECK_FALSE(LogMatcher::over(*index, error));
  CHECK(error == "it has no pattern tables; rebuild it");
}

TEST_CASE("the library reads what a text carries, as kbc match does", "[match]") {
  const std::string bytes = index_of({clean_entry()});
  std::string error;
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  const auto matcher = LogMatcher::over(*index, error);
  REQUIRE(matcher);
  const std::string line = R"({"log":"failed\u0020to push some refs\n"})";
  const auto found = matcher->match(line);
  REQUIRE(found.size() == 1);
  CHECK(found[0].via == "json .log");
  CHECK(line.substr(found[0].begin, found[0].end - found[0].begin) ==
        R"(failed\u0020to push some refs)");
  MatchOptions options;
  options.plain = true;
  CHECK(matcher->match(line, options).empty());
  CHECK(matcher->match("failed to push some refs", options).size() == 1);
  CHECK(matcher->match("failed to push some refs").at(0).via.empty());
}

TEST_CASE_METHOD(LogMatcherFixture, "a log matcher leaves out what fits badly", "[log-matcher]") {
  const std::string text = "ssh: Connection refused, port 2222";
  const std::vector<Match> all = matcher_->match(text);
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].score > all[1].score);
  MatchOptions options;
  options.min_score = all[0].score;
  CHECK(matcher_->match(text, options).size() == 1);
  options.min_score = all[0].score + 0.1;
  CHECK(matcher_->match(text, options).empty());
}

TEST_CASE_METHOD(LogMatcherFixture, "matches of many lines are collected by entry",
                 "[log-matcher]") {
  MatchGroups groups(*matcher_);
  for (int line = 1; line <= 30; ++line) {
    groups.add(line % 2 == 0 ? "refused" : "all is well");
  }
  const std::string best = "ssh: Connection refused, port 2222";
  groups.add(best);
  const std::vector<MatchGroup> found = groups.take();
  REQUIRE(found.size() == 2);
  CHECK(found[0].score >= found[1].score);
  const MatchGroup& port = found[0];
  CHECK(port.count == 1);
  CHECK(port.lines == std::vector<std::uint64_t>{31});
  CHECK(port.best_line == 31);
  CHECK(best.substr(port.begin, port.end - port.begin) == "Connection refused, port 2222");
  CHECK(port.text == best);
  REQUIRE(port.groups.size() == 1);
  CHECK(port.groups[0].name == "port");
  CHECK(port.groups[0].value == "2222");
  CHECK(found[1].count == 16);
  CHECK(found[1].lines.size() == 10);
  CHECK(found[1].lines.front() == 2);
  // Then it begins anew.
  CHECK(groups.take().empty());
  groups.add("refused");
  CHECK(groups.take().at(0).lines == std::vector<std::uint64_t>{1});

  MatchOptions options;
  options.min_score = port.score;
  MatchGroups good(*matcher_, options);
  good.add(best);
  CHECK(good.take().size() == 1);
}

}  // namespace kbc
