// An inverted index: each id is listed under a hash of each of its words, of all of them as a set,
// and of that set without each one (the deletion neighbourhoods of Mor and Fraenkel, 1982, over
// words instead of letters), so that two slugs of which one has a word more, less or other share a
// key. A query takes the shortest lists, up to 256 ids, counts which id is in most of them, and
// compares the best 24 letter by letter, with its neighbours in the order of ids, which share its
// beginning. So its time does not depend on the number of ids but for the search in sorted lists.
#include "text/name_index.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/hash.h"
#include "text/name_words.h"

namespace kbc {
namespace {

constexpr std::size_t kMostWords = 16;        // of one slug that are indexed
constexpr std::size_t kMostOfOneList = 64;    // ids taken from the list of one key
constexpr std::size_t kMostCandidates = 256;  // ids counted for one query
constexpr std::size_t kMostCompared = 24;     // ids of those that are compared letter by letter
constexpr std::size_t kNeighbours = 4;        // ids compared on either side in sorted order

struct Id {
  std::string_view domain;
  std::string_view slug;
};

Id split(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash == std::string_view::npos) return {{}, id};
  return {id.substr(0, slash), id.substr(slash + 1)};
}

std::uint64_t mix(std::uint64_t value) {
  value = (value ^ value >> 31) * 0x9E3779B97F4A7C15;
  value = (value ^ value >> 29) * 0xBF58476D1CE4E5B9;
  return value ^ value >> 32;
}

// Of the letters without their case and without separators.
std::uint64_t hash_letters(std::string_view text) {
  Fnv1a hash;
  for (const char c : text) {
    if (!is_name_separator(c)) hash.add(folded_in_name(c));
  }
  return mix(hash.value());
}

// The keys under which an id is found: the letters of its slug, its words, all of them as a set,
// and the set without each. Two slugs of which one has a word more, less or other share one of the
// last, however common their words are.
std::vector<std::uint32_t> keys_of(std::string_view id) {
  const std::string_view slug = split(id).slug.substr(0, kLongestName);
  const std::vector<std::string_view> words = words_of_name(slug, kMostWords);
  std::vector<std::uint64_t> hashes;
  std::uint64_t sum = 0;
  for (const std::string_view word : words) sum += hashes.emplace_back(hash_letters(word));
  std::vector<std::uint32_t> keys;
  const auto add = [&keys](std::uint64_t hash) {
    keys.push_back(static_cast<std::uint32_t>(hash >> 32));
  };
  add(mix(hash_letters(slug) + 1));
  for (const std::uint64_t hash : hashes) add(hash);
  add(mix(sum + 2));
  if (words.size() > 1) {
    for (const std::uint64_t hash : hashes) add(mix(sum - hash + 2));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// One word more or less with two in common, or one word exchanged with three in common.
bool is_one_word_apart(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> ours = sorted_words_of_name(a);
  const std::vector<std::string_view> theirs = sorted_words_of_name(b);
  std::vector<std::string_view> common;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                        std::back_inserter(common));
  const std::size_t fewer = std::min(ours.size(), theirs.size());
  const std::size_t more = std::max(ours.size(), theirs.size());
  if (common.size() + 1 < more) return false;
  return common.size() >= (fewer < more ? 2u : 3u);
}

std::size_t cost_of_slugs(const std::string& ours, const std::string& theirs) {
  if (ours == theirs) return 0;
  if (ours.size() == theirs.size() && sorted_words_of_name(ours) == sorted_words_of_name(theirs))
    return 2;
  const std::size_t limit = std::max<std::size_t>(1, ours.size() / 4);
  const std::size_t distance = edit_distance(ours, theirs, limit);
  if (distance <= std::min(limit, kMaxEditLimit) && 2 * distance < ours.size()) return 2 * distance;
  return is_one_word_apart(ours, theirs) ? 2 * limit + 2 : kRejected;
}

// A wrong domain alone costs less than a slip in the slug: people remember what an entry is about.
std::size_t cost_of_ids(std::string_view ours, std::string_view theirs) {
  const Id a = split(ours);
  const Id b = split(theirs);
  const std::string slug = folded_name(a.slug);
  const std::size_t slugs = cost_of_slugs(slug, folded_name(b.slug));
  if (slugs == kRejected || folded_name(a.domain) == folded_name(b.domain)) return slugs;
  const std::size_t domains = edit_distance(a.domain, b.domain, 2);
  // Two unrelated domains and a slug that is only similar: another error.
  if (domains > 2 && slugs > 2 + slug.size() / 8) return kRejected;
  return slugs + 1 + domains;
}

using Postings = std::span<const std::uint64_t>;

// The part of a long list that is nearest to the place where the query itself would be.
Postings shortened(Postings list, std::uint64_t place) {
  if (list.size() <= kMostOfOneList) return list;
  const auto middle =
      static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), place) - list.begin());
  const std::size_t first = middle - std::min(middle, kMostOfOneList / 2);
  return list.subspan(first, std::min(kMostOfOneList, list.size() - first));
}

std::uint64_t posting(std::uint32_t key, std::size_t position) {
  return static_cast<std::uint64_t>(key) << 32 | static_cast<std::uint32_t>(position);
}

// The positions that occur most often in the list, the smaller first among equals.
std::vector<std::uint32_t> most_frequent(std::vector<std::uint32_t> positions) {
  std::sort(positions.begin(), positions.end());
  std::vector<std::pair<std::ptrdiff_t, std::uint32_t>> counted;
  for (auto first = positions.begin(); first != positions.end();) {
    const auto last = std::upper_bound(first, positions.end(), *first);
    counted.emplace_back(first - last, *first);
    first = last;
  }
  std::sort(counted.begin(), counted.end());
  counted.resize(std::min(counted.size(), kMostCompared));
  std::vector<std::uint32_t> best;
  for (const auto& [count, position] : counted) best.push_back(position);
  return best;
}

}  // namespace

NameIndex::NameIndex(std::vector<std::string_view> ids) : ids_(std::move(ids)) {
  std::sort(ids_.begin(), ids_.end());
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  for (std::size_t position = 0; position < ids_.size(); ++position) {
    for (const std::uint32_t key : keys_of(ids_[position])) {
      postings_.push_back(posting(key, position));
    }
  }
  std::sort(postings_.begin(), postings_.end());
}

std::optional<std::string_view> NameIndex::nearest(std::string_view id) const {
  const std::vector<std::string_view> best = nearest(id, 1);
  if (best.empty()) return std::nullopt;
  return best.front();
}

std::vector<std::string_view> NameIndex::nearest(std::string_view id, std::size_t most) const {
  if (id.empty() || id.size() > kLongestName) return {};
  std::vector<std::tuple<std::size_t, std::size_t, std::string_view>> near;
  for (const std::uint32_t position : candidates_for(id)) {
    const std::string_view candidate = ids_[position];
    if (candidate == id || candidate.size() > kLongestName) continue;
    const std::size_t cost = cost_of_ids(id, candidate);
    if (cost < kRejected)
      near.emplace_back(cost, difference(id.size(), candidate.size()), candidate);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  near.resize(std::min(near.size(), most));
  std::vector<std::string_view> ids;
  for (const auto& [cost, length, candidate] : near) ids.push_back(candidate);
  return ids;
}

std::vector<std::uint32_t> NameIndex::candidates_for(std::string_view id) const {
  const auto place = std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin();
  const auto position = static_cast<std::size_t>(place);
  std::vector<std::pair<std::size_t, Postings>> lists;
  for (const std::uint32_t key : keys_of(id)) {
    const auto first = std::lower_bound(postings_.begin(), postings_.end(), posting(key, 0));
    const auto last = std::upper_bound(first, postings_.end(), posting(key, ~std::uint32_t{0}));
    const Postings list(first, last);
    lists.emplace_back(list.size(), shortened(list, posting(key, position)));
  }
  // The shortest lists say most.
  std::stable_sort(lists.begin(), lists.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint32_t> counted;
  for (const auto& [size, list] : lists) {
    if (counted.size() + list.size() > kMostCandidates) break;
    for (const std::uint64_t entry : list) {
      counted.push_back(static_cast<std::uint32_t>(entry));
    }
  }
  std::vector<std::uint32_t> found = most_frequent(std::move(counted));
  const std::size_t first = position - std::min(position, kNeighbours);
  const std::size_t last = std::min(ids_.size(), position + kNeighbours + 1);
  for (std::size_t at = first; at < last; ++at) found.push_back(static_cast<std::uint32_t>(at));
  return found;
}

}  // namespace kbc
