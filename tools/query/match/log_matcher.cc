#include "kbc/log_matcher.h"

#include <algorithm>
#include <utility>

#include "decode/log_lines.h"
#include "match/hit_groups.h"
#include "match/lock.h"
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
    const Lock lock(mutex);
    if (free.empty()) return std::make_unique<Scratch>(matcher);
    std::unique_ptr<Scratch> scratch = std::move(free.back());
    free.pop_back();
    return scratch;
  }

  void give_back(std::unique_ptr<Scratch> scratch) {
    const Lock lock(mutex);
    free.push_back(std::move(scratch));
  }

  Matcher matcher;
  Mutex mutex;
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
          // They come in the order of their scores.
          if (found.size() == options.top || hit.score.sum() < options.min_score) break;
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

struct MatchGroups::State {
  State(const Matcher& made, MatchOptions wanted)
      : matcher(made), options(std::move(wanted)), groups(made, {options.product, options.os}) {}

  MatchGroup group_of(HitGroup& from) const {
    MatchGroup group;
    group.entry = from.best.entry;
    group.score = from.best.score.sum();
    group.count = from.count;
    group.lines = std::move(from.lines);
    group.best_line = from.best_line;
    group.begin = from.origin.begin;
    group.end = from.origin.end;
    for (auto& [name, text] : captures_of(matcher, from)) {
      group.groups.push_back({std::move(name), std::move(text)});
    }
    group.text = std::move(from.text);
    group.via = std::move(from.via);
    return group;
  }

  const Matcher& matcher;
  MatchOptions options;
  LineMatcher::See see() {
    return [this](const ReadLine& read, const std::vector<Hit>& hits) {
      groups.add(read, line, hits, scratch);
    };
  }

  MatchScratch scratch;
  std::optional<LogLines> lines;
  std::string before;  // the end of the lines so far
  HitGroups groups;
  std::uint64_t line = 0;  // how many there were
};

MatchGroups::MatchGroups(const LogMatcher& matcher, MatchOptions options)
    : state_(std::make_unique<State>(matcher.state_->matcher, std::move(options))) {}
MatchGroups::MatchGroups(MatchGroups&&) noexcept = default;
MatchGroups& MatchGroups::operator=(MatchGroups&&) noexcept = default;
MatchGroups::~MatchGroups() = default;

void MatchGroups::add(std::string_view line) {
  State& state = *state_;
  ++state.line;
  if (!state.lines) {
    state.lines.emplace(state.matcher, state.options.plain ? ReadMode::kPlain : ReadMode::kAll);
  }
  state.lines->match({line, state.before, {}}, state.scratch, state.see());
  state.before.append(line.substr(line.size() - std::min(line.size(), kLogWindowBytes)));
  state.before += '\n';
  if (state.before.size() > 4 * kLogWindowBytes) {
    state.before.erase(0, state.before.size() - kLogWindowBytes);
  }
}

std::vector<MatchGroup> MatchGroups::take() {
  State& state = *state_;
  if (state.lines) state.lines->finish(state.scratch, state.see());
  state.lines.reset();
  state.before.clear();
  std::vector<MatchGroup> groups;
  for (HitGroup& group : state.groups.take()) {
    const bool is_enough = group.best.score.sum() >= state.options.min_score;
    if (!is_enough || groups.size() == state.options.top) break;
    groups.push_back(state.group_of(group));
  }
  state.line = 0;
  return groups;
}

}  // namespace KBX_NAMESPACE
}  // namespace kbc
