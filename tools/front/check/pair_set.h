#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace kbc {

// A set of pairs of a key and a number, for keys that are hashes. Made at once and changed by few:
// a sorted vector, and what came and went since, which are put together when they have become many.
class PairSet {
 public:
  using Pair = std::pair<std::uint64_t, std::uint32_t>;

  void assign(std::vector<Pair> pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    pairs.shrink_to_fit();
    pairs_ = std::move(pairs);
    added_.clear();
    gone_.clear();
  }

  void insert(std::uint64_t key, std::uint32_t number) {
    const Pair pair{key, number};
    if (gone_.erase(pair) == 0 && !is_settled(pair)) added_.insert(pair);
    settle();
  }

  void erase(std::uint64_t key, std::uint32_t number) {
    const Pair pair{key, number};
    if (added_.erase(pair) == 0 && is_settled(pair)) gone_.insert(pair);
    settle();
  }

  // Calls visit with each number of the key.
  template <typename Visit>
  void for_each(std::uint64_t key, const Visit& visit) const {
    const Pair first{key, 0};
    for (auto at = std::lower_bound(pairs_.begin(), pairs_.end(), first);
         at != pairs_.end() && at->first == key; ++at) {
      if (gone_.empty() || !gone_.contains(*at)) visit(at->second);
    }
    for (auto at = added_.lower_bound(first); at != added_.end() && at->first == key; ++at) {
      visit(at->second);
    }
  }

 private:
  bool is_settled(const Pair& pair) const {
    return std::binary_search(pairs_.begin(), pairs_.end(), pair);
  }

  void settle() {
    constexpr std::size_t kFew = 1024;
    if (added_.size() + gone_.size() < kFew + pairs_.size() / 8) return;
    std::vector<Pair> pairs;
    pairs.reserve(pairs_.size() + added_.size() - gone_.size());
    auto added = added_.begin();
    for (const Pair& pair : pairs_) {
      for (; added != added_.end() && *added < pair; ++added) pairs.push_back(*added);
      if (!gone_.contains(pair)) pairs.push_back(pair);
    }
    pairs.insert(pairs.end(), added, added_.end());
    pairs_ = std::move(pairs);
    added_.clear();
    gone_.clear();
  }

  std::vector<Pair> pairs_;  // sorted, each once
  std::set<Pair> added_;     // that are not among them
  std::set<Pair> gone_;      // that are among them
};

}  // namespace kbc
