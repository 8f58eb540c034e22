#include "text/nearest.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "text/ascii.h"
#include "text/hash.h"

namespace kbc {
namespace {

// Nobody mistypes a name longer than this; ids have 128 bytes at most.
constexpr std::size_t kLongestName = 256;

// --- Edit distance

// One row of the band: the cell of column j in row i is at j - i + limit + 1, with a cell of
// padding at both ends.
using Band = std::array<std::size_t, 2 * kMaxEditLimit + 3>;

void drop_common_ends(std::string_view& a, std::string_view& b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  a.remove_prefix(static_cast<std::size_t>(front));
  b.remove_prefix(static_cast<std::size_t>(front));
  const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  a.remove_suffix(static_cast<std::size_t>(back));
  b.remove_suffix(static_cast<std::size_t>(back));
}

// The last three rows of the table, of which only the diagonal band within the limit is kept.
class BandedTable {
 public:
  BandedTable(std::string_view a, std::string_view b, std::size_t limit)
      : a_(a), b_(b), limit_(limit) {
    before_.fill(limit + 1);
    above_.fill(limit + 1);
    for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) above_[j + limit + 1] = j;
  }

  // The distance, or limit + 1.
  std::size_t distance() {
    for (std::size_t i = 1; i <= a_.size(); ++i) {
      if (fill_row(i) > limit_) return limit_ + 1;
    }
    return std::min(above_[b_.size() - a_.size() + limit_ + 1], limit_ + 1);
  }

 private:
  // Returns the smallest value of the row, which no later row goes below.
  std::size_t fill_row(std::size_t i) {
    row_.fill(limit_ + 1);
    std::size_t smallest = limit_ + 1;
    const std::size_t first = i > limit_ ? i - limit_ : 0;
    const std::size_t last = std::min(b_.size(), i + limit_);
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t cell = j + limit_ + 1 - i;
      row_[cell] = j == 0 ? i : value(i, j, cell);
      smallest = std::min(smallest, row_[cell]);
    }
    before_ = above_;
    above_ = row_;
    return smallest;
  }

  std::size_t value(std::size_t i, std::size_t j, std::size_t cell) const {
    const std::size_t substituted = above_[cell] + (a_[i - 1] == b_[j - 1] ? 0 : 1);
    std::size_t least = std::min({substituted, above_[cell + 1] + 1, row_[cell - 1] + 1});
    const bool swapped = i > 1 && j > 1 && a_[i - 1] == b_[j - 2] && a_[i - 2] == b_[j - 1];
    return swapped ? std::min(least, before_[cell] + 1) : least;
  }

  std::string_view a_;
  std::string_view b_;
  std::size_t limit_;
  Band before_{};
  Band above_{};
  Band row_{};
};

// --- Words

bool is_separator(char c) {
  return c == '-' || c == '_' || c == ' ' || c == '/' || c == '.' || c == ':';
}

char fold(char c) { return c == '_' || c == ' ' ? '-' : lower_ascii(c); }

std::string folded(std::string_view name) {
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(), fold);
  return text;
}

std::vector<std::string_view> words_of(std::string_view text, std::size_t most) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t end = 0; end <= text.size() && words.size() < most; ++end) {
    if (end < text.size() && !is_separator(text[end])) continue;
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

std::vector<std::string_view> sorted_words(std::string_view text) {
  std::vector<std::string_view> words = words_of(text, kLongestName);
  std::sort(words.begin(), words.end());
  return words;
}

// Whether `part` stands in `whole` as words of their own.
bool has_words(std::string_view whole, std::string_view part) {
  for (auto at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool starts_word = at == 0 || is_separator(whole[at - 1]);
    if (starts_word && (end == whole.size() || is_separator(whole[end]))) return true;
  }
  return false;
}

std::string_view singular(std::string_view word) {
  if (word.size() > 3 && word.ends_with("ies")) return word.substr(0, word.size() - 3);
  if (word.size() > 3 && word.ends_with("es")) return word.substr(0, word.size() - 2);
  if (word.size() > 2 && (word.back() == 's' || word.back() == 'y')) {
    return word.substr(0, word.size() - 1);
  }
  return word;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

// --- Nearest of a few

// How far a candidate is from what was meant; kRejected if a person would not accept it.
constexpr std::size_t kRejected = 1000;

std::size_t cost_of_edits(std::string_view name, std::string_view candidate) {
  const std::size_t longer = std::max(name.size(), candidate.size());
  const std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
  const std::size_t distance = edit_distance(name, candidate, limit);
  const bool accepted = distance <= std::min(limit, kMaxEditLimit) && 2 * distance < longer;
  return accepted ? 2 * distance : kRejected;
}

std::size_t cost_of_wording(std::string_view name, std::string_view candidate) {
  if (name.size() > 2 && singular(name) == singular(candidate)) return 1;
  if (name.size() == candidate.size() && sorted_words(name) == sorted_words(candidate)) return 2;
  if (name.size() >= 3 && candidate.starts_with(name) && 3 * name.size() >= candidate.size()) {
    return 5;
  }
  if (name.size() >= 4 && has_words(candidate, name)) return 6;
  if (candidate.size() >= 4 && has_words(name, candidate)) return 7;
  return kRejected;
}

std::size_t cost_of(std::string_view name, std::string_view candidate) {
  if (name == candidate) return 0;
  return std::min(cost_of_edits(name, candidate), cost_of_wording(name, candidate));
}

// --- Nearest of many

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
    if (!is_separator(c)) hash.add(fold(c));
  }
  return mix(hash.value());
}

