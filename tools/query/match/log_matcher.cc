#include "kbc/log_matcher.h"

#include <mutex>
#include <utility>

#include "decode/line_matcher.h"
#include "match/matcher.h"
#include "match/rank.h"

namespace kbc {
inline namespace KBX_NAMESPACE {

struct LogMatcher::State {
  // What one call needs, kept for the next.
  struct Scratch {
    explicit Scratch(const Matcher& matcher) : lines(matcher) {}

    MatchScratch match;
    LineMatcher lines;
  };

  explicit State(Matcher made) : matcher(std::move(made)) {}

  std::unique_ptr<Scratch> take() {
    const std::lock_guard lock(mutex);
    if (free.empty()) return std::make_unique<Scratch>(matcher);
    std::unique_ptr<Scratch> scratch = std::move(free.back());
    free.pop_back();
    return scratch;
  }

  void give_back(std::unique_ptr<Scratch> scratch) {
    const std::lock_guard lock(mutex);
    free.push_back(std::move(scratch));
  }

  Matcher matcher;
  std::mutex mutex;
  std::vector<std::unique_ptr<Scratch>> free;  // as many as there were calls at once
};

LogMatcher::LogMatcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
LogMatcher::LogMatcher(LogMatcher&&) noexcept = default;
LogMatcher& LogMatcher::operator=(LogMatcher&&) noexcept = default;
LogMatcher::~LogMatcher() = default;

std::optional<LogMatcher> LogMatcher::over(const kbx::Index& index, std::string& error) {
  std::optional<Matcher> matcher = Matcher::over(index, error);
  if (!matcher) return {};
  return LogMatcher(std::make_unique<State>(std::move(*matcher)));
}

std::vector<Match> LogMatcher::match(std::string_view text, const MatchOptions& options) const {
  const Matcher& matcher = state_->matcher;
  std::unique_ptr<State::Scratch> scratch = state_->take();
  std::vector<Match> found;
  const ReadMode mode = options.plain ? ReadMode::kPlain : ReadMode::kAll;
  scratch->lines.match(
      text, mode, scratch->match, [&](const ReadLine& read, const std::vector<Hit>& hits) {
        for (const RankedHit& hit :
             rank(matcher, read.text, hits, {options.product, options.os}, scratch->match)) {
          if (found.size() == options.top) break;
          Match& match = found.emplace_back();
          match.entry = hit.entry;
          match.score = hit.score.sum();
          const DecodedText::Range place = read.origin(hit.place.begin, hit.place.end);
          match.begin = place.begin;
          match.end = place.end;
          match.via = read.via;
          for (Matcher::Capture& group : matcher.captures(read.text, hit.entry, hit.place)) {
            const DecodedText::Range part = read.origin(group.begin, group.end);
            match.groups.push_back({std::move(group.name), part.begin, part.end});
          }
        }
      });
  state_->give_back(std::move(scratch));
  return found;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbc
