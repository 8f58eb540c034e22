#include "match/rank.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

using Entry = kbx::Entry<kbx::Mapped>;

constexpr double kMostSpecificity = 50, kMostCoverage = 30, kMostConfidence = 10;
constexpr double kProductBonus = 6, kSystemBonus = 4, kConfusionLoss = 10;
// What occurs once in a million million bytes is as specific as can be.
constexpr double kRarestBits = 40;
// Of an entry that does not say.
constexpr double kUsualConfidence = 0.5;
// Shorter words are in every text.
constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kMostWords = 64;

// The words of a folded text, each once, sorted.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end - at >= kShortestWord) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// How many words of the signature the text has. No search: it measures how much of the message was
// seen, each word as much as another, where kbc_search would ask how rare they are.
void set_coverage(std::string_view signature, const std::vector<std::string_view>& text_words,
                  RankedHit& hit) {
  const std::string folded = fold_case(signature);
  std::vector<std::string_view> words = words_of(folded);
  words.resize(std::min(words.size(), kMostWords));
  hit.words = words.size();
  for (const std::string_view word : words) {
    if (std::binary_search(text_words.begin(), text_words.end(), word)) ++hit.covered;
  }
  if (hit.words == 0) return;
  hit.score.coverage =
      kMostCoverage * static_cast<double>(hit.covered) / static_cast<double>(hit.words);
}

double confidence_of(const Entry& entry) {
  const double confidence = entry.confidence();
  const bool is_known = confidence >= 0 && confidence <= 1;
  return kMostConfidence * (is_known ? confidence : kUsualConfidence);
}

// Whether an entry that names some has the one that is wanted; nothing when it names none.
template <typename List, typename IsWanted>
std::optional<bool> names(const List& list, const IsWanted& is_wanted) {
  if (list.empty()) return {};
  for (const auto& item : list) {
    if (is_wanted(item)) return true;
  }
  return false;
}

// The bonus for a product and a system; nothing when the entry is about others only.
std::optional<double> context_of(const Entry& entry, const RankOptions& options) {
  double bonus = 0;
  if (!options.product.empty()) {
    const std::optional<bool> is_named =
        names(entry.versions(), [&](const auto& item) { return item.is_about(options.product); });
    if (is_named == false) return {};
    if (is_named == true) bonus += kProductBonus;
  }
  if (!options.system.empty()) {
    const std::string wanted = fold_case(options.system);
    const std::optional<bool> is_named = names(
        entry.os_specific(), [&](const auto& note) { return fold_case(note.system) == wanted; });
    if (is_named == false) return {};
    if (is_named == true) bonus += kSystemBonus;
  }
  return bonus;
}

void set_specificity(RankedHit& hit) {
  hit.score.specificity = kMostSpecificity * (counted_rarity(hit.rarity) / kRarestBits);
}

// The parts of `certificate.*expired` are counted one by one, `certificate has expired` as one.
// Where several match the same bytes, these are as rare for each of them as for any.
void settle_rarity(std::vector<RankedHit>& ranked) {
  std::map<std::pair<std::size_t, std::size_t>, double> rarest;
  for (const RankedHit& hit : ranked) {
    double& rarity = rarest[{hit.place.begin, hit.place.end}];
    rarity = std::max(rarity, hit.rarity);
  }
  for (RankedHit& hit : ranked) {
    hit.rarity = rarest[{hit.place.begin, hit.place.end}];
    set_specificity(hit);
  }
}

// Of two that are easily taken for each other, the one that fits worse steps back. Requires: they
// are in the order of their entries, as the hits of a text are.
void settle_confusion(const Matcher& matcher, std::vector<RankedHit>& ranked) {
  const auto position = [&](std::uint32_t entry) {
    const auto at = std::lower_bound(
        ranked.begin(), ranked.end(), entry,
        [](const RankedHit& hit, std::uint32_t wanted) { return hit.entry < wanted; });
    return at != ranked.end() && at->entry == entry ? at : ranked.end();
  };
  for (RankedHit& hit : ranked) {
    const auto entry = matcher.entries().at(hit.entry);
    for (const auto& link : entry->frequently_confused_with()) {
      const auto other = position(link.target);
      if (link.target == hit.entry || other == ranked.end()) continue;
      const double own = hit.score.sum() - hit.score.confusion;
      const double others = other->score.sum() - other->score.confusion;
      if (own == others) continue;
      RankedHit& worse = own < others ? hit : *other;
      worse.score.confusion = -kConfusionLoss;
      worse.confused_with = own < others ? other->entry : hit.entry;
    }
  }
}

// The hits that count, in their order, with what does not depend on their places.
std::vector<RankedHit> without_places(const Matcher& matcher, std::string_view text,
                                      const std::vector<Hit>& hits, const RankOptions& options) {
  const std::string folded = fold_case(text);
  const std::vector<std::string_view> text_words = words_of(folded);
  std::vector<RankedHit> ranked;
  for (const Hit& hit : hits) {
    const auto entry = matcher.entries().at(hit.entry);
    const std::optional<double> context = context_of(*entry, options);
    if (!context) continue;
    RankedHit one;
    one.entry = hit.entry;
    one.rarity = matcher.tables().alternative(hit.alternative).rarity;
    set_coverage(entry->signature(), text_words, one);
    one.score.confidence = confidence_of(*entry);
    one.score.context = *context;
    ranked.push_back(one);
  }
  return ranked;
}

}  // namespace

double counted_rarity(double rarity) { return std::min(rarity, kRarestBits); }

bool comes_before(const RankedHit& first, const RankedHit& second) {
  const double left = first.score.sum(), right = second.score.sum();
  if (left != right) return left > right;
  const std::size_t length = first.place.end - first.place.begin;
  const std::size_t other_length = second.place.end - second.place.begin;
  if (length != other_length) return length > other_length;
  return first.entry < second.entry;
}

std::vector<RankedHit> rank(const Matcher& matcher, std::string_view text,
                            const std::vector<Hit>& hits, const RankOptions& options,
                            MatchScratch& scratch) {
  std::vector<RankedHit> ranked = without_places(matcher, text, hits, options);
  auto hit = hits.begin();
  for (RankedHit& one : ranked) {
    while (hit->entry != one.entry) ++hit;
    one.place = matcher.locate(text, *hit, scratch);
  }
  settle_rarity(ranked);
  settle_confusion(matcher, ranked);
  std::sort(ranked.begin(), ranked.end(), comes_before);
  return ranked;
}

// Where all are equally rare, hits in the same place are so, too; and only of equal scores does the
// length decide.
std::optional<std::uint32_t> evident_first(const Matcher& matcher, std::string_view text,
                                           const std::vector<Hit>& hits,
                                           const RankOptions& options) {
  std::vector<RankedHit> ranked = without_places(matcher, text, hits, options);
  if (ranked.empty()) return {};
  const double rarity = counted_rarity(ranked.front().rarity);
  for (RankedHit& hit : ranked) {
    if (counted_rarity(hit.rarity) != rarity) return {};
    set_specificity(hit);
  }
  settle_confusion(matcher, ranked);
  std::sort(ranked.begin(), ranked.end(), comes_before);
  const bool is_alone = ranked.size() == 1 || ranked[0].score.sum() != ranked[1].score.sum();
  return is_alone ? std::optional<std::uint32_t>(ranked[0].entry) : std::nullopt;
}

}  // namespace kbc