// The keys under which an id is found: the letters of its slug, its words, all of them as a set,
// and the set without each. Two slugs of which one has a word more, less or other share one of the
// last, however common their words are.
std::vector<std::uint32_t> keys_of(std::string_view id) {
  const std::string_view slug = split(id).slug.substr(0, kLongestName);
  const std::vector<std::string_view> words = words_of(slug, kMostWords);
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
  const std::vector<std::string_view> ours = sorted_words(a);
  const std::vector<std::string_view> theirs = sorted_words(b);
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
  if (ours.size() == theirs.size() && sorted_words(ours) == sorted_words(theirs)) return 2;
  const std::size_t limit = std::max<std::size_t>(1, ours.size() / 4);
  const std::size_t distance = edit_distance(ours, theirs, limit);
  if (distance <= std::min(limit, kMaxEditLimit) && 2 * distance < ours.size()) return 2 * distance;
  return is_one_word_apart(ours, theirs) ? 2 * limit + 2 : kRejected;
}

// A wrong domain alone costs less than a slip in the slug: people remember what an entry is about.
std::size_t cost_of_ids(std::string_view ours, std::string_view theirs) {
  const Id a = split(ours);
  const Id b = split(theirs);
  const std::string slug = folded(a.slug);
  const std::size_t slugs = cost_of_slugs(slug, folded(b.slug));
  if (slugs == kRejected || folded(a.domain) == folded(b.domain)) return slugs;
  const std::size_t domains = edit_distance(a.domain, b.domain, 2);
  // Two unrelated domains and a slug that is only similar: another error.
  if (domains > 2 && slugs > 2 + slug.size() / 8) return kRejected;
  return slugs + 1 + domains;
}

struct Span {
  const std::uint64_t* first;
  const std::uint64_t* last;
  std::size_t size() const { return static_cast<std::size_t>(last - first); }
};

// The part of a long list that is nearest to the place where the query itself would stand.
Span shortened(Span list, std::uint64_t place) {
  if (list.size() <= kMostOfOneList) return list;
  const std::uint64_t* middle = std::lower_bound(list.first, list.last, place);
  const auto half = static_cast<std::ptrdiff_t>(kMostOfOneList / 2);
  const std::uint64_t* first = middle - std::min<std::ptrdiff_t>(half, middle - list.first);
  return {first, first + std::min<std::ptrdiff_t>(2 * half, list.last - first)};
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

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  limit = std::min(limit, kMaxEditLimit);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  drop_common_ends(a, b);
  if (a.empty()) return b.size();
  return BandedTable(a, b, limit).distance();
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  const std::string ours = folded(name);
  std::tuple<std::size_t, std::size_t, std::string_view> best{kRejected, 0, {}};
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestName) continue;
    const std::size_t cost = cost_of(ours, folded(candidate));
    best = std::min(best, {cost, difference(name.size(), candidate.size()), candidate});
  }
  if (std::get<0>(best) >= kRejected) return std::nullopt;
  return std::get<2>(best);
}

bool is_slip(std::string_view name, std::string_view suggestion) {
  const std::string ours = folded(name);
  const std::string theirs = folded(suggestion);
  if (ours == theirs) return true;
  const std::size_t limit = ours.size() >= 12 ? 2 : 1;
  return ours.size() >= 4 && edit_distance(ours, theirs, limit) <= limit &&
         digits_of(ours) == digits_of(theirs);
}

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
  std::vector<std::pair<std::size_t, Span>> lists;
  for (const std::uint32_t key : keys_of(id)) {
    const auto first = std::lower_bound(postings_.begin(), postings_.end(), posting(key, 0));
    const auto last = std::upper_bound(first, postings_.end(), posting(key, ~std::uint32_t{0}));
    const Span list{std::to_address(first), std::to_address(last)};
    lists.emplace_back(list.size(), shortened(list, posting(key, position)));
  }
  // The shortest lists say most.
  std::stable_sort(lists.begin(), lists.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint32_t> counted;
  for (const auto& [size, list] : lists) {
    if (counted.size() + list.size() > kMostCandidates) break;
    for (const std::uint64_t entry : std::span(list.first, list.last)) {
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
