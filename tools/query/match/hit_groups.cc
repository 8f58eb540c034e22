#include "match/hit_groups.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMostShown = 500;

}  // namespace

std::vector<std::pair<std::string, std::string>> captures_of(const Matcher& matcher,
                                                             const HitGroup& group) {
  std::vector<std::pair<std::string, std::string>> captures;
  for (const Matcher::Capture& part :
       matcher.captures(group.text, group.best.entry, group.best.place)) {
    captures.emplace_back(part.name, group.text.substr(part.begin, part.end - part.begin));
  }
  return captures;
}

std::string around(std::string_view text, std::size_t most, Matcher::Place& place) {
  if (text.size() <= most) return std::string(text);
  const std::size_t length = std::min(place.end - place.begin, most);
  std::size_t begin = place.begin - std::min(place.begin, (most - length) / 2);
  begin = std::min(begin, text.size() - most);
  std::size_t end = begin + most;
  while (begin < place.begin && is_continuation(text[begin])) ++begin;
  while (end > place.begin && end < text.size() && is_continuation(text[end])) --end;
  place.begin -= begin;
  place.end = std::min(place.end, end) - begin;
  return std::string(text.substr(begin, end - begin));
}

void HitGroups::add(const ReadLine& read, std::uint64_t number, const std::vector<Hit>& hits,
                    MatchScratch& scratch) {
  fresh_.clear();
  for (const Hit& hit : hits) {
    HitGroup& group = groups_[hit.entry];
    ++group.count;
    if (group.lines.size() < kMostLines) group.lines.push_back(number);
    if (group.count <= kRankedLines) fresh_.push_back(hit);
  }
  if (fresh_.empty()) return;
  for (const RankedHit& hit : rank(matcher_, read.text, fresh_, options_, scratch)) {
    HitGroup& group = groups_[hit.entry];
    const ReadLine::Place place = read.place(hit.place.begin, hit.place.end, number);
    // A match over line ends is seen in the line in which it ends.
    std::replace(group.lines.begin(), group.lines.end(), number, place.line);
    if (!group.text.empty() && !comes_before(hit, group.best)) continue;
    group.best = hit;
    group.via = read.via;
    group.origin = place.range;
    // A text that was not cut into lines has several.
    const std::string_view ahead = read.given.substr(0, place.range.begin);
    const bool is_log = read.lines_before > 0;
    group.best_line =
        place.line +
        (is_log ? 0 : static_cast<std::uint64_t>(std::count(ahead.begin(), ahead.end(), '\n')));
    group.text = around(read.text, kMostShown, group.best.place);
  }
}

std::vector<HitGroup> HitGroups::take() {
  std::vector<HitGroup> groups;
  for (auto& [entry, group] : groups_) {
    // Others are about another product or system.
    if (group.best_line > 0) groups.push_back(std::move(group));
  }
  groups_.clear();
  std::sort(groups.begin(), groups.end(),
            [](const HitGroup& a, const HitGroup& b) { return comes_before(a.best, b.best); });
  return groups;
}

}  // namespace kbc
