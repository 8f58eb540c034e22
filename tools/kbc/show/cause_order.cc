#include "show/cause_order.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <unordered_map>
#include <utility>

namespace kbc {
namespace {

// Which of the hits lead to which, by their places among them.
class Causes {
 public:
  Causes(const Matcher& matcher, const std::vector<HitGroup>& groups)
      : effects_(groups.size()), open_causes_(groups.size(), 0) {
    for (std::size_t at = 0; at < groups.size(); ++at) places_.emplace(groups[at].best.entry, at);
    for (std::size_t at = 0; at < groups.size(); ++at) {
      const auto entry = matcher.entries().at(groups[at].best.entry);
      for (const auto& link : entry->leads_to()) add(at, place_of(link.target));
      for (const auto& link : entry->preceded_by()) add(place_of(link.target), at);
    }
  }

  // The places, each cause before what it leads to and otherwise in their order.
  std::vector<std::size_t> order() {
    std::set<std::size_t> free, waiting;
    for (std::size_t at = 0; at < effects_.size(); ++at) {
      (open_causes_[at] == 0 ? free : waiting).insert(at);
    }
    std::vector<std::size_t> order;
    while (order.size() < effects_.size()) {
      std::set<std::size_t>& next = free.empty() ? waiting : free;
      const std::size_t at = *next.begin();
      next.erase(next.begin());
      order.push_back(at);
      for (const std::size_t effect : effects_[at]) {
        if (--open_causes_[effect] == 0 && waiting.erase(effect) > 0) free.insert(effect);
      }
    }
    return order;
  }

 private:
  std::size_t place_of(std::uint32_t entry) const {
    const auto known = places_.find(entry);
    return known == places_.end() ? effects_.size() : known->second;
  }

  // Two entries that name each other say the same thing twice.
  void add(std::size_t cause, std::size_t effect) {
    if (cause >= effects_.size() || effect >= effects_.size() || cause == effect) return;
    if (!effects_[cause].insert(effect).second) return;
    ++open_causes_[effect];
  }

  std::unordered_map<std::uint32_t, std::size_t> places_;  // by entry
  std::vector<std::set<std::size_t>> effects_;
  std::vector<std::size_t> open_causes_;
};

}  // namespace

// A text that was not cut into lines is one to HitGroups.
std::uint64_t first_line(const HitGroup& group) {
  return group.count == 1 ? group.best_line : group.lines.front();
}

std::vector<HitGroup> causes_first(const Matcher& matcher, std::vector<HitGroup> groups) {
  std::stable_sort(groups.begin(), groups.end(), [](const HitGroup& a, const HitGroup& b) {
    return first_line(a) < first_line(b);
  });
  std::vector<HitGroup> ordered;
  ordered.reserve(groups.size());
  for (const std::size_t at : Causes(matcher, groups).order()) {
    ordered.push_back(std::move(groups[at]));
  }
  return ordered;
}

}  // namespace kbc
